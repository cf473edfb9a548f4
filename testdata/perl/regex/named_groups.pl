# Named groups: %+ and %-, backreferences by name, the same name twice, in substitutions.
use strict;
use warnings;

if ('2024-05-06' =~ /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/) {
    print "$+{day}.$+{month}.$+{year} $1\n";
    print join(',', map { "$_=$+{$_}" } sort keys %+), "\n";
    my %date = %+;
    print scalar keys %date, " $date{month}\n";
}

# Other notations for the name.
print "$+{a}$+{b}\n" if 'xy' =~ /(?'a'x)(?P<b>y)/;

# Backreferences by name, in several notations.
print join(' ', map { 'abcabc' =~ $_ ? 1 : 0 } qr/(?<x>abc)\k<x>/, qr/(?<x>abc)\k'x'/, qr/(?<x>abc)\k{x}/, qr/(?<x>abc)\g{x}/, qr/(?P<x>abc)(?P=x)/), "\n";

# In a substitution.
(my $swapped = 'Doe, John') =~ s/(?<last>\w+), (?<first>\w+)/$+{first} $+{last}/;
print "$swapped\n";
(my $calculated = '3x4 5x6') =~ s/(?<p>\d)x(?<q>\d)/$+{p} * $+{q}/ge;
print "$calculated\n";

# A name used twice: %+ has the leftmost that matched, %- all of them.
if ('ab' =~ /(?<l>a)(?<l>b)/) {
    print "$+{l} ", join(',', @{ $-{l} }), "\n";
}
for my $t ('1 km', 'mile 2') {
    if ($t =~ /^(?:(?<n>\d) km|mile (?<n>\d))$/) {
        print "$+{n} ", join(',', map { $_ // 'undef' } @{ $-{n} }), "\n";
    }
}

# Names that took no part are not in %+, but in %-.
if ('a' =~ /(?<here>a)|(?<there>b)/) {
    print join(',', sort keys %+), ' | ', join(',', sort keys %-), ' | ', exists $+{there} ? 'exists' : 'missing', ' ', defined $-{there}[0] ? 'defined' : 'undefined', "\n";
}

# In a loop with g.
my $config = "name = Ann\nage=30\n# comment\ncity = Oslo";
my %value;
while ($config =~ /^(?<key>\w+)\s*=\s*(?<value>.*)$/mg) {
    $value{ $+{key} } = $+{value};
}
print join('; ', map { "$_: $value{$_}" } sort keys %value), "\n";

# Numbered and named groups together; a parser of log lines.
my $log = qr/^\[(?<level>\w+)\] (?<time>(\d+):(\d+)) (?<text>.*)/;
for my $line ('[INFO] 10:20 started', '[WARN] 10:21 low memory', 'garbage') {
    if ($line =~ $log) {
        print "$+{level} at $3h$4 ($2): $+{text}\n";
    } else {
        print "no match: $line\n";
    }
}
