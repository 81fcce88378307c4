//go:build linux


#define A 1