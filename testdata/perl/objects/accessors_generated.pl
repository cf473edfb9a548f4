# Accessors made in a loop by closures: read-write, read-only, with a default, lists.
use strict;
use warnings;

package Person;

BEGIN {
    no strict 'refs';
    for my $name (qw(name age)) {
        *{$name} = sub {
            my $self = shift;
            $self->{$name} = shift if @_;
            return $self->{$name};
        };
    }
    for my $name (qw(id)) {
        *{$name} = sub {
            my $self = shift;
            die "$name is read-only\n" if @_;
            return $self->{$name};
        };
    }
    my %default = (country => 'nowhere', language => 'none');
    while (my ($name, $value) = each %default) {
        *{$name} = sub {
            my $self = shift;
            $self->{$name} = shift if @_;
            return $self->{$name} // $value;
        };
    }
}

my $next_id = 1;

sub new {
    my ($class, %arg) = @_;
    return bless { %arg, id => $next_id++, friends => [] }, $class;
}

sub friends {
    my $self = shift;
    push @{ $self->{friends} }, @_;
    return @{ $self->{friends} };
}

package main;

my $ann = Person->new(name => 'Ann', age => 30);
my $bob = Person->new(name => 'Bob');

print $ann->name, ' ', $ann->age, ' ', $ann->id, ' ', $bob->id, "\n";
$ann->age($ann->age + 1);
$bob->age(7);
print $ann->age, ' ', $bob->age, "\n";
eval { $ann->id(99) };
print $@;

print $ann->country, ' ';
$ann->country('France');
print $ann->country, ' ', $bob->country, "\n";

$ann->friends($bob, Person->new(name => 'Cid'));
print join(', ', map { $_->name } $ann->friends), "\n";
print scalar($ann->friends), " friends\n";

# The methods are ordinary subs.
print join(' ', grep { Person->can($_) } qw(name age id country language missing)), "\n";
for my $method (qw(name country)) {
    print "$method: ", $ann->$method, "\n";
}
