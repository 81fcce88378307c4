package main

func drive() { main() }
