# Matching: success and failure, binding, the topic, what is matched, case.
use strict;
use warnings;

my $s = 'The quick brown fox jumps over 13 lazy dogs in 2024';

print $s =~ /quick/ ? 1 : 0, $s =~ /QUICK/ ? 1 : 0, $s =~ /QUICK/i ? 1 : 0, $s !~ /cat/ ? 1 : 0, "\n";

# The value of a match in scalar context is true or the empty string.
my $yes = $s =~ /fox/;
my $no  = $s =~ /wolf/;
print "[$yes] [$no]\n";

# Captures in order of their opening parentheses.
if ($s =~ /((\w+) (\w+)) fox/) {
    print "$1 | $2 | $3\n";
}

# The parts before, in and after the match.
if ('hello world' =~ /o w/) {
    print "[$`] [$&] [$'] $-[0] $+[0]\n";
}

# Captures keep their values until the next successful match in the same scope.
'abc' =~ /(b)/;
'xyz' =~ /(q)/;
print "$1\n";

# The topic is matched without binding.
for ('apple', 'banana', 'cherry') {
    print "$_ " if /an/;
    print "$_ " unless /e/;
}
print "\n";

# In a condition with a capture, in list context, with a default.
my ($number) = $s =~ /(\d+)/;
my ($missing) = $s =~ /(\d{7})/;
my $year = $s =~ /(\d{4})/ ? $1 : 'none';
print "$number ", defined $missing ? 'defined' : 'undefined', " $year\n";

# Without groups a match in list context gives 1 or the empty list.
my @found = $s =~ /fox/;
my @none  = $s =~ /wolf/;
print scalar @found, " @found ", scalar @none, "\n";

# Patterns in variables, alternatives, negation, several conditions.
my @patterns = ('^The', 'dogs?', '\d{4}$');
print join(' ', map { $s =~ /$_/ ? 'yes' : 'no' } @patterns), "\n";
print "both\n" if $s =~ /quick/ && $s =~ /lazy/ && $s !~ /slow/;
my ($animal) = $s =~ /(cat|fox|dog)/;
print "$animal\n";
