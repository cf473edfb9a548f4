# Sprintf in other bases: %x %X %o %b %B with the flag #, precision and negative numbers.
use strict;
use warnings;

for my $n (0, 1, 8, 10, 255, 48879, 3735928559) {
    printf "%s: %x %X %#x %#X %o %#o %b %#b %#B\n", ($n) x 10;
}

# A negative number shows its 64 bits.
printf "%x\n", -1;
printf "%o\n", -1;
printf "%b\n", -2;
printf "%X\n", -255;

# Width and precision: the precision counts digits, the width counts everything.
printf "[%08b] [%-8b] [%8b] [%.8b] [%#.8b] [%#10x] [%#010x] [%-#10x]\n", 5, 5, 5, 5, 5, 255, 255, 255;
printf "[%.4x] [%6.4x] [%06.4x] [%#.4o]\n", 10, 10, 10, 8;

# No prefix for zero.
printf "[%#x] [%#o] [%#b]\n", 0, 0, 0;

# Big values.
printf "%b\n", 2**40;
printf "%x %X\n", 0xFFFFFFFF, 18446744073709551615;
printf "%o\n", 0777;

# There and back again.
my $text = sprintf '%b', 1234;
print "$text is ", oct("0b$text"), "\n";
my $hex = sprintf '%lx', 48879;
print "$hex is ", hex($hex), "\n";
print lc(sprintf '%X', 3735928559), "\n";
