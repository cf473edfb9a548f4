# How arithmetic results print: whole floats, small fractions, sums of money, large counts.
use strict;
use warnings;

print 10 / 3, ' ', 10 / 5, ' ', 1e3, ' ', 1.0, ' ', 3.10, ' ', 1_000_000, "\n";
print 0.1 + 0.2, ' ', 1 - 0.9, ' ', 1e-5, ' ', 0.00012, ' ', 1 / 7, "\n";
print 1e15, ' ', 1e15 + 1, ' ', 123456789 * 1000, ' ', 2**40, ' ', 1e15 * 10, ' ', 3e0, "\n";
print 1000000 * 1000000, ' ', 1e6 * 1e6, ' ', 1e9 * 1e9, ' ', 99999999999999999999, "\n";

# A list of sums, as text and by sprintf.
for my $n (0.5, 2.50, 1234.5678, 1e7 / 3) {
    print $n, ' ', sprintf('%.2f', $n), ' ', sprintf('%d', $n), ' ', sprintf('%s', $n), ' ', int($n), "\n";
}

# Numbers within strings.
my ($price, $count) = (1.10, 3);
print "price $price, total @{[ $price * $count ]}, half ${\ ($price / 2)}\n";

# Comparing after formatting.
print sprintf('%.2f', 0.1 + 0.2) == 0.3 ? 'equal' : 'different', ' ', 0.1 + 0.2 eq '0.3' ? 'same text' : 'other text', "\n";

# Adding zero to tidy text; multiplying by one.
print '007' + 0, ' ', '1.500' + 0, ' ', '1e3' * 1, ' ', '+5' + 0, ' ', '.5' + 0, ' ', '-0' + 0, "\n";

# Negative numbers, minus signs in front of text.
print -1 - -1, ' ', -(-3), ' ', 5 - -5, ' ', -7 / 2, ' ', -'5', ' ', - '-5', "\n";

# Counters as text keep their width.
my $id = '0009';
my $next = $id + 1;
(my $padded = $id) =~ s/(\d+)/sprintf '%0*d', length $1, $1 + 1/e;
my $magic = '0009';
$magic++;
print "$magic $next $padded\n";

# Sizes.
for my $bytes (512, 2048, 5_000_000, 3 * 2**30) {
    my ($size, @units) = ($bytes, 'B', 'K', 'M', 'G');
    ($size, @units) = ($size / 1024, @units[1 .. $#units]) while $size >= 1024 && @units > 1;
    printf "%s=%.1f%s ", $bytes, $size, $units[0];
}
print "\n";
