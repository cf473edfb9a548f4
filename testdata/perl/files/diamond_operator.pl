# STDIN: from standard input
# STDIN: second line
# The empty angle brackets: files of @ARGV one after the other, standard input without any.
use strict;
use warnings;

while (my $line = <>) {
    print "stdin: $line";
}

for my $n (1 .. 3) {
    open my $out, '>', "part$n" or die $!;
    print $out "part $n line $_\n" for 1 .. $n;
    close $out;
}

@ARGV = ('part1', 'part2', 'part3');
my %lines;
while (<>) {
    $lines{$ARGV}++;
}
print join(', ', map { "$_: $lines{$_}" } sort keys %lines), "\n";

# eof without parentheses is the end of each file.
@ARGV = ('part1', 'part2');
while (<>) {
    chomp;
    print $_, (eof ? " [end of $ARGV]\n" : "\n");
}

# eof with parentheses is the end of the last one.
@ARGV = ('part1', 'part2');
while (<>) {
    chomp;
    print $_, (eof() ? " [the end]\n" : "\n");
}

# In list context.
@ARGV = ('part2', 'part3');
my @all = <>;
print scalar(@all), " lines\n";

# A missing file is a warning and the next one is read.
{
    local $SIG{__WARN__} = sub { print 'warning: ', $_[0] =~ s/ at \S+ line.*//sr, "\n" };
    @ARGV = ('missing', 'part1');
    print while <>;
}

# The double form reads the same files.
@ARGV = ('part1');
print "double: $_" while <<>>;
