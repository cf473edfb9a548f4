# Hashes of hashes and of lists: autovivification, existence at depth, going through, printing.
use strict;
use warnings;

# Inner structures come into being when something is put into them.
my %deep;
$deep{a}{b}{c} = 1;
push @{ $deep{list} }, 1, 2;
$deep{count}{$_}++ for qw(x y x);
$deep{matrix}[1][2] = 'here';
print join(',', sort keys %deep), " $deep{count}{x} @{ $deep{list} } ", scalar @{ $deep{matrix} }, "\n";

# Asking at depth creates what is above.
print exists $deep{q}{r} ? 'yes' : 'no', ' ', exists $deep{q} ? 'created' : 'absent', "\n";
print exists $deep{z} && exists $deep{z}{r} ? 'yes' : 'no', ' ', exists $deep{z} ? 'created' : 'absent', "\n";

# Records by name.
my %people = (
    al => { age => 30, tags => ['x', 'y'] },
    bo => { age => 25, tags => [] },
);
for my $name (sort { $people{$a}{age} <=> $people{$b}{age} } keys %people) {
    my $p = $people{$name};
    print "$name $p->{age} [@{ $p->{tags} }] ", scalar @{ $p->{tags} }, "\n";
}

# References to the whole.
my $ref = \%people;
print join(',', sort keys %$ref), " $$ref{al}{age} ${$ref}{bo}{age} $ref->{al}->{age}\n";
print "in a string: $people{al}{age} and $people{al}{tags}[1] and @{[ sort keys %{ $people{bo} } ]}\n";

# Printing any structure.
sub dump_it {
    my ($data, $depth) = @_;
    my $pad = '  ' x $depth;
    if (ref $data eq 'HASH') {
        return join '', map { "$pad$_:\n" . dump_it($data->{$_}, $depth + 1) } sort keys %$data;
    }
    if (ref $data eq 'ARRAY') {
        return join '', map { "$pad-\n" . dump_it($_, $depth + 1) } @$data;
    }
    return $pad . (defined $data ? $data : 'undef') . "\n";
}
print dump_it({ list => [1, { k => undef }], text => 'value' }, 0);

# Inverting: from name to tags, to tag to names.
my %by_tag;
for my $name (sort keys %people) {
    push @{ $by_tag{$_} }, $name for @{ $people{$name}{tags} };
}
print join(' ', map { "$_=@{ $by_tag{$_} }" } sort keys %by_tag), "\n";

# Deleting inside, counting leaves.
delete $people{al}{tags};
print join(',', sort keys %{ $people{al} }), ' ', scalar(map { keys %$_ } values %people), "\n";

# A copy of the outer level shares the inner one.
my %shallow = %people;
$shallow{al}{age} = 99;
print "$people{al}{age}\n";
my %copied = map { $_ => { %{ $people{$_} } } } keys %people;
$copied{al}{age} = 1;
print "$people{al}{age}\n";
