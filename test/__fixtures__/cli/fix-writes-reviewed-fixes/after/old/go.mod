module example.com/m/old

go 1.16
