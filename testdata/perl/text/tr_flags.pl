# The flags of tr: d deletes, s squeezes, c takes the complement, r returns a new string.
use strict;
use warnings;

sub show {
    my ($what, $value) = @_;
    printf "%-18s [%s]\n", $what, $value;
    return;
}

my $t;

($t = 'abcabc') =~ tr/a//d;
show('delete', $t);
($t = 'abcdef') =~ tr/a-f/AB/d;
show('delete the rest', $t);
($t = 'a1b2c3') =~ tr/0-9//cd;
show('keep digits', $t);

($t = 'aabbccdd') =~ tr/a-c//s;
show('squeeze', $t);
($t = 'aabbccdd') =~ tr/a-d/x/s;
show('squeeze to one', $t);
($t = 'a  b   c') =~ tr/ //s;
show('squeeze blanks', $t);
($t = 'bookkeeper') =~ tr/a-zA-Z//s;
show('squeeze letters', $t);

($t = 'a1b2!!') =~ tr/a-z0-9/_/c;
show('complement', $t);
($t = 'hi there!! you') =~ tr/a-z/ /cs;
show('complement, squeeze', $t);
($t = 'aabbcc') =~ tr/a-b//ds;
show('delete, squeeze', $t);

# The count of what was deleted, squeezed or replaced.
my $n = ($t = 'a1b2c3') =~ tr/0-9//d;
show('deleted', "$n $t");
$n = ($t = 'aaabbb') =~ tr/a//s;
show('squeezed', "$n $t");
$n = ($t = 'a-b-c') =~ tr/a-z/_/c;
show('replaced', "$n $t");

# r leaves the operand alone, so it works on constants and in chains.
my $original = 'path/to/file';
show('returned', $original =~ tr{/}{:}r);
show('original', $original);
show('chain', 'abc' =~ tr/a/x/r =~ tr/b/y/r =~ tr/c/z/r);
show('in map', join ',', map { tr/a-z/A-Z/r } qw(x y));
show('deleted copy', 'hello' =~ tr/l//dr);

# Beyond 255.
($t = "caf\x{e9} \x{263a}") =~ tr/\x{e9}\x{263a}/e!/;
show('wide', $t);
($t = "a\x{100}b") =~ tr/\x00-\x7f//cd;
show('ascii only', $t);
($t = "\x{e9}t\x{e9}") =~ tr/\x{e9}/e/;
show('latin', $t);
