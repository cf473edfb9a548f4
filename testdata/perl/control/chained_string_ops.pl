# Chained comparisons by hand and by nature, and the operators that keep their operands.
use v5.32;
use warnings;

# Perl chains relational and equality operators.
for my $n (0, 5, 10) {
    say "$n in range" if 1 <= $n <= 9;
    say "$n out of range" unless 1 <= $n < 10;
}
say 'ordered' if 1 < 2 < 3 <= 3;
say 'same' if 2 == 2.0 == 2;
say 'words' if 'a' lt 'b' lt 'c';

# Each operand is computed once, and the rest not at all after a failure.
my @computed;
sub value { push @computed, $_[0]; return $_[0] }
my $ok = value(3) < value(2) < value(9);
say $ok ? 'yes' : 'no', " after @computed";

# Assignment operators return the variable.
my $x = 5;
($x += 2) *= 3;
say $x;
my ($p, $q);
$p = $q = 7;
$p++;
say "$p $q";

# or-assignments in a row.
my %opt;
$opt{name} ||= '' || 'anonymous';
$opt{count} //= 0;
$opt{count} ||= 10;
$opt{count} &&= $opt{count} + 1;
say "$opt{name} $opt{count}";

# Text steps.
my $id = 'az9';
$id++;
say $id;
my $version = 'Zz';
$version++;
say $version;
my $neg = -'word';
say $neg, ' ', -$neg;
