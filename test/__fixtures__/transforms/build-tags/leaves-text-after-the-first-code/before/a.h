#ifndef A_H
#define A_H

// +build linux

#define LINE "// +build linux"
#endif
