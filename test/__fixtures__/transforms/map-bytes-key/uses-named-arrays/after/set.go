package main

// This file does not import the package of the name.
func newSet() map[[4]byte]bool { return make(map[[4]byte]bool) }
