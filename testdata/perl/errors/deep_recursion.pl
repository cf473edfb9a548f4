# The warning about calls of a sub inside itself, one hundred deep.
use strict;
use warnings;

sub down { my $n = shift; return $n ? down($n - 1) : 0 }
down(90);
down(150);
down(99);
my $anonymous;
$anonymous = sub { my $n = shift; $n ? $anonymous->($n - 1) : 0 };
$anonymous->(120);
package Chain;
sub new { my ($class, $n) = @_; bless { n => $n }, $class }
sub walk { my ($self, $n) = @_; return $n ? $self->walk($n - 1) : 'end' }
package main;
print Chain->new(1)->walk(200), "\n";
{
    no warnings 'recursion';
    sub quiet { my $n = shift; $n ? quiet($n - 1) : 0 }
    quiet(200);
}
down(120);
