# Counting and grouping with hashes.
use strict;
use warnings;

my @words = qw(apple bob cat apple dog bob apple);

my %count;
$count{$_}++ for @words;
for my $word (sort { $count{$b} <=> $count{$a} || $a cmp $b } keys %count) {
    printf "%-6s%d\n", $word, $count{$word};
}

# Grouping by a property.
my %by_length;
push @{ $by_length{ length $_ } }, $_ for @words;
for my $length (sort { $a <=> $b } keys %by_length) {
    print "$length: @{ $by_length{$length} }\n";
}

# Two levels of counting.
my %seen;
$seen{ substr $_, 0, 1 }{$_}++ for @words;
for my $letter (sort keys %seen) {
    print "$letter: ", join(', ', map { "$_ x$seen{$letter}{$_}" } sort keys %{ $seen{$letter} }), "\n";
}

# Sums by key.
my %total;
for my $sale (['north', 10], ['south', 5], ['north', 7.5]) {
    my ($region, $amount) = @$sale;
    $total{$region} += $amount;
}
print join(' ', map { "$_=$total{$_}" } sort keys %total), "\n";

# The most frequent letter.
my %letters;
$letters{$_}++ for grep { /\w/ } split //, 'mississippi river';
my ($most) = sort { $letters{$b} <=> $letters{$a} || $a cmp $b } keys %letters;
print "$most $letters{$most}\n";

# Words that occur once; duplicates.
print join(' ', grep { $count{$_} == 1 } sort keys %count), ' | ', join(' ', grep { $count{$_} > 1 } sort keys %count), "\n";

# An index of words to lines.
my @lines = ('to be or not', 'not to see', 'be seen');
my %index;
for my $i (0 .. $#lines) {
    $index{$_}{ $i + 1 } = 1 for split ' ', $lines[$i];
}
print join('; ', map { "$_: " . join ',', sort { $a <=> $b } keys %{ $index{$_} } } sort keys %index), "\n";

# Histogram.
print "$_ ", '*' x $count{$_}, "\n" for sort keys %count;
