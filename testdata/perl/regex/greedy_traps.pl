# Traps with patterns: greedy matches, alternatives, precedence, empty matches, variables.
use strict;
use warnings;

# Alternatives are tried from the left, not by length.
print join(' ', 'foobar' =~ /^(foo|foobar)/, 'foobar' =~ /^(foobar|foo)/, 'foobar' =~ /^(foo|foobar)$/), "\n";

# The bar binds weaker than everything else.
print join(' ', map { /^a|b$/ ? 'yes' : 'no' } 'ax', 'xb', 'x'), ' ', join(' ', map { /^(?:a|b)$/ ? 'yes' : 'no' } 'ax', 'xb', 'a'), "\n";

# A greedy dot goes too far; a negated class stops.
my $line = 'a "first" and "second" b';
my ($greedy) = $line =~ /"(.*)"/;
my ($lazy)   = $line =~ /"(.*?)"/;
my ($class)  = $line =~ /"([^"]*)"/;
print "$greedy | $lazy | $class\n";

# Lazy is not shortest: the start is fixed first.
my ($not_shortest) = 'aaXbbX' =~ /(a.*?X)/;
print "$not_shortest\n";

# $ matches before a final newline.
print "abc\n" =~ /c$/ ? 'yes' : 'no', ' ', "abc\n" =~ /c\z/ ? 'yes' : 'no', ' ', "abc\n\n" =~ /c$/ ? 'yes' : 'no', "\n";

# A star is content with nothing.
print 'xyz' =~ /\d*/ ? 'matches, at ' . $-[0] . ', length ' . length $& : 'no', "\n";
(my $s = 'abc') =~ s/\d*/-/;
print "$s\n";

# Special characters from a variable.
my $user = '1+1';
print '1+1=2' =~ /^$user/ ? 'yes' : 'no', ' ', '1+1=2' =~ /^\Q$user\E/ ? 'yes' : 'no', ' ', '11' =~ /^$user/ ? 'yes' : 'no', "\n";

# An array or a subscript in a pattern.
my @list = ('a', 'b');
my %h = (k => 'x+');
print 'b1' =~ /^$list[1]1$/ ? 'element' : 'no', ' ', 'xx' =~ /^$h{k}$/ ? 'hash' : 'no', ' ', 'a b' =~ /^@list$/ ? 'list' : 'no', ' ', 'a1' =~ /^(?:${\ $list[0]})[0-9]$/ ? 'class' : 'no', "\n";

# A dollar at the end of a group, a bar after a variable.
my $v = 'v';
print join(' ', map { /^(?:$v|w$)/ ? 'yes' : 'no' } 'vx', 'w', 'wx'), "\n";

# Nested quantifiers and backtracking.
print 'aaaaaaaaaaaaaaaaaaaaaaaab' =~ /^(?:a|aa)+b$/ ? "yes\n" : "no\n";
print 'ab' =~ /^(?:a?)*?b/ ? "yes\n" : "no\n";
print 'aXb' =~ /a(?#a comment)X b/x ? "yes\n" : "no\n";
