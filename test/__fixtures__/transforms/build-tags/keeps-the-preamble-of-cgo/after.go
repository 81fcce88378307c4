//go:build cgo

package main

/*
#include <errno.h>
*/
import "C"

func main() { println(C.EINVAL) }
