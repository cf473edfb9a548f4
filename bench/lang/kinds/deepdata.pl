# Nested data: hashes of hashes of arrays.
use strict;
use warnings;
my %db;
for my $i (1 .. 200_000) {
    my ($site, $disk) = ('s' . $i % 50, 'd' . $i % 200);
    $db{$site}{$disk}{bytes} += $i;
    push @{ $db{$site}{$disk}{list} }, $i if $i % 4 == 0;
    $db{$site}{count}++;
}
my $total = 0;
for my $site (sort keys %db) {
    for my $disk (sort keys %{ $db{$site} }) {
        next if $disk eq 'count';
        $total += $db{$site}{$disk}{bytes} % 1000;
        $total += scalar @{ $db{$site}{$disk}{list} || [] };
    }
}
print "$total\n";
