# Records as hashes: sorting by fields, grouping, joining two tables, pivoting, totals.
use strict;
use warnings;

my @staff = map {
    my ($name, $dept, $pay) = split /:/;
    { name => $name, dept => $dept, pay => $pay };
} qw(ann:it:50 bob:hr:40 cat:it:70 dan:ops:40 eve:hr:45);

# By several fields.
for my $r (sort { $b->{pay} <=> $a->{pay} || $a->{name} cmp $b->{name} } @staff) {
    printf "%-4s %-4s %3d\n", @$r{qw(name dept pay)};
}

# Grouping with totals.
my %group;
push @{ $group{ $_->{dept} } }, $_ for @staff;
for my $dept (sort keys %group) {
    my $total = 0;
    $total += $_->{pay} for @{ $group{$dept} };
    my $names = join '/', map { $_->{name} } @{ $group{$dept} };
    printf "%s: %s, total %d, mean %.1f\n", $dept, $names, $total, $total / @{ $group{$dept} };
}

# Joining with another table.
my %boss = (it => 'cat', hr => 'eve');
print join(', ', map { "$_->{name} reports to " . ($boss{ $_->{dept} } // 'nobody') } grep { ($boss{ $_->{dept} } // '') ne $_->{name} } @staff), "\n";

# An index by name, and a change through it.
my %by_name = map { $_->{name} => $_ } @staff;
$by_name{bob}{pay} += 100;
print 'bob now ', $staff[1]{pay}, "\n";

# Inverting a hash of lists.
my %tags = (ann => ['a', 'b'], bob => ['b'], cat => ['a', 'c']);
my %inverse;
for my $name (sort keys %tags) {
    push @{ $inverse{$_} }, $name for @{ $tags{$name} };
}
print join('; ', map { "$_: @{ $inverse{$_} }" } sort keys %inverse), "\n";

# A pivot table.
my @sales = (['mon', 'tea', 3], ['mon', 'jam', 1], ['tue', 'tea', 4], ['mon', 'tea', 2]);
my (%table, %column);
for my $sale (@sales) {
    my ($day, $item, $n) = @$sale;
    $table{$day}{$item} += $n;
    $column{$item} = 1;
}
my @columns = sort keys %column;
print join("\t", '', @columns), "\n";
for my $day (sort keys %table) {
    print join("\t", $day, map { $table{$day}{$_} // 0 } @columns), "\n";
}
