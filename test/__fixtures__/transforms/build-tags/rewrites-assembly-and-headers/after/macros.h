/* Macros. */

#define ONE 1
