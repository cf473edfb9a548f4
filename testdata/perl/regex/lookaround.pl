# Looking ahead and behind, positive and negative.
use strict;
use warnings;

print 'foobar' =~ /foo(?=bar)/ ? "$&" : '', ' ', 'foobaz' =~ /foo(?!bar)/ ? "$&" : '', ' ', 'price 100' =~ /(?<=price )\d+/ ? "$&" : '', ' ', 'xbar' =~ /(?<!foo)bar/ ? "$&" : '', "\n";

# Nothing is taken: the same text can be looked at again.
print 'abc' =~ /^(?=.*c)(?=.*a)(?!.*x)\w+$/ ? "all conditions\n" : "no\n";
for my $password ('abc', 'abcdef1', 'ABCdef12') {
    my $good = $password =~ /^(?=.{8,}$)(?=.*\d)(?=.*[a-z])(?=.*[A-Z])/;
    print "$password ", $good ? 'good' : 'weak', "\n";
}

# Captures inside of a look ahead stay.
print 'key=value' =~ /(?=.*=(\w+))(\w+)/ ? "$2 $1\n" : "no\n";

# Overlapping matches.
print join(' ', 'abcd' =~ /(?=(\w\w))/g), ' ', scalar(() = 'aaaa' =~ /(?=aa)/g), "\n";

# Inserting without taking anything.
(my $thousands = '1234567') =~ s/(?<=\d)(?=(?:\d{3})+$)/,/g;
(my $spaced = 'someCamelCaseName') =~ s/(?<=[a-z])(?=[A-Z])/ /g;
print "$thousands $spaced\n";

# Splitting at borders.
print join('|', split /(?<=,)/, 'a,b,c'), ' ', join('|', split /(?=[A-Z])/, 'oneTwoThree'), "\n";

# Negative look behind with alternatives, of several lengths.
print join(' ', 'a.b c..d' =~ /(?<!\.)\.(?!\.)/g ? 'single dot' : 'none'), ' ', join(',', 'cats dogs birds' =~ /\b\w+(?<!og)s\b/g), "\n";
print join(',', '10EUR 20USD 30EUR' =~ /\d+(?=EUR)/g), ' ', join(',', '$10 20 $30' =~ /(?<=\$)\d+/g), ' ', join(',', '$10 20 $30' =~ /(?<![\$\d])\d+/g), "\n";
print join('|', 'aXbYc' =~ /(?<=a|bY)./g), "\n";

# \K forgets what was matched so far.
(my $kept = 'foobar') =~ s/foo\Kbar/BAZ/;
(my $path = 'dir/sub/file.txt') =~ s/.*\/\K.*//;
print "$kept $path\n";

# Conditions in the pattern.
print join(',', map { /^(\()?a(?(1)\))$/ ? 'yes' : 'no' } 'a', '(a)', '(a', 'a)'), "\n";
print join(',', map { /^(?<q>")?\w+(?(<q>)"|!)$/ ? 'yes' : 'no' } '"a"', 'a!', '"a!', 'a'), "\n";

# No match between quotes: an even number of quotes follows.
my @commas = split /,(?=(?:[^"]*"[^"]*")*[^"]*$)/, 'a,"b,c",d';
print scalar @commas, " @commas\n";
