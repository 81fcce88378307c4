//go:build linux || ignore || but || not || darwin

package main

func main() {}
