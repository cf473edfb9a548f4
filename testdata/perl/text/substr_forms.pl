# Substr: negative offsets, replacement, as an lvalue, assignments beyond the end, references.
use strict;
use warnings;
my $s = 'Hello, World';
print substr($s, 0, 5), '|', substr($s, 7), '|', substr($s, -5), '|', substr($s, -5, 2), '|', substr($s, 2, -3), '|', substr($s, -5, -2), '|', substr($s, 12), '|', substr($s, 3, 0), "\n";
substr($s, 0, 5) = 'HELLO'; print "$s\n";
substr($s, 0, 5, 'Bye'); print "$s\n";
my $old = substr($s, 0, 3, 'Good'); print "$old $s\n";
substr($s, 4, 0) = ' big'; print "$s\n"; substr($s, -5) = 'Perl'; print "$s\n"; substr($s, 0, 1) =~ s/G/g/; print "$s\n";
substr($s, 0, 4) .= '!'; print "$s\n"; my $t = 'abc'; substr($t, 1, 1) x= 3; print "$t\n"; substr($t, length $t) = 'END'; print "$t\n";
my $r = \substr($t, 0, 2); $$r = 'XYZ'; print "$t $$r\n"; $$r = 'q'; print "$t $$r\n";
{ my $n = '12345'; substr($n, 1, 2) += 1; print "$n\n"; substr($n, 0, 1)++; print "$n\n" }
{ no warnings; print defined substr('abc', 5) ? 'def' : 'undef', ' ', defined substr('abc', 3) ? 'def' : 'undef', ' ', defined substr('abc', -5) ? 'def' : 'undef', ' ', substr('abc', -5, 4), ' ', substr('abc', 1, 100), "\n" }
eval { my $z = 'abc'; substr($z, 5) = 'x' }; print $@; eval { my $z = 'abc'; substr($z, 5, 1, 'x') }; print $@;
my ($p, $q) = ('abcdef', 'x'); (substr($p, 0, 1), substr($p, -1)) = ('A', 'F'); print "$p\n"; { local $_ = 'topic'; print substr($_, 1, 2), "\n" }
print join(',', map { substr('abcdef', $_, 2) } 0, 2, 4), "\n"; my $w = 'x' x 3; substr($w, 1, 1) = ''; print "$w\n"; print lc substr('ABC', 0, 2), ucfirst(substr 'xyz', 1), "\n";
my $bits = 'key=value'; print substr($bits, 0, index $bits, '='), ' ', substr($bits, 1 + index $bits, '='), "\n"; my @chars = map { substr $bits, $_, 1 } 0 .. length($bits) - 1; print "@chars\n"; substr($bits, 0, 3) = reverse substr($bits, 0, 3); print "$bits\n";
my $f; print "4 arg: ", substr($f = 'foobar', 3, 3, 'x'), " $f\n"; { my $u = "\x{263a}abc"; print length($u), ' ', ord(substr $u, 0, 1), ' ', substr($u, 1), "\n" } my $tr = 'hello'; (substr $tr, 0, 2) =~ tr/a-z/A-Z/; print "$tr\n";
