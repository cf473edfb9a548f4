package Shape;
use strict;
use warnings;

sub new {
    my ($class, %args) = @_;
    my $self = bless { name => $args{name} || 'shape', %args }, ref $class || $class;
    return $self->init;
}
sub init { $_[0] }
sub area { 0 }
sub describe {
    my $self = shift;
    return sprintf "%s with area %.2f", $self->{name}, $self->area;
}

package Circle;
our @ISA = ('Shape');
use constant PI => 4 * atan2 1, 1;
sub area { my $self = shift; PI * $self->{r} ** 2 }

package Square {
    use parent -norequire, 'Shape';
    sub init { my $self = shift; $self->{name} .= '!'; $self }
    sub area { $_[0]{side} ** 2 }
    sub AUTOLOAD {
        our $AUTOLOAD;
        (my $name = $AUTOLOAD) =~ s/.*:://;
        return if $name eq 'DESTROY';
        die "no method $name" unless exists $_[0]->{$name};
        $_[0]->{$name} = $_[1] if @_ > 1;
        return $_[0]->{$name};
    }
}

package main;

my @shapes = (Circle->new(name => 'circle', r => 1), Square->new(side => 3), new Shape(name => 'plain'));
print $_->describe, "\n" for @shapes;
my $method = 'area';
print join(' ', map { $_->$method } @shapes), "\n";
print "can\n" if $shapes[0]->can('describe') && Shape->can("area");
my $class = 'Circle';
print $class->new(r => 2)->area > 12 ? "big\n" : "small\n";
print ref($shapes[1]), ' ', $shapes[1]->isa('Shape') ? 'isa' : 'is not', "\n";
$shapes[1]->color('red');
print $shapes[1]->{color}, "\n" if defined $shapes[1]{color};
my $code = $shapes[0]->can('describe');
print $shapes[0]->$code(), "\n", Shape::describe($shapes[2]), "\n";
{ no strict 'refs'; *{"Circle::perimeter"} = sub { 2 * Circle::PI() * $_[0]{r} }; }
printf "%.3f\n", $shapes[0]->perimeter();
