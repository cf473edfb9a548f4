# The variables of a match: $1, $&, $+, $^N, @-, @+, their scope and life.
use strict;
use warnings;

'The cat sat' =~ /(c\w+) (s\w+)/ or die;
print "$1|$2|$&|$`|$'|$+|$^N\n";
print "$-[0] $+[0] $-[1] $+[1] $-[2] $+[2] $#- $#+\n";
'The cat sat' =~ /c\w+/p or die;
print "[${^PREMATCH}] [${^MATCH}] [${^POSTMATCH}]\n";

# Each block has its own view; leaving it brings the old one back.
'outer' =~ /(o)/;
for my $word ('alpha', 'beta') {
    $word =~ /(.)$/;
    print $1;
}
print " $1\n";
if ('x' =~ /(x)/) {
    print "$1 ";
}
print "$1\n";

# A sub has its own, too.
sub digits { return $_[0] =~ /(\d+)/ ? $1 : 'none' }
'a1' =~ /(\w)/;
print digits('b22'), " $1\n";

# Arguments that are captures must be copied before another match.
sub show {
    my ($text) = @_;
    'other' =~ /(t)/;
    return "$text $1";
}
'value' =~ /(val)/;
print show("$1"), "\n";

# In a loop with g.
my $n = 0;
while ('a1b2' =~ /([a-z])(\d)/g) {
    print "$1-$2 ";
    last if ++$n == 2;
}
print "\n";

# After a substitution they belong to it.
(my $t = 'key=value') =~ s/(\w+)=(\w+)/$2/;
print "$t $1 $2\n";

# Assigning to them is an error.
eval { $1 = 'x'; 1 } or print "error: $@";

# As positions they may cut the string.
my $s = 'find the needle here';
if ($s =~ /needle/) {
    print substr($s, 0, $-[0]), '[', substr($s, $-[0], $+[0] - $-[0]), ']', substr($s, $+[0]), "\n";
}
print defined $2 ? 'defined' : 'undefined', "\n" if 'a' =~ /(a)|(b)/;
