/*
 * Copyright 2019 The Gopher Authors.
 */

// +build linux
// +build amd64

package main

func main() {}
