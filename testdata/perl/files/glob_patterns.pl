# glob and the angle brackets with patterns: stars, sets, braces, several patterns, loops.
use strict;
use warnings;

for my $name (qw(apple.txt banana.txt cherry.log a1 a2 b1 .hidden)) {
    open my $out, '>', $name or die $!;
    close $out;
}
mkdir 'sub' or die $!;
open my $out, '>', 'sub/inner.txt' or die $!;
close $out;

my @patterns = ('*.txt', '*', '?1', '[ab][12]', '*.{txt,log}', 'none*', 'sub/*', '*/*.txt', '.h*', '{x,y}z');
for my $pattern (@patterns) {
    my @found = glob $pattern;
    print "$pattern -> @found\n";
}

# Several patterns in one text.
my @both = glob '*.log a?';
print "both: @both\n";

# The angle brackets.
my @texts = <*.txt>;
print scalar(@texts), " texts\n";
my $ending = 'log';
my @logs = <*.$ending>;
print "logs: @logs\n";

# As an iterator.
while (my $file = glob 'a[0-9]') {
    print "next: $file\n";
}

# Braces without files make lists.
print join(' ', glob '{a,b}{1,2}'), "\n";

# Deleting by pattern.
print unlink(glob '*.txt'), " deleted\n";
print join(' ', glob '*'), "\n";
