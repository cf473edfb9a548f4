# Autovivification: what is made on the way, by reading, writing, exists, and in arguments.
use strict;
use warnings;

my %data;
$data{a}{b}{c} = 1;
$data{list}[2] = 'third';
push @{ $data{queue} }, 'x', 'y';
$data{count}{$_}++ for qw(p q p);
print join(' ', sort keys %data), "\n";
print ref $data{a}, ' ', ref $data{list}, ' ', scalar @{ $data{list} }, ' ', "@{ $data{queue} }", "\n";
print join(',', map { "$_$data{count}{$_}" } sort keys %{ $data{count} }), "\n";

# Reading a deep element makes the levels above it.
my $value = $data{x}{y}{z};
print defined $value ? 'defined' : 'undef', ' ', exists $data{x} ? 'x' : '-', ' ', exists $data{x}{y} ? 'y' : '-', ' ', exists $data{x}{y}{z} ? 'z' : '-', "\n";

# exists does so, too; a test level by level does not.
my %other;
print exists $other{p}{q} ? 1 : 0, ' ', join(',', keys %other), "\n";
my %clean;
print exists $clean{p} && exists $clean{p}{q} ? 1 : 0, ' [', join(',', keys %clean), "]\n";

# An undefined variable becomes what it is used as.
my ($array, $hash, $both);
$array->[1] = 'b';
$hash->{k} = 'v';
$both->{list}[0]{deep} = 1;
print scalar(@$array), ' ', join(',', keys %$hash), ' ', ref $both->{list}[0], "\n";

# As a list to loop over or to push to, but not as a plain value.
my $loop;
for (@$loop) { print "never\n" }
print ref $loop, "\n";
my $strict;
eval { my @copy = @$strict; };
print $@ =~ /^Can't use an undefined value as an ARRAY reference/ ? "refused\n" : "allowed\n";
print defined $strict ? 'made' : 'still undef', "\n";

# In the arguments of a sub and behind a backslash.
my %args;
sub ignore { return scalar @_ }
ignore(@{ $args{list} });
my $ref = \$args{scalar};
print join(',', sort keys %args), "\n";
$$ref = 'through';
print $args{scalar}, "\n";

# A counter of three levels.
my %sales;
$sales{ $_->[0] }{ $_->[1] } += $_->[2] for ['n', 'a', 5], ['s', 'a', 1], ['n', 'b', 2], ['n', 'a', 4];
for my $region (sort keys %sales) {
    print "$region: ", join(' ', map { "$_=$sales{$region}{$_}" } sort keys %{ $sales{$region} }), "\n";
}
