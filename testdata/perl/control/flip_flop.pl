# The range operator in scalar context: a switch that is on from one line to another.
use strict;
use warnings;

my @text = (
    'prologue', 'BEGIN', 'first line', 'second line', 'END', 'between',
    'BEGIN', 'third line', 'END', 'epilogue',
);

# From BEGIN to END, both included.
for (@text) {
    print "in: $_\n" if /^BEGIN/ .. /^END/;
}

# The value is a sequence number; the last one carries E0.
for (@text) {
    my $state = /^BEGIN/ .. /^END/;
    print "$_: [$state]\n" if $state;
}

# Without the border lines.
my @inner;
for (@text) {
    my $state = /^BEGIN/ .. /^END/;
    push @inner, $_ if $state and $state != 1 and $state !~ /E0$/;
}
print join('; ', @inner), "\n";

# Three dots do not test the end on the line that starts.
my @marks = ('--', 'inside', '--', 'outside');
print "two dots: ", join(' ', grep { /^--/ .. /^--/ } @marks), "\n";
print "three dots: ", join(' ', grep { /^--/ ... /^--/ } @marks), "\n";

# Constants are compared with the number of the line read last.
while (my $line = <DATA>) {
    print $line if 2 .. 3;
}
__DATA__
line one
line two
line three
line four
