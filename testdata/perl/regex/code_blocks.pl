# Code in patterns: (?{ ... }) runs in the middle of a match, (??{ ... }) gives a pattern to match there.
use strict;
use warnings;

my @parts;
"abc" =~ /(.+?)(?{ push @parts, $1 })(?!)/;
print "@parts\n";

my $count = 0;
"aaaa" =~ /a*(?{ $count++ })(*FAIL)/;
print "$count\n";

for my $word (qw(abcba abba xyz level noon)) {
    print "$word: ", ($word =~ /^(.+).?(??{ reverse $1 })$/ ? "palindrome" : "plain"), "\n";
}

my $nested;
$nested = qr/\((?:[^()]+|(??{ $nested }))*\)/;
print "$&\n" if "x(a(b)c(d(e)))y" =~ $nested;

print "condition: $1\n" if "abc" =~ /(.)(?(?{ $1 eq 'b' })c|z)/;
"12345" =~ /(\d)(?{ print "at ", pos(), " with $1 in $_\n" })4/;
"foobar" =~ /foo(?{ 7 * 6 })bar/ and print "value: $^R\n";

sub inner {
    my $depth = shift;
    "ab" =~ /(a)(?{ inner($depth - 1) if $depth })b/;
    print "depth $depth: $1\n";
}
inner(2);

my $last;
(my $sum = "1+2") =~ s/(\d)(?{ $last = $1 })/<$last>/g;
print "$sum\n";
print join("|", "ab12cd" =~ /([a-z]+)(??{ '\d+' })([a-z]+)/), "\n";
print "gives back\n" if "aaab" =~ /^(??{ 'a+' })ab$/;

my @kept = map { my $k = $_; qr/(?{ print "k$k " })x/ } 1 .. 3;
"x" =~ $_ for @kept;
"xx" =~ /$kept[1]$kept[2]/;
print "\n";

eval { "a" =~ /a(?{ die "stopped\n" })/ };
print "error: $@";
print "matching goes on\n" if "abc" =~ /b/;
"abc" =~ /(?<name>b)(?{ print "named: $+{name}\n" })/;
