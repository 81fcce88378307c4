// Copyright 2019 The legacy-service authors.
// Use of this source code is governed by the licence of the project.

// +build amd64,!purego

package checksum

// sumWords adds the 64-bit words of p; len(p) is a multiple of 8.
//go:noescape
func sumWords(p []byte) uint64
