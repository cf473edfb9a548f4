# state: variables that keep their value between calls, one set for each closure.
use v5.36;

sub next_id {
    state $id = 100;
    return $id++;
}
say join ' ', map { next_id() } 1 .. 4;

# The assignment runs once only.
sub initialized {
    state $value = do { print "(computing) "; 5 };
    return $value++;
}
say initialized(), initialized(), initialized();

# Arrays and hashes.
sub remember ($item) {
    state @seen;
    state %count;
    push @seen, $item unless $count{$item}++;
    return "@seen";
}
say remember($_) for qw(a b a c);

# Each closure has its own.
sub make_counter {
    return sub {
        state $n = 0;
        return ++$n;
    };
}
my ($first, $second) = (make_counter(), make_counter());
$first->() for 1 .. 3;
say $first->(), ' ', $second->();

# In a loop body the variable keeps its value from turn to turn.
for my $x (1 .. 3) {
    state $total = 0;
    $total += $x;
    say "total $total";
}

# A cache.
sub slow_square ($n) {
    state %cache;
    return $cache{$n} //= do { print "[$n] "; $n * $n };
}
say join ' ', map { slow_square($_) } 3, 4, 3, 4;
