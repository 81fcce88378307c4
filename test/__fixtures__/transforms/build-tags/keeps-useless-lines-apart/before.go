// +build linux

// +build amd64
/* The amd64 part. */

// +build arm64

package main

func main() {}
