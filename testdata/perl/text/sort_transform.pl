# Sorting by computed keys: the Schwartzian transform, cached keys, natural order, versions.
use strict;
use warnings;

# Compute the key once for every element.
my @words  = qw(ccc a bb dddd);
my @sorted = map { $_->[1] } sort { $a->[0] <=> $b->[0] } map { [length, $_] } @words;
print "@sorted\n";

# A cache in a hash.
my %key;
my @by_last = sort { ($key{$a} //= last_letter($a)) cmp ($key{$b} //= last_letter($b)) or $a cmp $b } qw(dog cat ape bee);
print "@by_last\n";

sub last_letter {
    my ($word) = @_;
    return substr $word, -1;
}

# Numbers inside of names.
my @files = qw(file10 file9 file100 file1);
print join(' ', sort { ($a =~ /(\d+)/)[0] <=> ($b =~ /(\d+)/)[0] } @files), "\n";

# Natural order: compare piece by piece.
sub natural {
    my ($x, $y) = @_;
    my @x = $x =~ /(\d+|\D+)/g;
    my @y = $y =~ /(\d+|\D+)/g;
    while (@x && @y) {
        my ($p, $q) = (shift @x, shift @y);
        my $order = $p =~ /^\d/ && $q =~ /^\d/ ? $p <=> $q : $p cmp $q;
        return $order if $order;
    }
    return @x <=> @y;
}
print join(' ', sort { natural($a, $b) } qw(a10b a9 a10 b1 a1 a10a)), "\n";

# Versions: number by number.
sub version_order {
    my @x = split /\./, $a;
    my @y = split /\./, $b;
    for my $i (0 .. ($#x > $#y ? $#x : $#y)) {
        my $order = ($x[$i] // 0) <=> ($y[$i] // 0);
        return $order if $order;
    }
    return 0;
}
print join(' ', sort version_order qw(1.10 1.9 1.9.1 0.5 1.10.0)), "\n";

# Records by several fields.
my @people = (
    { name => 'Ann', age => 30 },
    { name => 'Bob', age => 25 },
    { name => 'Cid', age => 30 },
);
print join(' ', map { $_->{name} } sort { $b->{age} <=> $a->{age} or $b->{name} cmp $a->{name} } @people), "\n";
