# Objects that are arrays, scalars, code or patterns: constants as indices, inside-out fields.
use strict;
use warnings;

package Vector {
    use constant { X => 0, Y => 1 };
    sub new    { my ($class, @v) = @_; return bless [@v], $class }
    sub x      { return $_[0][X] }
    sub y      { return $_[0]->[Y] }
    sub length { my $self = shift; return sqrt($self->x ** 2 + $self->y ** 2) }
    sub scale  { my ($self, $f) = @_; $_ *= $f for @$self; return $self }
}

package Celsius {
    sub new        { my ($class, $degrees) = @_; return bless \$degrees, $class }
    sub fahrenheit { my $self = shift; return $$self * 9 / 5 + 32 }
    sub warm_up    { my ($self, $by) = @_; $$self += $by; return $self }
}

package Matcher {
    sub new  { my ($class, $pattern) = @_; return bless qr/$pattern/, $class }
    sub test { my ($self, $text) = @_; return $text =~ $self ? 'match' : 'no match' }
}

package InsideOut {
    use Scalar::Util 'refaddr';
    my (%name, %size);
    sub new {
        my ($class, $name, $size) = @_;
        my $self = bless \do { my $anonymous }, $class;
        $name{ refaddr $self } = $name;
        $size{ refaddr $self } = $size;
        return $self;
    }
    sub name { return $name{ refaddr shift } }
    sub size { my $self = shift; $size{ refaddr $self } = shift if @_; return $size{ refaddr $self } }
}

package main;

use Scalar::Util 'reftype';

my $v = Vector->new(3, 4);
print $v->length, ' ', $v->scale(2)->length, ' ', "@$v", ' ', scalar(@$v), "\n";

my $t = Celsius->new(20);
print $t->fahrenheit, ' ', $t->warm_up(10)->fahrenheit, ' ', $$t, "\n";

my $m = Matcher->new('^c.t$');
print join(', ', map { "$_: " . $m->test($_) } qw(cat dog cut)), "\n";

my ($one, $two) = (InsideOut->new('one', 1), InsideOut->new('two', 2));
$one->size(10);
print $one->name, $one->size, ' ', $two->name, $two->size, "\n";

print join(' ', map { ref($_) . ':' . reftype($_) } $v, $t, $m, $one), "\n";
