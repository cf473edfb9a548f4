# The escapes \U \L \u \l \Q \E in strings: their reach, nesting, and together with variables.
use strict;
use warnings;

my $name = 'mixed Case';
my @list = ('one', 'two');
my %h    = (k => 'value.x');

print "\Uall upper $name\E and back\n";
print "\LALL LOWER $name\E and Back\n";
print "\u$name \l$list[0] \u$h{k} \UX\E\n";

# \u and \l reach one character, the first of a variable too.
print "\uabc \lABC \u\LHELLO wORLD\E! \L\uHELLO\E\n";

# \E ends the innermost; the end of the string ends all.
print "\Uone \Ltwo three\E four\n";
print "\Uto the end\n";
print "\Qa.b\E.c \Q$h{k}\E \Q[@list]\E\n";
print "\Q\Ua+b\E\n";

# Together with arrays, expressions, and nothing.
print "\U@list\E \u@list \L@{[ 'ABC' ]}\E \U\E|\n";
print "a\Ub${name}c\Ed\n";

# In patterns.
my $word = 'a.c';
print 'abc' =~ /^$word$/ ? 'match' : 'no match', ' ', 'abc' =~ /^\Q$word\E$/ ? 'match' : 'no match', "\n";
print 'HELLO' =~ /^\Uhello\E$/ ? "match\n" : "no match\n";

# In replacements.
(my $title = 'the quick fox') =~ s/(\w+)/\u$1/g;
(my $shout = 'say it') =~ s/(it)/\U$1!\E now/;
(my $camel = 'some_long_name') =~ s/_(\w)/\u$1/g;
(my $snake = 'someLongName') =~ s/([A-Z])/_\l$1/g;
print "$title, $shout, $camel, $snake\n";

# In heredocs.
print <<END;
\U$name\E \u$list[1]
END

# They do nothing in single quotes.
print '\Uabc\E', "\n";
