# The elements of a list seen through loop variables, map, grep and @_: what changes, what is copied.
use strict;
use warnings;

my @a = (1, 2, 3);
for my $x (@a) { $x *= 2 }
print "@a\n";
$_++ for @a;
print "@a\n";

# map and grep hand out aliases as well.
my @doubled = map { $_ * 2 } @a;
my @changed = map { $_ .= '!'; $_ } my @copy = @a;
print "@a | @doubled | @changed | @copy\n";
tr/!/?/ for grep { /5/ } @copy;
print "@copy\n";

# Values of a hash, several arrays at once, scalars in a list.
my %h = (a => 1, b => 2);
$_ *= 10 for values %h;
my ($p, $q, @r) = (1, 2, 3, 4);
$_ = -$_ for $p, $q, @r;
print join(',', map { "$_$h{$_}" } sort keys %h), " $p $q @r\n";

# The results of a function or an expression are copies.
sub give { return @a }
$_ = 0 for give();
$_ = 0 for map { $_ } @a;
print "@a\n";

# Adding to an array while it is walked.
my @grow = (1, 2);
for my $n (@grow) {
    push @grow, $n + 2 if @grow < 6;
}
print "@grow\n";

# A C-style loop with an index changes by assignment.
for (my $i = 0; $i < @a; $i += 2) {
    $a[$i] = "<$a[$i]>";
}
print "@a\n";

# Nested loops with $_ : the inner one hides the outer one.
for (1, 2) {
    my $outer = $_;
    print "$outer$_ " for 'a', 'b';
    print "$_ ";
}
print "\n";

# A reference to the loop variable is one to the element.
my @refs;
push @refs, \$_ for @r;
${ $refs[0] } = 'set';
print "@r\n";

# Constants cannot be changed through the alias.
eval { for my $n (1, 2) { $n++ } 1 } or print "error: $@";
eval { $_++ for 1 .. 3; print "a range may be changed\n"; 1 } or print "error: $@";

# In pairs of variables.
for my $pair ([1, 'one'], [2, 'two']) {
    my ($n, $word) = @$pair;
    $pair->[1] = uc $word;
    print "$n $pair->[1] ";
}
print "\n";
