// Copyright 2019 The legacy-service authors.
// Use of this source code is governed by the licence of the project.

// +build amd64,!purego

#include "textflag.h"
#include "sum_amd64.h"

// func sumWords(p []byte) uint64
TEXT ·sumWords(SB), NOSPLIT, $0-32
	MOVQ p_base+0(FP), SI
	MOVQ p_len+8(FP), CX
	XORQ AX, AX
	SHRQ $WORD_SHIFT, CX
	JZ   done

loop:
	ADDQ (SI), AX
	ADDQ $WORD_SIZE, SI
	DECQ CX
	JNZ  loop

done:
	MOVQ AX, ret+24(FP)
	RET
