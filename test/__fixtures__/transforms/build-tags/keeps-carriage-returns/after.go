// Copyright 2019 The Gopher Authors. All rights reserved.
// Use of this source code is governed by an MIT licence.

//go:build linux && amd64

package main

func main() {}
