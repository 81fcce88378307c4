// +build linux darwin

int one(void) { return 1; }
