// +build linux

// Package main is for Linux.
// +build amd64
package main

func main() {}
