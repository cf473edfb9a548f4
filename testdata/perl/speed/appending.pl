# Appending in place must not be noticed.
use strict;
use warnings;

my ($s, $n) = ('a', 3);
$s .= "x$n-@{[ $s .= 'Q' ]}";
print "$s\n";
my $t = 'b';
$t = $t . 'c' . $n . 'd';
my $u = $t . '1';
my $v = $t . '2';
print "$t $u $v\n";
$t = 'q';
eval { $t = $t . '1' . do { die "x\n" } };
print "$t\n";
my $w = "e\x{e9}";
$w .= "\x{263a}$n";
print length $w, "\n";
$w = $w . chr(300) . 'z';
print length $w, "\n";
my $copy = my $long = '';
for my $i (1 .. 300) {
    $long .= $i % 10;
    $copy = $long if $i == 150;
    $copy .= '-' if $i == 200;
}
print length $long, ' ', length $copy, ' ', substr($long, 148, 5), ' ', substr($copy, -3), "\n";
my $num = 5;
$num = $num . 6;
$num += 1;
print "$num\n";
$num .= $_ * 1.5 for 1 .. 4;
print "$num\n";
my @list = ('x', 'y');
$list[0] .= $list[1] . $num;
my %h = (k => 'v');
$h{k} .= "+$_" for @list;
print "$list[0] $h{k}\n";
