# The range operator in scalar context: a switch that is on between two conditions.
use strict;
use warnings;

# From the third to the fifth.
for (1 .. 10) {
    print "$_ " if ($_ == 3) .. ($_ == 5);
}
print "\n";

# With two dots both conditions may be met by one element, with three not.
for (1 .. 6) {
    print "$_ " if ($_ == 3) .. ($_ == 3);
}
print "| ";
for (1 .. 6) {
    print "$_ " if ($_ == 3) ... ($_ == 3);
}
print "\n";

# Between two marks; the value counts, and ends with E0.
my @lines = ('before', 'BEGIN', 'one', 'two', 'END', 'after', 'BEGIN', 'three');
for (@lines) {
    if (my $n = /BEGIN/ .. /END/) {
        print "$n:$_ ";
    }
}
print "\n";

# Without the marks themselves.
@lines = ('x', '<<', 'inside 1', 'inside 2', '>>', 'y');
for (@lines) {
    my $n = /<</ .. />>/;
    print "[$_]" if $n && $n != 1 && $n !~ /E/;
}
print "\n";

# Each flip-flop of the source keeps its own state.
sub within {
    my ($value) = @_;
    return ($value eq 'on') .. ($value eq 'off') ? 'yes' : 'no';
}
print join(' ', map { within($_) } qw(a on b off c)), "\n";
print join(' ', map { within($_) } qw(x on)), ' ', within('y'), "\n";

# Line numbers of a file compared with constants.
my $text = join '', map { "line $_\n" } 1 .. 6;
open my $in, '<', \$text or die "cannot open: $!";
while (<$in>) {
    print if 2 .. 4;
}
close $in;

# Paragraphs of comments skipped.
my @source = ('code', '=pod', 'text', '=cut', 'more code');
print join(',', grep { !(/^=pod/ .. /^=cut/) } @source), "\n";
