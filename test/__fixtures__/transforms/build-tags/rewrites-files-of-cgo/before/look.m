//+build darwin

int two(void) { return 2; }
