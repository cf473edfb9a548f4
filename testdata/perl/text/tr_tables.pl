# tr/// on bytes: every kind of table, what it counts and what it leaves.
use strict; use warnings;
my @texts = ('', 'hello world', "\x00\x7f\x80\xff", 'aabbcc', 'NOTHING', join('', map chr, 0 .. 255));
sub show { my ($what, $n, $t) = @_; printf "%s: %d %s\n", $what, $n, join ' ', unpack('%32C*', $t), length $t }
for my $t (@texts) {
    my $s;
    $s = $t; show 'upper',   ($s =~ tr/a-z/A-Z/),  $s;
    $s = $t; show 'count',   ($s =~ tr/a-m//),     $s;
    $s = $t; show 'same',    ($s =~ tr/a-m/a-m/),  $s;
    $s = $t; show 'part',    ($s =~ tr/a-c/aBc/),  $s;
    $s = $t; show 'delete',  ($s =~ tr/a-m//d),    $s;
    $s = $t; show 'some',    ($s =~ tr/a-m/x/d),   $s;
    $s = $t; show 'squeeze', ($s =~ tr/a-z//s),    $s;
    $s = $t; show 'others',  ($s =~ tr/a-z/-/c),   $s;
    $s = $t; show 'no others', ($s =~ tr/a-z//cd), $s;
    $s = $t; show 'high',    ($s =~ tr/\x80-\xff/\x00-\x7f/), $s;
    $s = $t; show 'result',  length($s =~ tr/a-z/b-za/r), $s;
    $s = $t; my $n = $s =~ tr/l/\x{100}/; print 'wide: ', $n, ' ', length $s, "\n";
}
