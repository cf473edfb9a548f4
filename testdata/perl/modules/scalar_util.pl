# Scalar::Util.
use strict;
use warnings;
use Scalar::Util qw(blessed reftype looks_like_number dualvar refaddr weaken isweak readonly openhandle isdual);

print blessed(bless {}, 'Foo'), " ", defined(blessed([])) ? 1 : 'undef', " ", defined(blessed('Foo')) ? 1 : 'undef',
    " ", blessed(qr/x/), "\n";
print reftype(bless [], 'X'), " ", reftype({}), " ", reftype(\1), " ", reftype(sub { }), " ", reftype(\\1), " ",
    defined(reftype('x')) ? 1 : 'undef', " ", reftype(\*STDOUT), "\n";
print join(",",
    map { looks_like_number($_) ? 1 : 0 } 1,
    "1", "1.5", "1e5", " 1", "1 ", "abc", "", "0x10", "Inf", "NaN", "-1", "+1", ".5", "1.", "--1", "1_000",
    "0 but true"),
    "\n";
print looks_like_number(undef) ? 1 : 0, "\n";

my $d = dualvar(5, "five");
print $d + 1, " $d ", $d ? "t" : "f", "\n";
print dualvar(0, "zero") ? "t" : "f", " ", dualvar(1, "") ? "t" : "f", "\n";

my $r = [];
print refaddr($r) == $r + 0 ? "same\n" : "diff\n";
print defined refaddr("x") ? 1 : 'undef', "\n";

my $o = bless {}, 'O';
print refaddr($o) == refaddr($o) ? "eq\n" : "ne\n";

my $x = { a => 1 };
my $y = $x;
weaken($y);
print $y->{a}, "\n";
print defined(openhandle(\*STDOUT)) ? "open" : "closed", " ", defined(openhandle(*STDIN)) ? "open" : "closed", " ",
    defined(openhandle("nope")) ? "open" : "closed", "\n";
print readonly(1) ? 1 : 0, readonly($x) ? 1 : 0, "\n";

{
    package Pt;
    use overload '""' => sub {"str"};
}

print ref(bless {}, 'Pt'), " ", blessed(bless {}, 'Pt'), "\n";
