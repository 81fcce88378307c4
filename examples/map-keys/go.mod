module example.com/map-keys

go 1.20
