# Laying out text: centering, wrapping, indenting, tables, boxes.
use strict;
use warnings;

sub center {
    my ($text, $width) = @_;
    my $left = int(($width - length $text) / 2);
    return ' ' x $left . $text . ' ' x ($width - $left - length $text);
}
print '[', center($_, 11), "]\n" for qw(a word seven);

# Wrapping by words.
sub wrap {
    my ($width, $text) = @_;
    my @lines = ('');
    for my $word (split ' ', $text) {
        if (length($lines[-1]) + length($word) + 1 > $width && length $lines[-1]) {
            push @lines, '';
        }
        $lines[-1] .= (length $lines[-1] ? ' ' : '') . $word;
    }
    return @lines;
}
my $story = 'The quick brown fox jumps over the lazy dog and runs far away from it all.';
print "$_\n" for wrap(20, $story);

# The same by one pattern.
(my $folded = $story) =~ s/(.{1,20})(?:\s+|$)/$1\n/g;
print $folded;

# Indenting a block.
my $block = "first\n  second\nthird\n";
(my $indented = $block) =~ s/^/    /gm;
print $indented;

# A box around lines.
my @lines = ('short', 'a longer line', '');
my $width = 0;
for (@lines) {
    $width = length if length > $width;
}
print '+', '-' x ($width + 2), "+\n";
printf "| %-*s |\n", $width, $_ for @lines;
print '+', '-' x ($width + 2), "+\n";

# A table with columns as wide as needed.
my @rows = ([qw(name qty price)], ['apple', 3, '1.20'], ['watermelon', 12, '10.00']);
my @widths;
for my $row (@rows) {
    for my $i (0 .. $#$row) {
        my $l = length $row->[$i];
        $widths[$i] = $l if !defined $widths[$i] || $l > $widths[$i];
    }
}
print join(' ', map { sprintf "%-$widths[$_]s", $rows[0][$_] } 0 .. 2), "\n";
print join(' ', map { '=' x $_ } @widths), "\n";
print join(' ', map { sprintf '%*s', $widths[$_] * ($_ ? 1 : -1), $rows[2][$_] } 0 .. 2), "\n";
