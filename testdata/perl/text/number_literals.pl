# Number literals: underscores, hexadecimal, octal, binary, exponents, version strings.
use strict;
use warnings;

print 1_000_000, ' ', 1_0.5_0, ' ', 1e1_0, "\n";
print 0xff, ' ', 0XFF, ' ', 0xFf_Ff, ' ', 0x7fffffff, ' ', 0xffffffff, "\n";
print 0b1010, ' ', 0B11, ' ', 0b1111_0000, "\n";
print 0777, ' ', 0o17, ' ', 0O17, ' ', 017, ' ', 00, "\n";
print 1.5e3, ' ', 1E-2, ' ', 1e+2, ' ', .5, ' ', 5., ' ', 0.5e-3, "\n";
print 0x1p4, ' ', 0x1.8p1, ' ', 0xap-1, "\n";
print 1_000 * 1_000, ' ', 0b1111 + 0o17 + 0xF + 017, "\n";

# Literals are numbers, texts with the same characters are not.
{
    no warnings 'numeric';
    print '0xff' + 0, ' ', '017' + 0, ' ', '1_000' + 0, ' ', '0b11' + 0, "\n";
}

# hex and oct read such texts.
print join(' ', hex('ff'), hex('0xFF'), hex('xff'), hex('')), "\n";
print join(' ', oct('755'), oct('0x1f'), oct('x1f'), oct('0b11'), oct('b11'), oct('0o17'), oct('o17'), oct(' 12 ')), "\n";
print hex('dead_beef'), ' ', oct('7_7'), "\n";

# What is wrong in them is told.
print hex('fg'), "\n";
print oct('789'), "\n";
print oct('0b12'), "\n";

print 255 == 0xff && 0xff == 0377 && 0377 == 0b11111111 ? "same\n" : "differ\n";
print -7 . '', ' ', - -7, ' ', +7, ' ', -'7', ' ', -'abc', ' ', - -'abc', "\n";
