# Sort: by text and by number, descending, by several keys, with named subs.
use strict;
use warnings;

my @numbers = (10, 9, 2, 33, 1);
print join(' ', sort @numbers), "\n";
print join(' ', sort { $a <=> $b } @numbers), "\n";
print join(' ', sort { $b <=> $a } @numbers), "\n";
print join(' ', reverse sort { $a <=> $b } @numbers), "\n";

# The comparison as a named sub, in a variable, by name.
sub by_number { return $a <=> $b }
print join(' ', sort by_number @numbers), "\n";
my $descending = sub { $b <=> $a };
print join(' ', sort $descending @numbers), "\n";
my $name = 'by_number';
{
    no strict 'refs';
    print join(' ', sort $name @numbers), "\n";
}

my @words = qw(pear Apple fig banana apple);
print join(' ', sort @words), "\n";
print join(' ', sort { lc $a cmp lc $b or $a cmp $b } @words), "\n";
print join(' ', sort { length $a <=> length $b || $a cmp $b } @words), "\n";

# Keys of a hash by their values, then by name.
my %age = (tom => 30, ann => 25, bob => 30, eve => 41);
print join(' ', sort { $age{$b} <=> $age{$a} or $a cmp $b } keys %age), "\n";

# In place, parts of it, without duplicates.
@numbers = sort { $a <=> $b } @numbers;
print "@numbers\n";
print join(' ', (sort qw(z y x))[0, 1]), "\n";
my %seen;
print join(' ', grep { !$seen{$_}++ } sort @words, 'fig'), "\n";

# sort takes the whole list that follows.
print join(' ', sort(map { $_ * 2 } 5, 1, 10)), '|', join(' ', sort(qw(c a b))), "\n";
print join(' ', sort { $a <=> $b } grep { $_ % 2 } @numbers), "\n";

# The indexes in the order of the elements.
my @order = sort { $words[$a] cmp $words[$b] } 0 .. $#words;
print "@order\n";
print scalar(my @empty = sort @{ [] }), "\n";
