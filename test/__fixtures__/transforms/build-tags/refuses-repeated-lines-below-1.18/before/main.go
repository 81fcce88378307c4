/* Copyright 2019 The Gopher Authors. */

//go:build linux
// +build linux

package main

func main() {}
