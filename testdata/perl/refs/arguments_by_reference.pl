# Passing references: changing arrays and hashes of the caller, returning references, named outputs.
use strict;
use warnings;

sub append {
    my ($list, @more) = @_;
    push @$list, @more;
    return scalar @$list;
}
my @colors = ('red');
print append(\@colors, 'green', 'blue'), " @colors\n";

# Two arrays stay apart.
sub both_lengths {
    my ($first, $second) = @_;
    return (scalar @$first, scalar @$second);
}
my @short = (1);
print join(' ', both_lengths(\@colors, \@short)), "\n";

# Changing a hash in place.
sub apply_defaults {
    my ($options, %default) = @_;
    for my $key (keys %default) {
        $options->{$key} = $default{$key} unless exists $options->{$key};
    }
    return $options;
}
my %options = (size => 5);
my $same = apply_defaults(\%options, size => 1, color => 'none');
print join(',', map { "$_=$options{$_}" } sort keys %options), ' ', $same == \%options ? 'same hash' : 'copy', "\n";

# Swapping through references to scalars.
sub swap {
    my ($x, $y) = @_;
    ($$x, $$y) = ($$y, $$x);
    return;
}
my ($p, $q) = ('p', 'q');
swap(\$p, \$q);
print "$p$q\n";

# Several results in one hash.
sub statistics {
    my @n = sort { $a <=> $b } @_;
    my $sum = 0;
    $sum += $_ for @n;
    return {
        count  => scalar @n,
        min    => $n[0],
        max    => $n[-1],
        mean   => $sum / @n,
        median => @n % 2 ? $n[$#n / 2] : ($n[@n / 2 - 1] + $n[@n / 2]) / 2,
    };
}
my $s = statistics(4, 8, 15, 16, 23, 42);
print join(' ', map { "$_=$s->{$_}" } sort keys %$s), "\n";

# A sub as argument.
sub each_pair {
    my ($hash, $code) = @_;
    $code->($_, $hash->{$_}) for sort keys %$hash;
    return;
}
each_pair(\%options, sub { print "  $_[0] is $_[1]\n" });

# A copy protects the caller.
sub sorted_copy { my @copy = sort @{ $_[0] }; return \@copy }
my $sorted = sorted_copy(\@colors);
print "@$sorted | @colors\n";
