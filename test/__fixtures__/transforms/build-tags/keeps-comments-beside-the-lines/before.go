// Copyright 2019 The Gopher Authors.
// +build linux
// All rights reserved.

package main

func main() {}
