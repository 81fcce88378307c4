//go:build linux
//go:build amd64
// +build linux,amd64

package main

func main() {}
