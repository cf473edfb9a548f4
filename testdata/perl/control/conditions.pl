# Conditionals: if, unless, elsif, the ternary operator, the values of the logical operators.
use strict;
use warnings;

for my $v (0, 1, '', '0', '00', '0.0', '0E0', ' ', "\n", 'a', -1) {
    (my $show = $v) =~ s/\n/\\n/;
    print "[$show] ", ($v ? 'true' : 'false'), "\n";
}

for my $v (5, 15, 25) {
    if ($v < 10) { print "small\n" }
    elsif ($v < 20) { print "middle\n" }
    else { print "big\n" }
}

unless (0) { print "unless\n" }
unless (1) { print "no\n" }
else { print "unless else\n" }
unless (1) { print "no\n" }
elsif (1) { print "unless elsif\n" }
my $r = 0 || '' || 'third';
print "$r\n";

my $z = 0 // 'no';
print "$z\n";

my $u;
$u //= 'set';
$u ||= 'x';
$u &&= 'and';
print "$u\n";
print 'v: ', (1 && 'yes'), ' ', (0 || 'or'), ' [', (!1), '] [', !0, '] [', !!'a', "]\n";
print 'not: [', (not 1), '] [', (not 0), "]\n";
print 'xor: [', (1 xor 1), '] [', (1 xor 0), "]\n";

my @l = (1, 2);
print 'list ', (@l ? 'has' : 'none'), ' ', scalar(@l && 'x'), "\n";

my ($p, $q) = (1, 2);
($p > $q ? $p : $q) = 99;
print "$p $q\n";

my $grade = sub {
    my $n = shift;
    $n >= 90 ? 'A' : $n >= 80 ? 'B' : $n >= 70 ? 'C' : 'F';
};
print join(',', map { $grade->($_) } 95, 85, 75, 10), "\n";
print "chain\n" if 1 and not 0 or 0;

my $x = 5;
print "between\n" if $x > 1 && $x < 10;
print "unless mod\n" unless $x == 6;

open(my $fh, '<', '/nonexistent/file') or print "or taken\n";
my @e = () || (4, 5);
print "@e\n";

my %h = (a => 0);
print exists $h{a} && !$h{a} ? "there\n" : "gone\n";
print "cmp: ", join(' ', 1 <=> 2, 'b' cmp 'a', 2 <=> 2, 10 <=> 9, '10' cmp '9'), "\n";

my $res = do {
    if ($x) {'from if'}
    else {'else'}
};
print "$res\n";

my @d = do { (1, 2, 3) };
print scalar(@d), "\n";
