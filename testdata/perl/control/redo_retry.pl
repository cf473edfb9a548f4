# redo: the body again, without the condition and without the next element.
use strict;
use warnings;

# Retry an unsteady action up to three times for each name.
my %failures = (disk => 2, network => 1, screen => 0, printer => 9);
for my $name (sort keys %failures) {
    our $attempt;
    $attempt = 0 unless defined $attempt;
    $attempt++;
    if ($failures{$name}-- > 0 and $attempt < 3) {
        print "$name: attempt $attempt failed\n";
        redo;
    }
    print "$name: done after $attempt\n";
    undef $attempt;
}

# Join lines that end in a backslash.
my @lines = ("one \\", "two \\", "three", "four");
while (defined(my $line = shift @lines)) {
    if ($line =~ s/\\$//) {
        $line .= shift @lines if @lines;
        unshift @lines, $line;
        redo unless 1;
        next;
    }
    print "[$line]\n";
}

# A bare block with redo is a loop.
my $n = 0;
{
    $n++;
    redo if $n < 4;
}
print "block ran $n times\n";

# redo skips the third part of a C-style for.
my @trace;
my $again = 1;
for (my $i = 0; $i < 3; $i++) {
    push @trace, $i;
    if ($again and $i == 1) {
        $again = 0;
        redo;
    }
}
print "trace: @trace\n";
