# Ignoring case: in matches, classes, backreferences, substitutions, sorting and hash keys.
use strict;
use warnings;

print join(' ', map { /perl/i ? 'yes' : 'no' } 'Perl', 'PERL', 'pearl'), "\n";
print join('', 'aBcDeF' =~ /[a-c]/gi), ' ', join('', 'aBcDeF' =~ /[^a-c]/gi), ' ', join('', 'aBc' =~ /[[:upper:]]/g), "\n";

# Part of a pattern only.
print join(' ', map { /^(?i:get|post) \/Index$/ ? 'yes' : 'no' } 'GET /Index', 'get /Index', 'get /index'), "\n";

# Keeping the case of the first letter in a replacement.
(my $t = 'Cat and cat and CAT') =~ s/(c)at/($1 eq 'C' ? 'D' : 'd') . 'og'/gie;
print "$t\n";
(my $u = 'Foo foo FOO') =~ s/(foo)/$1 eq uc $1 ? 'BAR' : $1 eq ucfirst lc $1 ? 'Bar' : 'bar'/gie;
print "$u\n";

# Hash keys in lower case.
my %seen;
my @unique = grep { !$seen{ lc $_ }++ } qw(Apple apple APPLE Pear);
print "@unique\n";

# Sorting.
print join(' ', sort { lc $a cmp lc $b or $a cmp $b } qw(b A a B)), ' ', join(' ', sort qw(b A a B)), "\n";

# Comparing whole strings.
my ($x, $y) = ('HeLLo', 'hEllO');
print lc $x eq lc $y ? 'equal' : 'different', ' ', $x =~ /^\Q$y\E$/i ? 'equal' : 'different', "\n";

# index has no flag for it.
print index(lc 'Hello World', lc 'WORLD'), ' ', 'Hello World' =~ /WORLD/i ? $-[0] : -1, "\n";

# A compiled pattern brings its own flag along.
my $word = qr/perl/i;
print 'I like PERL a lot' =~ /like $word a/ ? 'yes' : 'no', ' ', 'I LIKE PERL' =~ /like $word/ ? 'yes' : 'no', "\n";
my @found = grep { /^(?:yes|on|true|1)$/i } qw(YES no On TRUE 1 false);
print "@found\n";
