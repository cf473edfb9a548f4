# Inheritance with parent and @ISA: overriding, SUPER, init methods, abstract methods.
use strict;
use warnings;

package Shape {
    sub new {
        my ($class, %arg) = @_;
        my $self = bless {}, $class;
        $self->init(%arg);
        return $self;
    }
    sub init {
        my ($self, %arg) = @_;
        $self->{name} = $arg{name} // 'unnamed';
        return;
    }
    sub area { my $self = shift; die ref($self) . " does not implement area\n" }
    sub describe {
        my $self = shift;
        return sprintf '%s %s of area %.2f', lc ref $self, $self->{name}, $self->area;
    }
}

package Circle {
    use parent -norequire, 'Shape';
    sub init {
        my ($self, %arg) = @_;
        $self->SUPER::init(%arg);
        $self->{radius} = $arg{radius};
        return;
    }
    sub area { return 3.14159265 * $_[0]{radius} ** 2 }
}

package Rectangle {
    our @ISA = ('Shape');
    sub init {
        my ($self, %arg) = @_;
        $self->SUPER::init(%arg);
        @$self{qw(width height)} = @arg{qw(width height)};
        return;
    }
    sub area { return $_[0]{width} * $_[0]{height} }
}

package Square {
    use parent -norequire, 'Rectangle';
    sub init {
        my ($self, %arg) = @_;
        $self->SUPER::init(%arg, width => $arg{side}, height => $arg{side});
        return;
    }
    sub describe {
        my $self = shift;
        return $self->SUPER::describe() . ' (all sides equal)';
    }
}

package Blob {
    use parent -norequire, 'Shape';
}

package main;

my @shapes = (
    Circle->new(name => 'c', radius => 2),
    Rectangle->new(name => 'r', width => 2, height => 3.5),
    Square->new(name => 's', side => 3),
    Blob->new,
);
for my $shape (@shapes) {
    my $text = eval { $shape->describe };
    print defined $text ? "$text\n" : "error: $@";
}

for my $class (qw(Shape Rectangle Square Circle)) {
    my @is = grep { $_->isa($class) } @shapes;
    print "$class: ", join(' ', map { ref } @is), "\n";
}
