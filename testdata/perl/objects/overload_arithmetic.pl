# overload: the arithmetic operators of a fraction class, swapped operands, assignment forms.
use strict;
use warnings;

package Fraction;

use overload
    '+'   => \&add,
    '-'   => \&subtract,
    '*'   => \&multiply,
    '/'   => \&divide,
    '**'  => sub { my ($f, $n) = @_; return Fraction->new($f->{n} ** $n, $f->{d} ** $n) },
    'neg' => sub { return Fraction->new(-$_[0]{n}, $_[0]{d}) },
    'abs' => sub { return Fraction->new(abs $_[0]{n}, $_[0]{d}) },
    '<=>' => sub { my ($l, $r, $swap) = @_; my $c = $l->{n} / $l->{d} <=> (ref $r ? $r->{n} / $r->{d} : $r); return $swap ? -$c : $c },
    '""'  => sub { my $f = shift; return $f->{d} == 1 ? $f->{n} : "$f->{n}/$f->{d}" },
    '0+'  => sub { return $_[0]{n} / $_[0]{d} },
    'bool' => sub { return $_[0]{n} != 0 };

sub gcd { my ($x, $y) = @_; return $y ? gcd($y, $x % $y) : $x }

sub new {
    my ($class, $n, $d) = @_;
    $d //= 1;
    ($n, $d) = (-$n, -$d) if $d < 0;
    my $g = gcd(abs $n, $d) || 1;
    return bless { n => $n / $g, d => $d / $g }, $class;
}

sub lift { return ref $_[0] ? $_[0] : Fraction->new($_[0]) }

sub add      { my ($l, $r) = ($_[0], lift($_[1])); return Fraction->new($l->{n} * $r->{d} + $r->{n} * $l->{d}, $l->{d} * $r->{d}) }
sub multiply { my ($l, $r) = ($_[0], lift($_[1])); return Fraction->new($l->{n} * $r->{n}, $l->{d} * $r->{d}) }
sub subtract { my ($l, $r, $swap) = @_; $r = lift($r); ($l, $r) = ($r, $l) if $swap; return $l + -$r }
sub divide   { my ($l, $r, $swap) = @_; $r = lift($r); ($l, $r) = ($r, $l) if $swap; return $l * Fraction->new($r->{d}, $r->{n}) }

package main;

my ($half, $third) = (Fraction->new(1, 2), Fraction->new(1, 3));

print $half + $third, ' ', $half - $third, ' ', $half * $third, ' ', $half / $third, "\n";
print $half + 1, ' ', 1 + $half, ' ', 1 - $third, ' ', $third - 1, ' ', 2 / $third, ' ', $third / 2, "\n";
print -$half, ' ', abs(-$third), ' ', $half ** 3, "\n";

my $sum = Fraction->new(0);
$sum += Fraction->new(1, $_) for 1 .. 5;
print "sum $sum\n";
my $copy = $sum;
$copy *= 2;
print "$copy $sum\n";

print $half > $third ? 'greater' : 'less', ' ', $half == Fraction->new(2, 4) ? 'equal' : 'different', "\n";
print join(' < ', sort { $a <=> $b } $half, $third, Fraction->new(3, 4), Fraction->new(1, 10)), "\n";
print $half < 1 ? 'below one' : 'above', ' ', 0.4 < $half ? 'yes' : 'no', "\n";
print Fraction->new(0) ? 'true' : 'false', "\n";
