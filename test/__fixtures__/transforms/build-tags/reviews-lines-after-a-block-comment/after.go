/*
 * Copyright 2019 The Gopher Authors.
 */

package main

func main() {}
