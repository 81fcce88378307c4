// The tests of epoll.

//go:build linux

package main

func main() {}
