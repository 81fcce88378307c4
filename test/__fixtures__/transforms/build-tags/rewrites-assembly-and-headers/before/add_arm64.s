//go:build arm64
// +build arm64

TEXT ·add(SB), 4, $0-24
	MOVD a+0(FP), R0
	MOVD b+8(FP), R1
	ADD R1, R0
	MOVD R0, ret+16(FP)
	RET
