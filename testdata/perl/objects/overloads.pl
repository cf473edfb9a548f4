# Overload: arithmetic, comparison, text, bool, dereferences, fallback rules, swapped operands, copies.
use strict;
use warnings;

package Vec;
use overload
    '+' => \&add,
    '-' => sub {
    my ($a, $b, $sw) = @_;
    $b = Vec->new($b, $b) unless ref $b;
    ($a, $b) = ($b, $a) if $sw;
    Vec->new($a->{x} - $b->{x}, $a->{y} - $b->{y});
    },
    '*' => \&mul,
    '==' => sub {
    $_[0]{x} == $_[1]{x} && $_[0]{y} == $_[1]{y};
    },
    '""' => \&text,
    'neg' => sub { Vec->new(-$_[0]{x}, -$_[0]{y}) },
    'bool' => sub { $_[0]{x} || $_[0]{y} },
    'abs' => sub { sqrt($_[0]{x}**2 + $_[0]{y}**2) },
    '@{}' => sub { [$_[0]->{x}, $_[0]->{y}] },
    '<=>' => sub {
    my ($a, $b, $s) = @_;
    my $r = abs($a) <=> (ref $b ? abs($b) : $b);
    $s ? -$r : $r;
    };

sub new {
    my ($c, $x, $y) = @_;
    bless { x => $x, y => $y }, $c;
}

sub add {
    my ($a, $b) = @_;
    $b = Vec->new($b, $b) unless ref $b;
    Vec->new($a->{x} + $b->{x}, $a->{y} + $b->{y});
}

sub mul {
    my ($a, $b) = @_;
    ref $b ? $a->{x} * $b->{x} + $a->{y} * $b->{y} : Vec->new($a->{x} * $b, $a->{y} * $b);
}

sub text {"($_[0]{x}, $_[0]{y})"}
package main;
my ($a1, $b1) = (Vec->new(1, 2), Vec->new(3, 4));
print $a1 + $b1, ' ', $a1 - $b1, ' ', 10 - $a1, ' ', $a1 - 1, ' ', $a1 * 2, ' ', 2 * $a1, ' ', $a1 * $b1, ' ', -$a1,
    ' ', ' ', $a1 + 5, ' ', 5 + $a1, "\n";
print $a1 == Vec->new(1, 2) ? 'equal' : 'differ', ' ', Vec->new(0, 0) ? 'true' : 'false', ' ', !$a1 ? 'not' : 'is',
    "\n";

my $c = $a1;
$c += $b1;
print "$c $a1\n";

$c *= 3;
print "$c @$c $$c[0] $c->[1]\n";
print "text: " . $a1 . " len " . length($a1) . "\n";
print "in hash: ", join(',', keys %{ { $a1 => 1 } }), "\n";
