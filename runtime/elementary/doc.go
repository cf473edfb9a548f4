// Package elementary is the elementary functions with results that are rounded correctly but for about one in a thousand, as those
// of the C library behind perl are. Those of package math may be off by a unit of the last place much more often. Scripts see that:
// whether int(log(1000) / log(10)) is 2 or 3 hangs on it.
//
// Each function brings its argument near a table entry whose result is known to about 106 bits, adds what a short series gives for the small
// rest, and rounds once. Numbers of that precision are pairs of floats (see double). The series work with plain floats where what they add is
// so small that their rounding does not matter.
//
// Infinities, zeros and what is no number are as in package math.
package elementary
