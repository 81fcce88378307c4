// The tests of epoll.

// +build linux

//go:build linux
package main

func main() {}
