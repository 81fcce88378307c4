// +build windows
#define B 1
