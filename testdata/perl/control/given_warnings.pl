# given, when and the smart match are experimental, whether or not warnings are on.
use v5.10;
given (1) {
    when (1) { print "one\n" }
}
my $x = 1 ~~ 1;
use warnings;
given (2) {
    when (2) { print "two\n" }
    default { }
}
$x = 1 ~~ [1];
no warnings 'experimental::smartmatch';
$x = 1 ~~ [1];
