//go:build linux

/* The amd64 part. */

package main

func main() {}
