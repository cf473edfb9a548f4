# An element before the first cannot be made, not even on the way to what it would hold.
use strict;
use warnings;
my (@a, @b);
eval { my $y = $a[-1][0]; 1 } or print $@;
eval { my $y = $a[-2]{x}; 1 } or print $@;
eval { push @{ $a[-2] }, 1; 1 } or print $@;
eval { my $r; my $y = $r->[-1]{x}; 1 } or print $@;
eval { print exists $b[-1]{x} ? 1 : 0, "\n"; 1 } or print $@;
eval { $b[-1] = 5; 1 } or print $@;
eval { my $r = \$b[-1]; 1 } or print $@;
my $y = $b[-1]; print defined $y ? 1 : 0, "\n";
my ($p, $q) = @b[ -1, 0 ]; print "none\n" if !defined $p && !defined $q;
@a = ([1], [2]); print $a[-1][0], $a[-2][0], "\n";
my @sorted = sort { $a <=> $b } (); eval { print "last: $sorted[-1][0]\n"; 1 } or print $@;
