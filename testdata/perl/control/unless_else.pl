# unless with elsif and else, until loops, and the low operators and, or, not, xor.
use strict;
use warnings;

for my $stock (0, 3, 20) {
    unless ($stock) {
        print "sold out\n";
    } elsif ($stock < 5) {
        print "only $stock left\n";
    } else {
        print "enough\n";
    }
}

my $n = 3;
until ($n == 0) {
    print "countdown $n\n";
    $n--;
}

# and, or, not bind looser than the assignment.
my $got = 0 || 'default';
my $low;
$low = $got eq 'x' or $low = 'after';
print "$got $low\n";

# not has a lower precedence than the comparison.
print "not equal\n" if not 1 == 2;
print "both\n" if 1 and not 0;

# xor needs both values.
for my $pair ([0, 0], [0, 1], [1, 0], [1, 1]) {
    my ($p, $q) = @$pair;
    print "$p xor $q: ", ($p xor $q) ? 'true' : 'false', "\n";
}

# The operators give back the value that decided.
my @tests = (0 || 'b', 'a' && 'b', '' // 'c', undef // 'd', 0 // 'e');
print join('|', @tests), "\n";

# Short circuit: the right side may never run.
my @ran;
1 or push @ran, 'or';
0 and push @ran, 'and';
defined(undef) // push @ran, 'dor';
print scalar(@ran), " ran\n";
