# Sorting what is no number by number, undefined values, mixed case, infinities.
use strict;
use warnings;

# Text counts as its leading number, with a warning.
my @mixed = sort { $a <=> $b } '10', '9 lives', '2';
print join(',', @mixed), "\n";

# Undefined values sort first.
no warnings 'uninitialized';
my @gaps = sort { $a <=> $b } 1, undef, -1;
print join(',', map { defined ? $_ : 'undef' } @gaps), "\n";
@gaps = sort { $a cmp $b } 'b', undef;
print join(',', map { defined ? $_ : 'undef' } @gaps), "\n";

# Numbers in different spelling.
my @spelled = sort { $a <=> $b } '1e2', '20', '0.5', '-3', '1_0' =~ /(\d+)/;
print "@spelled\n";
my $inf = 9**9**9;
print join(' ', sort { $a <=> $b } 5, $inf, -$inf, 0), "\n";

# By text, capitals come before small letters, digits before both.
print join(' ', sort qw(b A a B 10 9 _x)), "\n";

# Without a sub, undefined values are compared as text.
my @default = sort 'x', undef, 'a';
print join(',', map { defined ? $_ : 'undef' } @default), "\n";

# Sort in a package of its own uses the variables of that package.
package Other;

my @inside = sort { $b <=> $a } 1 .. 4;
print "@inside\n";
