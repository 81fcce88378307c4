// Copyright 2019 The Gopher Authors. All rights reserved.
// Use of this source code is governed by an MIT licence.

//go:build linux && amd64
// +build linux,amd64

// Package fixture is built for one platform.
package fixture
