package main

// This file does not import the package of the name.
func newSet() map[string]bool { return make(map[string]bool) }
