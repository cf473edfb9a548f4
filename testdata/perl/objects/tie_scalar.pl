# Tied scalars: a counter, a bounded number, a log of all accesses, tied and untie.
use strict;
use warnings;

package Tick {
    sub TIESCALAR { my ($class, $start) = @_; return bless { n => $start }, $class }
    sub FETCH     { my $self = shift; return $self->{n}++ }
    sub STORE     { my ($self, $value) = @_; $self->{n} = $value; return }
}

package Bounded {
    sub TIESCALAR { my ($class, $min, $max) = @_; return bless { min => $min, max => $max, v => $min }, $class }
    sub FETCH     { return $_[0]{v} }
    sub STORE {
        my ($self, $value) = @_;
        $value = $self->{min} if $value < $self->{min};
        $value = $self->{max} if $value > $self->{max};
        $self->{v} = $value;
        return;
    }
    sub range { my $self = shift; return "$self->{min} to $self->{max}" }
}

package main;

tie my $tick, 'Tick', 10;
print "$tick $tick $tick\n";
$tick = 100;
print $tick + 0, ' ', $tick + 0, "\n";

my $object = tie my $level, 'Bounded', 0, 10;
print "start $level\n";
$level = 50;
print "after 50: $level\n";
$level -= 3;
print "minus 3: $level\n";
$level = -1;
print "after -1: $level\n";
$level++;
print "plus one: $level\n";
print 'range ', $object->range, ', ', tied($level)->range, ' ', ref tied $level, "\n";

# A reference to a tied scalar.
my $ref = \$level;
$$ref = 99;
print "by reference $$ref\n";

undef $object;
untie $level;
print defined tied $level ? 'tied' : 'not tied', "\n";
$level = 1000;
print "free $level\n";
