# The scope of my: blocks, conditions, loops, nested subs, shadowing, closures over loop variables.
use strict;
use warnings;

my $x = 10;
{
    my $x = $x + 1;
    print "$x ";
    {
        my $x = 'innermost';
        print "$x ";
    }
    print "$x ";
}
print "$x\n";

# A variable declared in a condition is seen in all branches, and not after.
if ((my $n = 5) > 10) {
    print "big $n\n";
} elsif ($n > 3) {
    print "middle $n\n";
} else {
    print "small $n\n";
}

# Loop variables.
my $i = 'outside';
for my $i (1 .. 2) {
    print "$i ";
}
print "$i\n";
for (my $j = 0; $j < 2; $j++) {
    my $inside = $j * 10;
    print "$inside ";
}
print "\n";
while (my $item = shift @{ [] }) {
    print "never\n";
}

# Every round has a new variable, which a closure keeps.
my @subs;
for my $n (1 .. 3) {
    my $square = $n ** 2;
    push @subs, sub { return "$n:$square" };
}
print join(' ', map { $_->() } @subs), "\n";

# Two closures share one variable.
my ($get, $set);
{
    my $shared = 'first';
    $get = sub { return $shared };
    $set = sub { $shared = shift; return };
}
$set->('second');
print $get->(), "\n";

# A named sub sees the file's variables.
my $total = 0;
sub add { $total += shift; return $total }
add(5);
print add(7), " $total\n";

# Declared several at once, some skipped.
my ($p, $q, @r) = (1, 2, 3, 4);
my ($s, undef, $t) = (1, 2, 3);
print "$p $q @r $s $t\n";

# A new value in each round of a loop: the declaration starts anew.
for (1 .. 2) {
    my @fresh;
    push @fresh, $_;
    print scalar @fresh;
}
print "\n";

# String eval sees the variables around it.
my $seen = eval '$x + 1';
print "$seen\n";
eval 'my $hidden = 1; 1' or die;
print eval('$hidden') // 'not seen', "\n";
