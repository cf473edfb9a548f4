# List functions of the language together: map, grep, sort, reverse, join, splice, wantarray.
use strict;
use warnings;

my @words = qw(delta Alpha charlie bravo Echo);

print join(' ', map { ucfirst lc } sort { lc $a cmp lc $b } grep { length > 4 } @words), "\n";
print join(' ', map { "$_->[0]$_->[1]" } grep { $_->[1] > 5 } map { [substr($_, 0, 1), length] } @words), "\n";

# map may return nothing, or several values.
my @flat    = map { $_ % 2 ? () : ($_, $_ * 10) } 1 .. 4;
my %squares = map { ("n$_" => $_ ** 2) } 1 .. 3;
my @indexes = grep { $words[$_] =~ /^[a-z]/ } 0 .. $#words;
print "@flat | ", join(',', map { "$_=$squares{$_}" } sort keys %squares), " | @indexes\n";

# The number of results.
my $count = grep { /a$/i } @words;
my $total = () = map { split // } qw(ab cde);
print "$count $total\n";

# Existence, the first, the place.
print((grep { $_ eq 'bravo' } @words) ? 'found ' : 'missing ');
my ($first) = grep { /^[A-Z]/ } @words;
my ($place) = grep { $words[$_] eq 'charlie' } 0 .. $#words;
print "$first $place\n";

# Partition, zip, chunk, flatten.
my (@short, @long);
push @{ length $_ > 5 ? \@long : \@short }, $_ for @words;
my @zipped = map { ($words[$_], $_) } 0 .. 1;
my @nested = ([1, 2], [3, [4]]);
print "@short | @long | @zipped | ", join(',', map { ref ? map { ref $_ ? @$_ : $_ } @$_ : $_ } @nested), "\n";

# Sums and products by hand.
my ($sum, $product) = (0, 1);
($sum, $product) = ($sum + $_, $product * $_) for 1 .. 5;
print "$sum $product\n";

# Sub as an argument: a map of our own.
sub apply(&@) {
    my ($code, @list) = @_;
    my @results;
    for (@list) {
        push @results, $code->($_);
    }
    return wantarray ? @results : \@results;
}
my @doubled = apply { $_ * 2 } 1 .. 3;
my $ref     = apply { $_[0] . '!' } 'a', 'b';
print "@doubled @$ref\n";

# Lists of code.
my @steps = (sub { $_[0] + 1 }, sub { $_[0] * 2 }, sub { "<$_[0]>" });
my $value = 3;
$value = $_->($value) for @steps;
print "$value\n";
