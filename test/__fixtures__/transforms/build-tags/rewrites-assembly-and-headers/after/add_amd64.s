//go:build (amd64 && !purego) || amd64

#include "macros.h"

// func add(a, b int) int
TEXT ·add(SB), 4, $0-24
	MOVQ a+0(FP), AX
	ADDQ b+8(FP), AX
	MOVQ AX, ret+16(FP)
	RET
