use strict; use warnings;
my $UPPER = 100_000; my $sieve = ""; my $n = 0; my $sum = 0;
for (my $g = 2; $g <= $UPPER; $g++) { next if vec($sieve,$g,1); $n++; $sum += $g;
 for (my $m = $g * 2; $m <= $UPPER; $m += $g) { vec($sieve,$m,1) = 1 } }
print "$n $sum ", length($sieve), " ", unpack("%32b*", $sieve), "\n";
my $copy = $sieve; vec($sieve, 1, 1) = 1; print vec($copy,1,1), vec($sieve,1,1), "\n";
print $copy eq $sieve ? "same" : "differ", "\n";
$sieve .= "abc"; print substr($sieve, -3), " ", length $sieve, "\n";
sub f { my $bits = ''; vec($bits, $_[0] * 4000, 8) = 65; vec($bits, 3, 8) |= 0x42; return $bits }
for (1 .. 3) { my $x; $x = f($_); print length($x), " ", vec($x, 3, 8), " ", vec($x, 3, 16), "\n"; }
for (1..3) { my $b = ''; print length($b), ","; vec($b, 9999, 1) = 1; vec($b,0,1) = 1; print length($b), ord($b), "\n"; }
our $g = ''; vec($g, 70000, 4) = 5; { local $g = 'x'; print length($g), "\n"; vec($g, 5000, 8) = 1; } print length($g), vec($g,70000,4), "\n";
my %h = (v => ''); vec($h{v}, $_ * 7, 1) = 1 for 1..1000; print length($h{v}), unpack("%32b*", $h{v}), "\n";
my $r = \$sieve; vec($$r, 2, 1) = 1; vec($$r, 20000, 8) = 66; print vec($$r,20000,8), " ", length($$r), ref($r), "\n";
sub mod { $_[0] = "short" } vec(my $q, 10000, 8) = 1; vec($q, 1, 8) = 2; mod($q); print "$q\n";
my @a = map { my $s = ''; vec($s, 5000 * $_, 1) = 1; vec($s, 1, 1) = 1; $s } 1 .. 3; print join(",", map length, @a), "\n";
my $str = "a" x 1000; vec($str, 0, 8)++; print substr($str, 0, 3), "\n"; my $u = vec($str, 0, 8); print $u, "\n"; undef $str; print defined $str ? 1 : 0, "\n";
my $w = "b" x 600; vec($w, 1, 8) = 67; vec($w, 2, 8) = 68; { my $z = \$w; print "$$z" eq $w ? "eq" : "ne", "\n" } $w =~ s/b+$/!/; print $w, "\n"; chop $w; print "$w\n";
my $e = eval { vec($w, 1, 3) = 1; 1 }; print $e // $@; print tied($w) ? "tied" : "untied", "\n";
our $l = ''; vec($l, 600, 8) = 1; my $lr = \$l; { local $l; print defined $l ? "kept" : "gone", length($$lr), "\n"; $l = 'x'; print length($$lr), "\n" } vec($l, 3, 8) = 5; print length($$lr), ord(substr($$lr, 3)), "\n";
{ package Twice; sub TIESCALAR { bless [] } sub FETCH { $_[0][0] . $_[0][0] } sub STORE { $_[0][0] = $_[1] } }
my $t = ''; vec($t, 600, 8) = 65; vec($t, 1, 8) = 66; tie $t, 'Twice'; $t = 'ab'; print "$t\n"; untie $t; print defined $t ? "something" : "nothing", "\n";
