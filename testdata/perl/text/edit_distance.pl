# How different two strings are: Levenshtein's distance, common prefixes, longest common subsequence.
use strict;
use warnings;
use List::Util qw(min max);

sub distance {
    my ($s, $t) = @_;
    my @previous = (0 .. length $t);
    for my $i (1 .. length $s) {
        my @current = ($i);
        for my $j (1 .. length $t) {
            my $cost = substr($s, $i - 1, 1) eq substr($t, $j - 1, 1) ? 0 : 1;
            push @current, min($previous[$j] + 1, $current[-1] + 1, $previous[$j - 1] + $cost);
        }
        @previous = @current;
    }
    return $previous[-1];
}
for my $pair (['kitten', 'sitting'], ['flaw', 'lawn'], ['', 'abc'], ['same', 'same']) {
    my ($x, $y) = @$pair;
    printf "%-8s %-8s %d\n", $x, $y, distance($x, $y);
}

# The common start of several words.
sub common_prefix {
    my ($first, @rest) = @_;
    for my $word (@rest) {
        chop $first while length $first && index($word, $first) != 0;
    }
    return $first;
}
print '[', join('] [', common_prefix(qw(interstellar internet interval)), common_prefix(qw(a b)), common_prefix('alone')), "]\n";

# The longest common subsequence.
sub lcs {
    my ($s, $t) = @_;
    my @best = map { [('') x (1 + length $t)] } 0 .. length $s;
    for my $i (1 .. length $s) {
        for my $j (1 .. length $t) {
            $best[$i][$j]
                = substr($s, $i - 1, 1) eq substr($t, $j - 1, 1) ? $best[$i - 1][$j - 1] . substr($s, $i - 1, 1)
                : length $best[$i - 1][$j] >= length $best[$i][$j - 1] ? $best[$i - 1][$j]
                :                                                        $best[$i][$j - 1];
        }
    }
    return $best[-1][-1];
}
print lcs('AGGTAB', 'GXTXAYB'), ' ', lcs('programming', 'gaming'), "\n";

# The best match for a word with a typing error.
my @known = qw(print printf sprintf splice split);
for my $typo (qw(prnit spilt sprinf)) {
    my ($best) = sort { distance($typo, $a) <=> distance($typo, $b) or $a cmp $b } @known;
    print "$typo -> $best\n";
}
