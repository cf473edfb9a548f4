# Recursion with shift, a memo hash and a package variable.
use strict;
use warnings;
our $calls = 0;
my %memo;
sub ways {
    my $n = shift;
    my $max = shift;
    $calls++;
    return 1 if $n == 0;
    return 0 if $n < 0 || $max == 0;
    my $key = "$n,$max";
    return $memo{$key} if exists $memo{$key};
    return $memo{$key} = (ways($n - $max, $max) + ways($n, $max - 1)) % 1_000_000_007;
}
my $r = ways(420, 420);
print "$r $calls\n";
