# A table of subs and a long if-elsif chain of string comparisons.
use strict;
use warnings;
my %op = (add => sub { $_[0] + $_[1] }, sub => sub { $_[0] - $_[1] }, mul => sub { ($_[0] * $_[1]) % 10007 }, max => sub { $_[0] > $_[1] ? $_[0] : $_[1] });
my @names = ('add', 'sub', 'mul', 'max', 'mul');
my ($x, $n) = (1, 0);
for my $i (1 .. 700_000) {
    my $name = $names[$i % 5];
    $x = $op{$name}->($x, $i % 100);
    if    ($name eq 'add') { $n += 1 }
    elsif ($name eq 'sub') { $n += 2 }
    elsif ($name eq 'mul') { $n += 3 }
    elsif ($name eq 'max') { $n += 4 }
    else                   { $n += 5 }
}
print "$x $n\n";
