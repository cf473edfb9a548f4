# Sort of records by two keys.
use strict;
use warnings;

my ($seed, @records) = (7);
for my $i (1 .. 120_000) {
    $seed = ($seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    push @records, { group => int($seed / 65_536) % 100, name => 'n' . $seed % 50_000 };
}
my @sorted = sort { $a->{group} <=> $b->{group} || $a->{name} cmp $b->{name} } @records;
my $check = 0;
for my $i (0 .. $#sorted) {
    $check = ($check + $sorted[$i]{group} * ($i % 97) + length $sorted[$i]{name}) % 1_000_000_007;
}
print "sortcmp $sorted[0]{name} $sorted[-1]{name} $check\n";
