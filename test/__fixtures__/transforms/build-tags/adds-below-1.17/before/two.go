// Copyright 2019 The Gopher Authors. All rights reserved.
// Use of this source code is governed by an MIT licence.

//+build linux
//+build amd64

// Package fixture is built for one platform.
package fixture
