// Copyright 2019 The Gopher Authors. All rights reserved.
// Use of this source code is governed by an MIT licence.

// +build linux

// The epoll implementation.

// +build amd64 arm64
// +build !race

package main

func main() {}
