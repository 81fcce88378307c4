// Copyright 2019 The Gopher Authors.
//go:build linux

// All rights reserved.

package main

func main() {}
