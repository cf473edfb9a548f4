# Data::Dumper: the plain form of scalars, lists, hashes, nesting, objects and code.
use strict;
use warnings;
use Data::Dumper;
$Data::Dumper::Sortkeys = 1;

print Dumper(1, 'text', undef, 3.5, -7, '007', "it's");
print Dumper([1, 'two', [3, [4]]]);
print Dumper({ name => 'x', list => [1, 2], empty => [], none => {}, 'two words' => 1 });
print Dumper(bless({ id => 5 }, 'My::Class'), bless([], 'Empty'));
print Dumper(\'scalar', \\'deep', sub { 1 }, qr/a+b/i);

# The same data twice, and a circle.
my $shared = [1];
print Dumper([$shared, $shared]);
my $circle = { name => 'loop' };
$circle->{self} = $circle;
print Dumper($circle);
