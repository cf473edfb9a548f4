# Nested data in expressions: extremes, sums of sums, tables, merging, zipping, chunks.
use strict;
use warnings;

my %tree;
my ($min, $max) = (sort { $a <=> $b } 3, 1, 2)[0, -1];
print "$min $max\n";

my %h;
$h{ $_->[0] }{ $_->[1] } += $_->[2] for ['a', 'x', 1], ['a', 'y', 2], ['a', 'x', 3];
print join(",", map {"$_=$h{a}{$_}"} sort keys %{ $h{a} }), "\n";

my @sorted = map { $_->[1] } sort { $a->[0] <=> $b->[0] } map { [length, $_] } qw(ccc a bb);
print "@sorted\n";

my $table = [
    map {
        my $r = $_;
        [map { $r * $_ } 1 .. 3]
    } 1 .. 3
];
print join("|", map { sprintf "%2d" x @$_, @$_ } @$table), "\n";

delete $tree{x}{y};
print exists $tree{x} ? "viv" : "no", "\n";

my @uniq = do {
    my %s;
    grep { !$s{$_}++ } qw(b a b);
};
print "@uniq\n";

my %merged = map {%$_} { a => 1 }, { b => 2 };
print join(",", map {"$_$merged{$_}"} sort keys %merged), "\n";

my @zip = map { [$_, (qw(a b c))[$_]] } 0 .. 2;
print join(" ", map {"$_->[0]$_->[1]"} @zip), "\n";

my ($x, $y) = @{ { x => 1, y => 2 } }{qw(x y)};
print "$x$y\n";

my @chunks;
my @data = 1 .. 7;
push @chunks, [splice @data, 0, 3] while @data;
print join("|", map {"@$_"} @chunks), "\n";
printf "%s\n", join ",", map {"$_->{n}"} sort { $a->{n} <=> $b->{n} } values %{ { p => { n => 2 }, q => { n => 1 } } };
