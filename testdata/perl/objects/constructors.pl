# Constructors: named arguments, defaults, checks, clones, several ways to make one object.
use strict;
use warnings;

package Point;

my $made = 0;

sub new {
    my ($class, %arg) = @_;
    for my $name (sort keys %arg) {
        die "unknown attribute $name\n" unless $name =~ /^[xyz]$/;
    }
    my $self = bless { x => 0, y => 0, z => 0, %arg }, $class;
    $made++;
    return $self;
}

sub from_text {
    my ($class, $text) = @_;
    my ($x, $y, $z) = $text =~ /(-?\d+)/g;
    return $class->new(x => $x, y => $y, z => $z // 0);
}

sub clone {
    my ($self, %change) = @_;
    return (ref $self)->new(%$self, %change);
}

sub as_text {
    my $self = shift;
    return '(' . join(', ', @$self{qw(x y z)}) . ')';
}

sub made { return $made }

package main;

my $origin = Point->new;
my $point  = Point->new(x => 3, y => 4);
my $parsed = Point->from_text('5 by -6');
my $moved  = $point->clone(z => 9);

print $_->as_text, "\n" for $origin, $point, $parsed, $moved;
print 'made ', Point->made, ', class ', ref $moved, "\n";
print "original unchanged: ", $point->as_text, "\n";

eval { Point->new(colour => 'red') };
print "error: $@";

# The class in a variable, and the longer names.
my $class = 'Point';
print $class->new(x => 1)->as_text, ' ', Point::->new->as_text, ' ', 'Point'->new(y => 2)->as_text, "\n";

# An object is a blessed reference.
print "$point" =~ /^Point=HASH\(0x[0-9a-f]+\)$/ ? "text form\n" : "other\n";
bless $origin, 'Place';
print ref $origin, "\n";
