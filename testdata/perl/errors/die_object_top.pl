# An uncaught exception object without a text form.
use strict;
use warnings;

END { print "end\n" }
package Err;
sub new { bless {}, shift }
package main;
local $! = 0;
$SIG{__DIE__} = sub {
    print "handler got ", ref $_[0], "\n";
    $! = 0;
    die "as text " . ref($_[0]) . "\n";
};
die Err->new;
