//go:build linux

// Package main is for Linux.
package main

func main() {}
