# An uncaught exception object with a text form: the text goes to standard error.
use strict;
use warnings;

package Failure {
    use overload '""' => sub { "Failure: $_[0]{why}\n" }, fallback => 1;
    sub new { my ($class, $why) = @_; return bless { why => $why }, $class }
}

package main;

END { print "END sees $?\n" }

$! = 0;
print "about to fail\n";
die Failure->new('nothing works');
