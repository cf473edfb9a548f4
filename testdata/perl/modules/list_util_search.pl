# List::Util: first, any, all, none, notall.
use strict;
use warnings;
use List::Util qw(first any all none notall);

my @numbers = (3, 8, 12, 5, 20);

print 'first even ', (first { $_ % 2 == 0 } @numbers), "\n";
my $missing = first { $_ > 100 } @numbers;
print defined $missing ? 'found' : 'nothing', "\n";

# A false value may be found.
my $zero = first { $_ < 1 } 5, 0, -1;
print "zero is $zero\n";

sub yes { return $_[0] ? 'yes' : 'no' }
print 'any > 15: ', yes(any { $_ > 15 } @numbers), "\n";
print 'all > 2: ', yes(all { $_ > 2 } @numbers), "\n";
print 'none > 50: ', yes(none { $_ > 50 } @numbers), "\n";
print 'notall odd: ', yes(notall { $_ % 2 } @numbers), "\n";

# The empty list.
print join(' ', yes(any { 1 } ()), yes(all { 0 } ()), yes(none { 1 } ()), yes(notall { 0 } ())), "\n";

# They stop as soon as the answer is known.
my $looked = 0;
any { $looked++; $_ > 5 } @numbers;
print "looked at $looked\n";

# In conditions and with records.
my @people = ({ name => 'Ann', age => 30 }, { name => 'Bob', age => 15 });
print "a minor\n" if any { $_->{age} < 18 } @people;
my $adult = first { $_->{age} >= 18 } @people;
print "adult $adult->{name}\n";
print "no Cid\n" unless any { $_->{name} eq 'Cid' } @people;

# Primes with none.
my @primes = grep { my $n = $_; none { $n % $_ == 0 } 2 .. sqrt $n } 2 .. 30;
print "@primes\n";
