# A match with /g goes on where it left off in what is no variable of the script: constants handed to a sub, computed arguments.
use strict;
use warnings;
sub letters { my $s = ''; while ($_[0] =~ /(.)/g) { $s .= "<$1>" } return $s }
my $x = "def"; my @a = ("pq"); my %h = (k => "rst");
print letters("abc"), letters($x), letters("g" . "h"), letters($x . "i"), letters(join "", 1 .. 5), letters(@a), letters($a[0]), letters($h{k}), letters(12), letters($h{none} // ""), "\n";
sub count { my $n = 0; $n++ while $_[0] =~ /./g; $n }
print join(',', count("abcd"), count($x), count("abcd")), "\n";
sub first { $_[0] =~ /(\d)/g; return $1 . (pos($_[0]) // 'none') }
print join(' ', map { first("123") } 1 .. 2), "\n";
my $n = "456"; print join(' ', map { first($n) } 1 .. 2), "\n";
sub nested { my $d = pop; my $s = ''; while ($_[0] =~ /(.)/g) { $s .= $1; $s .= '(' . nested("xy", $d - 1) . ')' if $d } return $s }
print nested("ab", 1), "\n";
for ("one two", "three") { my @w; push @w, $1 while /(\w+)/g; print scalar(@w), "@w\n" }
for my $t ("k=v l=w", "m=x") { while ($t =~ /(\w)=(\w)/g) { print "$1$2 " } print "\n" }
my $tok = "x=1;"; sub token { return $1 if $_[0] =~ /\G(\w)/gc; return "op$1" if $_[0] =~ /\G(\W)/gc; return }
while (defined(my $t = token($tok))) { print "$t " } print "\n";
