# List::Util: uniq in its forms, head, tail, zip, mesh, shuffle and sample.
use strict;
use warnings;
use List::Util qw(uniq uniqnum uniqint uniqstr head tail zip mesh shuffle sample sum);

print join(' ', uniq qw(a b a c b)), ' ', scalar(uniq(1, 1, 2, 3)), "\n";
print join(' ', uniqnum 1, '1.0', 2, '2e0', 3), ' | ', join(' ', uniq 1, '1.0', 2), "\n";
print join(' ', uniqint 1, 1.9, 2.1, -1.5, -1), ' | ', join(' ', uniqstr 'a', 'A', 'a'), "\n";

print join(' ', head 2, 'a' .. 'e'), ' | ', join(' ', head -2, 'a' .. 'e'), ' | ', join(' ', head 10, 'a', 'b'), "\n";
print join(' ', tail 2, 'a' .. 'e'), ' | ', join(' ', tail -2, 'a' .. 'e'), "\n";

# zip makes rows, mesh a flat list.
my @names = qw(ann bob cid);
my @ages  = (30, 25);
print join('; ', map { join ',', map { $_ // 'none' } @$_ } zip \@names, \@ages), "\n";
my %age = mesh ['x', 'y'], [1, 2];
print join(',', map { "$_=$age{$_}" } sort keys %age), "\n";
print join(' ', map { $_ // '-' } mesh ['a', 'b', 'c'], [1]), "\n";

# Random order keeps the elements.
my @shuffled = shuffle 1 .. 20;
print scalar(@shuffled), ' ', sum(@shuffled), ' ', join(',', sort { $a <=> $b } @shuffled) eq join(',', 1 .. 20) ? 'same elements' : 'lost some', "\n";
my @some = sample 5, 1 .. 20;
print scalar(@some), ' ', scalar(uniq @some), "\n";

# Transposing a matrix with zip.
my @matrix = ([1, 2, 3], [4, 5, 6]);
print join(' | ', map { "@$_" } zip @matrix), "\n";
