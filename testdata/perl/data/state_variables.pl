# State variables: kept between calls, one for each closure, arrays and hashes, once-only initialization.
use strict;
use warnings;
use feature qw(say state);

sub counter {
    state $n = 10;
    return $n++;
}
say join ' ', counter(), counter(), counter();

# The initialization runs once.
sub setup {
    state $ready = do { print '(setting up) '; 1 };
    return $ready;
}
say setup(), setup();

# Arrays and hashes.
sub remember {
    state @seen;
    push @seen, shift;
    return scalar @seen;
}
remember('a');
remember('b');
say remember('c');
sub tally {
    state %count;
    $count{ $_[0] }++;
    return join ',', map { "$_=$count{$_}" } sort keys %count;
}
tally('x');
tally('y');
say tally('x');

# Initialized lists.
sub rotate {
    state @colours = qw(red green blue);
    push @colours, shift @colours;
    return $colours[-1];
}
say join ' ', map { rotate() } 1 .. 4;

# Each closure has its own.
sub make_counter {
    return sub {
        state $n = 0;
        return ++$n;
    };
}
my ($one, $two) = (make_counter(), make_counter());
$one->() for 1 .. 3;
say $one->(), ' ', $two->();

# In a loop body, it is one variable.
for my $i (1 .. 3) {
    state $sum = 0;
    $sum += $i;
    print "$sum ";
}
print "\n";

# Without a value it starts undefined; recursion shares it.
sub depth {
    my ($n) = @_;
    state $calls;
    $calls++;
    depth($n - 1) if $n;
    return $calls;
}
say depth(3), ' ', depth(0);

# A cache.
sub fibonacci {
    my ($n) = @_;
    state %known = (0 => 0, 1 => 1);
    return $known{$n} //= fibonacci($n - 1) + fibonacci($n - 2);
}
say join ' ', map { fibonacci($_) } 1 .. 10, 50;
