package main

import "fmt"

func drive() { fmt.Println(advance(), sum("x")) }
