# Lists of variables: loops and subs that write through them.
use strict;
use warnings;

my @x = (3, 1, 2);
$_ *= 2 for sort { $a <=> $b } @x;
print "@x\n";
$_++ for reverse @x;
print "@x\n";
$_++ for map { $_ } @x;
print "@x\n";
$_++ for grep { $_ > 5 } @x;
print "@x\n";
my ($p, $q) = (1, 2);
for ($p > 0 ? $p : $q) { $_ = 100 }
print "$p $q\n";
my $text = "hello";
for (substr($text, 0, 1)) { $_ = "J" }
print "$text\n";
my $part = \substr($text, 1, 2);
$$part = "XX";
print "$text $$part\n";
$$part = "long";
print "$text $$part\n";
$_ = "k$_" for (my $one = 1, my $two = 2);
print "$one $two\n";
$_++ for (my ($m, $n) = (1, 2));
print "$m $n\n";
for (my @copy = @x) { $_ = 0 }
print "@x\n";

my %h;
sub set { $_[0] = "set" }
sub leave { my $z = $_[0] }
set($h{made});
leave($h{not_made});
print join(",", sort keys %h), "\n";
sub increment { $_[0]++ }
my $i = 5;
increment($i);
increment(my $j = 5);
print "$i $j\n";
sub first_by_reference { my $r = \shift; $$r = 7 }
first_by_reference($i);
print "$i\n";
sub outer { inner(@_) }
sub inner { $_[0] = "deep" }
outer($i);
print "$i\n";
sub same_arguments { &inner }
same_arguments($j);
print "$j\n";

# Reading lines without a variable writes to what $_ stands for.
open my $in, '<', \"line\n" or die $!;
my @words = ("a", "b");
for (@words) {
    while (<$in>) { last }
}
print map { defined $_ ? "[$_]" : "[undef]" } @words;
print "\n";
