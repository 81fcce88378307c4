// +build !linux
// +build !darwin

extern "C" int one(void) { return 1; }
