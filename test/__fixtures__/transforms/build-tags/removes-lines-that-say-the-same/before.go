//go:build (linux && amd64) || darwin
// +build linux,amd64 darwin

package main

func main() {}
