package main

// +build linux

/*
// +build amd64
*/

// main does nothing.
//+build darwin
func main() {}
