// Package common has the name of a directory of another import.
package common

// Size is a number.
const Size = 3
