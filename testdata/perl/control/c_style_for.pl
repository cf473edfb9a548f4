# The three-part for: several variables, missing parts, scope of the variable.
use strict;
use warnings;

for (my $i = 0; $i < 3; $i++) {
    print "i=$i\n";
}

# Two counters that meet.
for (my ($lo, $hi) = (0, 9); $lo < $hi; $lo += 2, $hi--) {
    print "lo=$lo hi=$hi\n";
}

# All three parts may be missing.
my $turns = 0;
for (;;) {
    last if ++$turns == 5;
}
print "turns $turns\n";

# The variable of my is visible in all parts and gone afterwards.
my $i = 'outer';
for (my $i = 10; $i > 8; $i--) {
    print "inner $i\n";
}
print "still $i\n";

# Closures share the one variable of a C-style loop ...
my @subs;
for (my $k = 0; $k < 3; $k++) {
    push @subs, sub { $k };
}
print "shared: ", join(',', map { $_->() } @subs), "\n";

# ... and each turn of a foreach loop has its own.
@subs = ();
for my $k (0 .. 2) {
    push @subs, sub { $k };
}
print "own: ", join(',', map { $_->() } @subs), "\n";

# next runs the step, last does not.
my $at;
for ($at = 0; $at < 10; $at++) {
    next if $at < 4;
    last if $at == 6;
    print "at $at\n";
}
print "ended with $at\n";
