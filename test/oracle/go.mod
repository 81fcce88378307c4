module gomend.test/oracle

go 1.24
