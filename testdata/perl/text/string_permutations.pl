# Strings as sequences: permutations, combinations, subsequences, Gray codes, counting in any alphabet.
use strict;
use warnings;

# Permutations in order.
sub next_permutation {
    my @c = split //, shift;
    my $i = $#c - 1;
    $i-- while $i >= 0 && $c[$i] ge $c[$i + 1];
    return if $i < 0;
    my $j = $#c;
    $j-- while $c[$j] le $c[$i];
    @c[$i, $j] = @c[$j, $i];
    @c[$i + 1 .. $#c] = reverse @c[$i + 1 .. $#c];
    return join '', @c;
}
my @all;
for (my $p = 'abc'; defined $p; $p = next_permutation($p)) {
    push @all, $p;
}
print "@all\n";
my $n = 0;
for (my $p = 'aabb'; defined $p; $p = next_permutation($p)) {
    $n++;
}
print "$n\n";

# Combinations.
sub choose {
    my ($k, @items) = @_;
    return [] if $k == 0;
    return if @items < $k;
    my ($first, @rest) = @items;
    return (map { [$first, @$_] } choose($k - 1, @rest)), choose($k, @rest);
}
print join(' ', map { join '', @$_ } choose(2, 'a' .. 'd')), ' ', scalar(my @c = choose(3, 1 .. 6)), "\n";

# Subsequences and pieces.
my $word = 'abc';
my @subsequences = map { my $mask = $_; join '', map { $mask & 1 << $_ ? substr $word, $_, 1 : '' } 0 .. length($word) - 1 } 1 .. 2 ** length($word) - 1;
print "@subsequences\n";

# Gray codes: neighbours differ in one place.
my @gray = ('0', '1');
@gray = ((map { "0$_" } @gray), (map { "1$_" } reverse @gray)) for 1 .. 2;
my $steps = grep { (($gray[$_] ^ $gray[$_ - 1]) =~ tr/\0//c) == 1 } 1 .. $#gray;
print "@gray $steps\n";

# Counting with letters.
my $code = 'aa';
my @codes = map { $code++ } 1 .. 28;
print "$codes[0] $codes[25] $codes[26] $codes[27]\n";

# All words over an alphabet with glob-like products.
my @words = ('');
@words = map { my $w = $_; map { $w . $_ } qw(x y) } @words for 1 .. 3;
print "@words\n";
