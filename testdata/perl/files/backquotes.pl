# qx and backquotes: output as text and lines, the status, quoting, standard error.
use strict;
use warnings;

my $text = `echo one; echo two`;
print "text: $text";

my @lines = `printf 'a\nb\nc\n'`;
chomp @lines;
print scalar(@lines), " lines: @lines\n";

# Variables are filled in, unless the quotes are single.
my $word = 'hello';
print `echo $word`;
print qx{echo "$word" world};
print qx'echo ${HOME:+home is set}';

# The status.
my $out = qx(echo output; exit 3);
chomp $out;
print "$out, status ", $? >> 8, "\n";

# Standard error joined in or thrown away.
my $both = `(echo out; echo err 1>&2) 2>&1`;
print 'both: ', join(' ', split ' ', $both), "\n";
my $quiet = `echo gone 1>&2 2>/dev/null`;
print 'quiet: [', $quiet, "]\n";

# No output.
my $none = `true`;
print defined $none ? 'defined, length ' . length $none : 'undef', "\n";

# Sorting by a program.
open my $data, '>', 'data' or die $!;
print $data "$_\n" for qw(pear apple fig);
close $data;
my @sorted = `sort data`;
print map { "sorted $_" } @sorted;

# In a loop.
for my $n (1 .. 3) {
    chomp(my $square = `expr $n \\* $n`);
    print "$n squared is $square\n";
}
