# Delete: elements, slices, array elements, local delete, what is returned.
use strict;
use warnings;

my %h = (a => 1, b => 2, c => 3, d => 4);

my $one = delete $h{a};
my @two = delete @h{qw(b c)};
print "$one @two ", join(',', keys %h), "\n";

# In scalar context a slice gives the last value deleted.
%h = (a => 1, b => 2, c => 3);
my $last = delete @h{qw(a b)};
print "$last ", join(',', keys %h), "\n";

# Missing keys.
my $nothing = delete $h{missing};
print defined $nothing ? 'defined' : 'undefined', "\n";

# Nested, through references.
my $data = { x => { y => 1, z => 2 }, l => [1, 2, 3] };
delete $data->{x}{y};
delete $data->{l}[-1];
print join(',', keys %{ $data->{x} }), ' ', scalar @{ $data->{l} }, "\n";
delete $data->{x};
print join(',', sort keys %$data), "\n";

# In an array, the middle becomes undefined, the end is cut.
my @a = (1 .. 5);
delete $a[1];
print exists $a[1] ? 'exists' : 'gone', ' ', defined $a[1] ? 'defined' : 'undefined', ' ', scalar @a, "\n";
delete $a[4];
print scalar @a, "\n";
delete @a[2, 3];
print scalar @a, " @a\n";

# For the time of a block.
our %config = (debug => 0, level => 3);
sub show_config {
    return join ',', map { "$_=$config{$_}" } sort keys %config;
}
{
    delete local $config{debug};
    print show_config(), "\n";
}
print show_config(), "\n";

# A value is moved to another key.
my %rename = (old => 'value');
$rename{new} = delete $rename{old};
print join('=', %rename), "\n";

# Taking options out of a hash with defaults.
my %opt = (width => 10, other => 1);
my $width  = delete $opt{width}  // 80;
my $height = delete $opt{height} // 25;
print "$width $height ", join(',', sort keys %opt), "\n";

# Deleting while a copy of the keys is walked.
my %n = map { $_ => 1 } 'a' .. 'e';
delete $n{$_} for grep { $_ gt 'c' } keys %n;
print join('', sort keys %n), "\n";
