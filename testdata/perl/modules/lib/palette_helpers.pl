use strict;
use warnings;
sub shown ($;$) { my ($got, $want) = @_; return defined $want ? "$got/$want" : "$got" }
1;
