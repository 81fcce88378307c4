// Copyright 2019 The legacy-service authors.

// +build amd64

#define WORD_SIZE 8
#define WORD_SHIFT 3
