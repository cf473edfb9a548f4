# Logical operators: their values, short circuits, and the precedence of words and symbols.
use strict;
use warnings;

# && and || give one of their operands.
print 5 && 6, ' ', 0 || 'other', ' ', 0 // 'other', ' ', '' || 0 || 'last', ' ', (1 && 0), "\n";
print 'a' && 'b' || 'c', ' ', '' && 'b' || 'c', "\n";

# The right side is evaluated only when needed.
my @log;
sub note {
    my ($name, $value) = @_;
    push @log, $name;
    return $value;
}
my $r = note('a', 0) && note('b', 1);
$r = note('c', 1) || note('d', 1);
$r = note('e', undef) // note('f', 1);
$r = note('g', 0) // note('h', 1);
print "@log\n";

# Assignment operators evaluate the right side only when they assign.
@log = ();
my ($x, $y, $z) = (1, 0, undef);
$x ||= note('x', 2);
$y ||= note('y', 2);
$z //= note('z', 2);
$x &&= note('and', 3);
print "$x $y $z @log\n";

# Words bind weaker than an assignment.
my $none = 0;
my $strong = $none || 5;
my $weak;
$weak = $none or $weak = 7;
print "$strong $weak\n";
my @list = (3, 2);
@list or die 'the list is empty';
print "@list\n";
print 'not: ', (not 0), ' ', (not 1) || 'empty', "\n";
print +(1 xor 1) ? 'true' : 'false', ' ', (!1 xor 1) ? 'true' : 'false', "\n";

# Unless and else, chains of conditions.
for my $n (-1, 0, 5, 50) {
    my $word = $n < 0 ? 'negative' : $n == 0 ? 'zero' : $n < 10 ? 'small' : 'big';
    print "$n is $word\n" unless $n == 50;
    print "skipped $n\n" if $n == 50 and $word eq 'big';
}

# A ternary as the left side, and in list context.
my ($left, $right) = (0, 0);
(1 ? $left : $right) = 'set';
my @chosen = 0 ? (1, 2) : (3, 4, 5);
print "$left $right @chosen\n";

# The last value of && in list context.
my @words = (1 && ('p', 'q'));
print scalar @words, "\n";
print "short\n" if !($none && die 'never');
