/*
To build this for Linux, put

// +build linux

above the package clause.
*/

package main

func main() {}
