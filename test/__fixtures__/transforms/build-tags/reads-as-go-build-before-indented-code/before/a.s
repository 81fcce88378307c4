// +build windows
  #define A 1
