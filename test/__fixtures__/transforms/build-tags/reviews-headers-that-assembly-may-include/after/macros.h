//go:build amd64

#define ONE 1
