# Leaving several levels: labels on blocks, last in do-while with a block, nested subs and loops.
use strict;
use warnings;
my @out;
BLOCK: {
    push @out, 'start';
    for my $i (1 .. 3) {
        last BLOCK if $i == 2;
        push @out, $i;
    }
    push @out, 'never';
}
print "@out\n";
my $i = 0;
LOOP: {
    do {
        $i++;
        last LOOP if $i == 3;
    } while ($i < 10);
}
print "$i\n";
A: for my $x (1 .. 3) {
    B: for my $y (1 .. 3) {
        C: for my $z (1 .. 3) {
            next B if $z == 2 && $y == 1;
            next A if $y == 2;
            print "$x$y$z ";
        }
    }
}
print "\n";
my @stack = (1);
WORK: while (@stack) {
    my $n = pop @stack;
    print "n$n ";
    next WORK if $n > 6;
    push @stack, $n * 2, $n * 2 + 1;
}
print "\n";
sub find { my ($t, @l) = @_; for my $i (0 .. $#l) { return $i if $l[$i] eq $t } return -1 }
print find('c', qw(a b c d)), find('z', 'a'), "\n";
my $found;
SEARCH: for my $row ([1, 2], [3, 4], [5, 6]) {
    for (@$row) { if ($_ == 4) { $found = $_; last SEARCH } }
}
print "found $found\n";
my $c = 0;
OUTER: while (1) {
    while (1) { last OUTER if ++$c > 5; next OUTER if $c % 2 }
}
print "$c\n";
for my $n (1 .. 15) {
    print $n % 15 == 0 ? 'FizzBuzz' : $n % 5 == 0 ? 'Buzz' : $n % 3 == 0 ? 'Fizz' : $n, ' ';
}
print "\n";
my %seen; my @u = grep { !$seen{$_}++ } qw(a b a c b);
print "@u\n";
for my $v (1 .. 3) { if ($v == 2) { next } else { print "v$v" } } continue { print ';' }
print "\n";
my $t = 0;
{ $t++; last if $t > 2; redo }
print "$t\n";
