module unionrep

go 1.26
