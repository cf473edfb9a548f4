# Quotemeta and \Q: which characters get a backslash, and how they make a pattern of plain text.
use strict;
use warnings;

print quotemeta('a.b*c[d]'), ' ', quotemeta('a_b 1-2'), ' [', quotemeta(''), "]\n";
print quotemeta(q{!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~}), "\n";
print "\Qa.b\E.c \Q\$x\E\n";

# Without an argument it works on $_.
for ('1+1') {
    print quotemeta, "\n";
}

# A variable in a pattern is a pattern, unless it is quoted.
my $price = '$5.00';
my $label = 'costs $5.00 today';
print $label =~ /$price/     ? "match\n" : "no match\n";
print $label =~ /\Q$price\E/ ? "match\n" : "no match\n";
print index($label, $price), "\n";

# The quotes end at \E.
my $star = 'a*';
print 'a*aaa' =~ /^\Q$star\Ea+$/ ? "match\n" : "no match\n";

# Variables are put in first, then quoted.
my @list = ('a.b', 'c|d');
print "\Q@list\E\n";
print "\Q$list[0]\E \Q$list[1]\E\n";

# An alternation of plain words.
my @names   = ('c++', 'c#', 'f(x)');
my $pattern = join '|', map { quotemeta } sort @names;
print "$pattern\n";
my @found = 'from c++ to c# to f(x) to c' =~ /($pattern)/g;
print "@found\n";

# Every character is its own pattern when quoted.
my $failed = 0;
for my $code (1 .. 255) {
    my $char = chr $code;
    my $quoted = quotemeta $char;
    $failed++ if $char !~ /^$quoted\z/;
}
print "failed: $failed\n";
