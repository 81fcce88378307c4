package main

import (
	"go/token"
	"unicode/utf8"
)

// offset converts a position into UTF-16 code units.
func (c *collector) offset(pos token.Pos) int {
	file := c.fset.File(pos)
	offset := file.Offset(pos)
	known, ok := c.files[file.Name()]
	if !ok {
		known = &collectedFile{units: unitsOf(c.texts[file.Name()])}
		c.files[file.Name()] = known
	}
	if known.units == nil {
		return offset
	}
	return known.units[offset]
}

func unitsOf(text []byte) []int {
	isASCII := true
	for _, b := range text {
		isASCII = isASCII && b < utf8.RuneSelf
	}
	if isASCII {
		return nil
	}
	units := make([]int, len(text)+1)
	unit := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		for j := range size {
			units[i+j] = unit
		}
		i += size
		unit++
		if r >= 0x10000 {
			unit++
		}
	}
	units[len(text)] = unit
	return units
}
