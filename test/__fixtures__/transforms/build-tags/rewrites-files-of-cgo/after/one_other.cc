//go:build !linux && !darwin

extern "C" int one(void) { return 1; }
