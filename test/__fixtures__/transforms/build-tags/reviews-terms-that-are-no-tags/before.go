// +build linux // but not darwin

package main

func main() {}
