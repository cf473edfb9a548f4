# Splitting by patterns for everyday formats: paths, CSV lines, key-value lists, paragraphs, tokens.
use strict;
use warnings;

# A path.
my @parts = split m{/}, '/usr/local/lib';
print scalar @parts, ' ', join('|', @parts), "\n";

# A list with different separators.
print join('|', split /\s*[,;]\s*/, 'a, b;c ;d'), "\n";

# A query string.
my %query = map { split /=/, $_, 2 } split /[&;]/, 'name=Ann&age=30;x=a=b';
print join(' ', map { "$_=$query{$_}" } sort keys %query), "\n";

# Lines, with and without their ends.
my $text = "one\ntwo\n\nthree\n";
print scalar(my @lines = split /\n/, $text), ' ', scalar(my @with = split /^/m, $text), "\n";

# Paragraphs.
my @paragraphs = split /\n{2,}/, "p1 l1\np1 l2\n\n\np2 l1\n";
print scalar @paragraphs, ' ', join('|', map { s/\n/ /gr } @paragraphs), "\n";

# Tokens with their separators kept.
print join('|', split /([-+*\/()])/, '1+(2*3)-x'), "\n";
print join('|', grep { /\S/ } split /(\s+|[(),])/, 'f(a, b)'), "\n";

# Fixed width.
print join('|', 'abcdefgh' =~ /(.{1,3})/g), ' ', join('|', unpack '(A3)*', 'abcdefgh'), "\n";

# The number of a field from the end, the first and the rest.
my $line = 'root:x:0:0:Super User:/root:/bin/sh';
my ($user, @rest) = split /:/, $line;
print "$user ", scalar @rest, ' ', (split /:/, $line)[-1], ' ', (split /:/, $line)[4], "\n";
my ($command, $arguments) = split ' ', '  run  it   now', 2;
print "[$command] [$arguments]\n";

# Nested: a table in a string.
my @table = map { [split /,/] } split /;/, '1,2;3,4;5';
print join(' ', map { scalar(@$_) . ":@$_" } @table), "\n";
