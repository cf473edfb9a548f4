# Words that are operators, functions or names depending on their place.
use strict;
use warnings;

# As hash keys, before fat commas, after arrows.
my %h = (x => 1, y => 2, q => 3, s => 4, tr => 5, m => 6, lt => 7, and => 8, sort => 9);
print join(' ', map { "$_=$h{$_}" } sort keys %h), "\n";
print $h{x} + $h{y} + $h{q} + $h{s} + $h{tr} + $h{m} + $h{lt} + $h{and} + $h{sort}, "\n";
my @slice = @h{qw(x y), 'q'};
print "@slice\n";

# x as an operator, as a name, with a number.
print 'a' x 3, ' ', 'b'x2, ' ', '-' x length 'abc', ' ', join(',', (1) x 3), ' ', "x" x 2, "\n";
my $x = 2;
print 'c' x $x, ' ', $x x $x, "\n";

# Methods with the names of functions and operators.
package Words {
    sub new { return bless {}, shift }
    sub print { return 'method print' }
    sub q { return 'method q' }
    sub x { return 'method x' }
    sub s { return "method s(@_[1 .. $#_])" }
    sub lc { return 'method lc' }
}
my $w = Words->new;
print join(', ', $w->print, $w->q, $w->x, $w->s(1, 2), $w->lc), "\n";

# Word operators and symbols.
my ($true, $false) = (1, 0);
print 'and ' if $true and not $false;
print 'or ' if $false or $true;
print 'xor ' if $true xor $false;
print "a" lt "b" ? 'lt ' : '', 'b' gt 'a' ? 'gt ' : '', 'a' le 'a' ? 'le ' : '', 'a' ne 'b' ? 'ne ' : '', 'a' cmp 'b', "\n";

# Division or pattern, less-than or file, modulus or hash: told by the place.
my %percent = (a => 1);
my $half = $x / 2;
my $rest = 7 % 4;
my $less = $x < 3;
my $keys = keys %percent;
my ($first) = split /,/, 'p,q';
print "$half $rest $less $keys $first ", 10 / 2 / 5, ' ', time / time, "\n";

# A minus before a word, a question mark, a colon.
print -foo => ' ', $true ? 'yes' : 'no', ' ', $true ? $false ? 'a' : 'b' : 'c', "\n";
print "@{[ map +($_ => 1), 'k' ]} @{[ map { ($_, 2) } 'l' ]} @{[ map {; $_ => 3 } 'm' ]}\n";
