# Expressions that can be assigned to: ternaries, substr, vec, pos, local, my, swaps, keys.
use strict;
use warnings;

# A ternary, a chain of assignments, an increment of an assignment.
my ($cond, $x, $y) = (1, 0, 0);
($cond ? $x : $y) = 5;
print "$x $y\n";
my $z;
++($z = 10);
($z += 5) *= 2;
print "$z\n";
my $u = my $v = my $w = 4;
$u++;
print $u + $v + $w, "\n";

# Parts of strings.
my $s = 'Hello, world';
substr($s, 0, 5) = 'HELLO';
(substr $s, -5) =~ s/world/perl!/;
print "$s\n";
my $bits = 'abc';
vec($bits, 0, 8) = 65;
print "$bits\n";
my $text = 'aaa';
pos($text) = 1;
$text =~ /a/g;
print pos $text, "\n";

# A copy that is changed at once.
(my $copy = 'x y') =~ tr/a-z/A-Z/;
chomp(my $line = "text\n");
print "$copy $line\n";
my @trimmed = map { (my $t = $_) =~ s/^ +//; $t } ' a', '  b';
print "@trimmed\n";

# Elements that are chosen by expressions.
my @a = (1, 2, 3);
my %h = (k => 1);
$a[$#a] = 'last';
$a[@a] = 'new';
$h{ lc 'NEW' } = 2;
@h{ map { "n$_" } 1, 2 } = (8, 9);
print "@a ", join(',', map { "$_=$h{$_}" } sort keys %h), "\n";

# The target of a reference.
my $r = \$a[0];
$$r = 'by reference';
${ \$h{k} } = 7;
@{ \@a }[1, 2] = qw(p q);
print "@a $h{k}\n";

# Aliases in loops.
$_ *= 2 for my @n = (1, 2, 3);
s/^/x/ for @n;
print "@n\n";
for my $element (@n[0, 1]) {
    $element = uc $element;
}
print "@n\n";

# Two loop variables of a C-style loop.
for (my ($i, $j) = (0, 5); $i < $j; $i++, $j--) {
    print "$i$j ";
}
print "\n";

# An array or hash through a conditional.
my (@even, @odd);
push @{ $_ % 2 ? \@odd : \@even }, $_ for 1 .. 5;
print "@even | @odd\n";

# local on an element as a place.
our %settings = (a => 1);
(local $settings{a}) = (2, 3);
print $settings{a}, "\n";
