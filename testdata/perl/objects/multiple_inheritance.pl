# Several parents: the order of the search, C3 and the depth-first order, next::method.
use strict;
use warnings;

package Animal { sub new { bless { name => $_[1] }, $_[0] } sub move { 'moves' } sub name { $_[0]{name} } }
package Swimmer { our @ISA = ('Animal'); sub move { 'swims' } sub depth { 10 } }
package Flyer   { our @ISA = ('Animal'); sub move { 'flies' } sub height { 100 } }
package Duck    { our @ISA = ('Swimmer', 'Flyer'); }
package Bat     { our @ISA = ('Flyer', 'Swimmer'); }

package main;

for my $animal (Duck->new('duck'), Bat->new('bat')) {
    print join(' ', $animal->name, $animal->move, $animal->depth, $animal->height), "\n";
}

# All implementations along the way.
sub implementations {
    my ($class, $method) = @_;
    my @found;
    no strict 'refs';
    my @queue = ($class);
    my %seen;
    while (defined(my $package = shift @queue)) {
        next if $seen{$package}++;
        push @found, $package if defined &{"${package}::$method"};
        push @queue, @{"${package}::ISA"};
    }
    return @found;
}
print join(' ', implementations('Duck', 'move')), "\n";

# The diamond: depth first finds the base before the second parent.
package Base  { sub new { bless {}, shift } sub who { 'base' } }
package Left  { our @ISA = ('Base'); }
package Right { our @ISA = ('Base'); sub who { 'right' } }
package Dfs   { our @ISA = ('Left', 'Right'); }
package C3 {
    use mro 'c3';
    our @ISA = ('Left', 'Right');
}

package main;

print Dfs->new->who, ' ', C3->new->who, "\n";
print join(' ', @{ mro::get_linear_isa('Dfs') }), "\n";
print join(' ', @{ mro::get_linear_isa('C3') }), "\n";

# Changing @ISA at run time.
@Duck::ISA = ('Flyer', 'Swimmer');
print Duck->new('d')->move, "\n";
