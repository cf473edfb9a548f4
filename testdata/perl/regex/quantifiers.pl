# Quantifiers: greedy, lazy and possessive; counts; what they do with nothing to match.
use strict;
use warnings;

my @texts = ('', 'a', 'aa', 'aaa', 'aaaa');
for my $pattern ('a*', 'a+', 'a?', 'a{2}', 'a{2,}', 'a{1,3}', 'a{0}', 'a{0,2}') {
    print "$pattern: ", join(' ', map { /^($pattern)/ ? length $1 : '-' } @texts), "\n";
}

# Greedy takes as much as possible, lazy as little as possible.
my $html = '<b>x</b><b>y</b>';
print $html =~ /<b>(.+)<\/b>/ ? "$1" : '', ' ', $html =~ /<b>(.+?)<\/b>/ ? "$1" : '', "\n";
print 'aaaa' =~ /(a{2,3}?)(a*)/ ? "$1 $2" : '', ' ', 'aaaa' =~ /(a??)(a*)/ ? "[$1] $2" : '', "\n";
print 'x123' =~ /(\d*)/ ? "[$1]" : '', ' ', 'x123' =~ /(\d+)/ ? "[$1]" : '', ' ', 'x123' =~ /(\d+?)/ ? "[$1]" : '', "\n";

# Possessive gives nothing back.
print 'aaa' =~ /a++a/ ? 'yes' : 'no', ' ', 'aaab' =~ /a++b/ ? 'yes' : 'no', ' ', '"abc' =~ /"[^"]*+"/ ? 'yes' : 'no', ' ', 'aab' =~ /a?+ab/ ? 'yes' : 'no', "\n";

# The atomic group does the same for any pattern.
print 'aaab' =~ /(?>a+)ab/ ? 'yes' : 'no', ' ', 'foobar' =~ /(?>foo|foobar)bar/ ? 'yes' : 'no', "\n";

# Quantified groups: the last round stays in the capture.
print 'a1b2c3' =~ /^(?:([a-z])(\d))+$/ ? "$1$2\n" : "no\n";
print 'aba' =~ /^(a|ab)(c|bcd|ba)*$/ ? "$1 " . ($2 // 'undef') . "\n" : "no\n";
print 'xyxy' =~ /^(xy){2}$/ ? "twice\n" : "no\n";

# Braces that are no count are plain characters.
print 'a{,2}' =~ /a{,2}/ ? 'plain' : 'count', ' ', 'a{1' =~ /a\{1/ ? 'plain' : 'no', "\n";

# Nested quantifiers and alternation.
for my $ip ('192.168.1.1', '1.2.3', '999.1.1.1') {
    print "$ip ", $ip =~ /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/ ? 'valid' : 'invalid', "\n";
}
print join('|', 'aabbbcc' =~ /((.)\2*)/g), "\n";
