# Alternation: order, empty alternatives, nesting, many words, captures in the branches.
use strict;
use warnings;

my @words = qw(cat category dog dogma cow);
my $alternatives = join '|', @words;
print join(' ', map { /^($alternatives)/ ? $1 : '-' } qw(category dogmatic cows bird)), "\n";

# Longest first by sorting.
my $longest = join '|', sort { length $b <=> length $a || $a cmp $b } @words;
print "$longest\n", join(' ', map { /^($longest)/ ? $1 : '-' } qw(category dogmatic cows bird)), "\n";

# Empty alternatives.
print join(' ', map { /^(a|)b$/ ? "[$1]" : '-' } qw(ab b cb)), ' ', join(' ', map { /^(?:x||y)z/ ? 1 : 0 } qw(xz z yz)), "\n";

# Captures in branches; the undefined ones.
for my $date ('2024-05-06', '06.05.2024', '5/6') {
    my ($y, $m, $d) = $date =~ /^(\d{4})-(\d\d)-(\d\d)$/     ? ($1, $2, $3)
                    : $date =~ /^(\d\d)\.(\d\d)\.(\d{4})$/   ? ($3, $2, $1)
                    :                                          ();
    print defined $y ? "$y $m $d\n" : "unknown: $date\n";
}

# Nested, with common prefixes, with classes, with quantifiers.
print join(' ', map { /^(?:Jan(?:uary)?|Feb(?:ruary)?|Ma(?:r(?:ch)?|y))$/ ? 'month' : 'no' } qw(Jan January Feb Mar March May Ma)), "\n";
print join(' ', 'colour color gray grey' =~ /\b(?:colou?r|gr[ae]y)\b/g), "\n";
print join('', map { /^(?:[+-]?\d+|inf|nan)$/i ? 'n' : '-' } '12', '-3', 'INF', 'x', 'NaN'), "\n";

# Many words with a class of endings.
my %kind = (noun => [qw(cat dog)], verb => [qw(run eat)]);
my %pattern = map { my $k = $_; ($k => do { my $p = join '|', @{ $kind{$k} }; qr/^(?:$p)s?$/ }) } keys %kind;
for my $word (qw(cats run eats table)) {
    my ($found) = grep { $word =~ $pattern{$_} } sort keys %pattern;
    print "$word: ", $found // 'unknown', "\n";
}

# In a substitution.
my %units = (km => 'kilometres', m => 'metres', s => 'seconds');
(my $text = '5 km and 3 m in 20 s') =~ s/(\d+) (km|m|s)\b/$1 $units{$2}/g;
print "$text\n";
