# Foreach: aliases of elements, lists of pairs, loops over hash values, changes while looping.
use strict;
use warnings;
my @a = (1, 2, 3);
for my $x (@a) { $x *= 2 }
print "@a\n";
my ($p, $q) = (1, 2);
$_ += 10 for $p, $q;
print "$p $q\n";
my %h = (a => 1, b => 2);
$_ *= 100 for values %h;
print join(',', map "$_$h{$_}", sort keys %h), "\n";
$_++ for @h{qw(a b)};
print join(',', map "$_$h{$_}", sort keys %h), "\n";
my @b = map { $_ * 2 } grep { $_ > 2 } @a;
s/^/n/ for @b;
print "@b\n";
my (@m, @n); for my $r (\@m, \@n) { push @$r, 1 }
print scalar(@m), scalar(@n), "\n";
my @grow = (1);
for (@grow) { push @grow, $_ + 1 if $_ < 5 }
print "@grow\n";
for my $i (reverse 0 .. $#a) { print $a[$i] }
print "\n";
for my $i (1 .. 3) { $i *= 2; print $i }
print "\n";
my @pairs = ([1, 'a'], [2, 'b']);
for (@pairs) { my ($n, $l) = @$_; print "$n$l " }
print "\n";
while (my ($i, $v) = each @a) { print "$i:$v " }
print "\n";
my @queue = 1 .. 3;
while (defined(my $x = shift @queue)) { push @queue, $x * 10 if $x < 5; print "$x " }
print "\n";
my @two = ([1, 2], [3, 4]);
for my $row (@two) { $_++ for @$row }
print join(';', map { join ',', @$_ } @two), "\n";
for my $w (split ' ', 'the quick fox') { print ucfirst $w }
print "\n";
print "empty\n" unless grep { 1 } ();

my $str = '';
for my $c ('a' .. 'c', 'x') { $str .= $c }
print "$str\n";
our $glob = 'keep';
for $glob (1 .. 2) { show() }
sub show { print $glob }
print " $glob\n";
print "$_ " foreach sort { $b <=> $a } 10, 9, 11;
print "\n";
