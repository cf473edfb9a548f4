# Carp: croak, carp, confess and cluck, from the caller's point of view.
use strict;
use warnings;
use Carp qw(croak carp confess cluck);

package Lib;
use Carp;

sub check {
    my $n = shift;
    croak "bad value '$n'" if $n < 0;
    carp "suspicious $n" if $n > 100;
    $n;
}

sub deep { inner(@_) }
sub inner { croak "from inner" }
sub conf { Carp::confess("why") }
package main;
sub user { Lib::check(@_) }
eval { user(-1) };
print $@;

user(200);
eval { Lib::deep(1) };
print $@;

eval { croak "top" };
print $@;

eval { croak { a => 1 } };
print ref $@, "\n";

eval { croak "nl\n" };
print $@;
print Carp::shortmess('short'), "\n";
