# The conditional operator: chains, as an lvalue, in lists and strings.
use strict;
use warnings;

sub size_of {
    my $n = shift;
    return $n < 0    ? 'negative'
         : $n == 0   ? 'zero'
         : $n < 10   ? 'small'
         : $n < 1000 ? 'medium'
         :             'large';
}
printf "%5d is %s\n", $_, size_of($_) for -5, 0, 7, 42, 5000;

# As an lvalue.
my ($even, $odd) = (0, 0);
for my $n (1 .. 7) {
    ($n % 2 ? $odd : $even) += $n;
}
print "even $even odd $odd\n";

# Choosing a whole list or a hash.
my @many = (1, 2, 3);
my @none;
for my $list (\@many, \@none) {
    my @show = @$list ? @$list : ('(empty)');
    print "@show\n";
}

# It binds tighter than assignment and looser than the comparisons.
my $max = 3 > 2 ? 3 : 2;
print "max $max\n";
my $text = 'items: ' . (@many == 1 ? 'one' : scalar @many);
print "$text\n";

# Only the chosen side runs.
my $calls = 0;
sub call { return ++$calls }
my $value = 1 ? 'left' : call();
print "$value, $calls calls\n";

# Plural forms.
print "$_ file", ($_ == 1 ? '' : 's'), "\n" for 0, 1, 2;
