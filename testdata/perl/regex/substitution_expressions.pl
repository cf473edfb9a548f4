# Substitution with code: /e, nested, /ee, with functions, with side effects.
use strict;
use warnings;

(my $t = '1 2 3') =~ s/(\d+)/$1 * 2/ge;
print "$t\n";

# Function calls, sprintf, ternaries, lookups.
($t = 'price: 10 and 20') =~ s/(\d+)/sprintf('%.2f', $1 * 1.1)/ge;
print "$t\n";
my %value = (name => 'Bob', age => 5);
($t = 'Hi {name}, {age} years {none}') =~ s/\{(\w+)\}/exists $value{$1} ? $value{$1} : "?$1?"/ge;
print "$t\n";
my $wrap = sub { return "<$_[0]>" };
($t = 'ab') =~ s/(\w)/$wrap->($1)/ge;
print "$t\n";

# Counters and side effects.
my $i = 0;
($t = 'x x x') =~ s/x/++$i/ge;
print "$t ";
$i = 0;
($t = 'abcabc') =~ s/b/$i++ ? 'X' : $&/ge;
print "$t ";
my %seen;
($t = 'a b a c b') =~ s/(\w)/$seen{$1}++ ? '-' : $1/ge;
print "$t\n";

# Collecting while removing.
my %pair;
(my $rest = 'k=v; k2=v2; flag') =~ s/(\w+)=(\w+);?\s*/$pair{$1} = $2; ''/ge;
print join(',', map { "$_>$pair{$_}" } sort keys %pair), " $rest\n";

# A match or a substitution within the code.
($t = 'one two') =~ s/(\w+)/(my $w = $1) =~ s,o,0,g; $w/ge;
print "$t ";
($t = 'a(b)c(d)') =~ s/\((\w)\)/my $x = $1; $x =~ tr{a-z}{A-Z}; "[$x]"/ge;
print "$t ";
($t = 'x1y22') =~ s/(\w)(\d+)/join '', map { $1 . $_ } split m{}, $2/ge;
print "$t\n";

# Several lines of code.
($t = '3 of 5') =~ s{(\d+) \s of \s (\d+)}{
    my ($part, $whole) = ($1, $2);
    my $percent = 100 * $part / $whole;
    "$percent%";
}xe;
print "$t\n";

# ee evaluates the result once more.
my $x = 41;
($t = '$x + 1') =~ s/(\$\w+)/$1/ee;
print "$t ";
($t = '2*3 and 4+5') =~ s/(\d[*+]\d)/$1/gee;
print "$t\n";

# Repeating until nothing changes; recursion.
$t = '((a)(b))';
1 while $t =~ s/\((\w*)\)/<$1>/ || $t =~ s/\(((?:<\w*>)*)\)/[$1]/;
print "$t ";
sub expand {
    my ($text) = @_;
    $text =~ s/(\d)\((\w*)\)/$2 x $1/ge ? expand($text) : $text;
}
print expand('2(a)3(bc)'), ' ', expand('2(a2(b))'), "\n";

# Encoding.
($t = 'a b&c') =~ s/([^A-Za-z0-9])/sprintf '%%%02X', ord $1/ge;
print "$t ";
$t =~ s/%([0-9A-F]{2})/chr hex $1/ge;
print "$t\n";
