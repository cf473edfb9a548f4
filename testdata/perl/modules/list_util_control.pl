# List::Util: leaving blocks by return, last, die; nested calls; $a and $b of packages; recursion; sort within reduce.
use strict;
use warnings;
use List::Util qw(first reduce any all sum max pairmap reductions);

package Other {
    use List::Util qw(reduce pairmap first);
    our $total = 0;
    sub add { return reduce { $a + $b } @_ }
    sub flat { return join ',', pairmap { "$a=$b" } @_ }
}
print Other::add(1 .. 4), ' ', Other::flat(x => 1, y => 2), "\n";

sub deep { my $n = shift; return $n <= 1 ? 1 : reduce { $a + $b } map { deep($n - 1) } 1 .. 2 }
print deep(6), "\n";

my $died = eval { first { die "at $_\n" if $_ == 3; 0 } 1 .. 5; 1 };
print $died ? 'lived' : "died $@";
$died = eval { my $r = reduce { die { code => $b } if $b > 2; $a + $b } 1 .. 5; 1 };
print $died ? "lived\n" : "died with code $@->{code}\n";

my @sorted = sort { $a <=> $b } map { my $x = $_; reduce { $a + $b } 1 .. $x } 4, 2, 3;
print "@sorted\n";
my $best = reduce { (sort { $a <=> $b } @$a)[-1] > (sort { $a <=> $b } @$b)[-1] ? $a : $b } [3, 9, 1], [4, 8], [7, 2, 11];
print "@$best\n";
print join(' ', map { my $o = $_; sum(grep { $_ <= $o } 1 .. 3) } 1 .. 3), "\n";
print any { my $x = $_; all { $_ % $x } 10, 20 } 3, 5;
print "\n";
for my $row ([1, 2], [3, 4]) { next if first { $_ == 2 } @$row; print "row @$row\n" }
my %h = (a => [1, 2], b => [3]);
print join(' ', map { "$_:" . sum(@{ $h{$_} }) } sort keys %h), ' ', max(map { scalar @$_ } values %h), "\n";
sub chained { my ($f, $g) = @_; return sub { $g->($f->(@_)) } }
my $compose = reduce { chained($a, $b) } sub { $_[0] + 1 }, sub { $_[0] * 10 }, sub { "<$_[0]>" };
print $compose->(4), "\n";
my @fib = map { $_->[0] } reductions { [$a->[1], $a->[0] + $a->[1]] } [0, 1], 1 .. 9;
print "@fib\n";
{ local $_ = 'kept'; my $x = first { $_ == 2 } 1 .. 3; print "$_ $x\n" }
our ($a, $b) = ('A', 'B');
my $sum = reduce { $a + $b } 1 .. 3;
print "$a $b $sum\n";
my $gcd = reduce { my ($x, $y) = ($a, $b); ($x, $y) = ($y, $x % $y) while $y; $x } 48, 36, 60;
my $lcm = reduce { my ($x, $y) = ($a, $b); my ($m, $n) = ($x, $y); ($m, $n) = ($n, $m % $n) while $n; $x * $y / $m } 4, 6, 10;
print "$gcd $lcm\n";
my $tree = reduce { $b->{left} ? $a : { %$b, left => $a } } map { { name => $_ } } qw(a b c);
print join('<', $tree->{name}, $tree->{left}{name}, $tree->{left}{left}{name}), "\n";
my $str = 'callback';
my $cb = \&{"main::$str"} if 0;
print +(first { $_->{id} == 2 } { id => 1, n => 'x' }, { id => 2, n => 'y' })->{n}, "\n";
print "exists\n" if List::Util::any { /^b/ } qw(abc bcd);
print List::Util::sum0(map { length } qw(a bb ccc)), ' ', List::Util::max(map { $_->[0] } [3], [5]), "\n";
