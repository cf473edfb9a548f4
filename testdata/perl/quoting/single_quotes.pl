# Single quotes: only \\ and the escaped delimiter are special; q with every kind of delimiter.
use strict;
use warnings;

my $name = 'unused';

print 'single $name @list \n \t \x41', "\n";
print 'it\'s', ' ', 'a\\b', ' ', 'a\b', ' ', 'ends with \\', "\n";
print length('\\'), length('\''), length('\n'), length('\\n'), "\n";

# q with brackets, which may be nested.
print q(paren (nested) ok), ' ', q{brace {x} y}, ' ', q[a[1]], ' ', q<b<c>>, "\n";

# With other characters; the delimiter itself is escaped.
print q!wow!, ' ', q|a b|, ' ', q/path\/to/, ' ', q#hash#, ' ', q.dots., ' ', q!a\!b!, "\n";
print q(\)), q{\}}, q(a\\), q(\n), "\n";

# A blank between q and its delimiter; a letter as the delimiter.
print q (spaced), ' ', q xletterx, "\n";

# Over several lines.
my $text = 'first
second';
print length $text, ' ', scalar(my @lines = split /\n/, $text), "\n";

# No variables are put in, so these characters are plain.
my $template = 'Dear $NAME, you owe @AMOUNT{total} (50%)';
print "$template\n";
(my $filled = $template) =~ s/\$NAME/Ann/;
print "$filled\n";

# Empty, and joined.
print '', q(), 'a' . q(b) . 'c', "\n";
print "same\n" if 'abc' eq q(abc) and q{it's} eq "it's";
