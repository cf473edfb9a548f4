# Objects with accessors, class methods and a list of parts.
use strict;
use warnings;

package Point;
sub new { my $class = shift; my %self = (x => 0, y => 0, @_); return bless \%self, $class; }
sub x { my $self = shift; $self->{x} = shift if @_; return $self->{x}; }
sub y { my $self = shift; $self->{y} = shift if @_; return $self->{y}; }
sub add { my ($self, $other) = @_; return Point->new(x => $self->x + $other->x, y => $self->y + $other->y); }

package main;
my $p = Point->new;
my $d = Point->new(x => 1, y => 2);
for my $i (1 .. 150_000) {
    $p = $p->add($d);
    $p->x($p->x - 1000) if $p->x > 1000;
}
print $p->x, ' ', $p->y, "\n";
