# Math::Trig: every function at ordinary numbers, its poles and where the result is complex; units of angles; ways on a sphere.
use strict;
use warnings;
use Math::Trig qw(:DEFAULT :pi :radial :great_circle);

no strict 'refs';
for my $f (qw(tan sec csc cosec cot cotan asin acos atan asec acsc acosec acot acotan sinh cosh tanh sech csch cosech coth cotanh asinh acosh atanh asech acsch acosech acoth acotanh)) {
    for my $x (0, 0.1, -0.1, 0.5, -0.5, 1, -1, 1.5, -1.5, 2, -2, 3, 10, -10, 100, -100, 800, -800) {
        next if $x < 0 && $f =~ /^a(cosh|sech)$/;    # complex, where the last digits are lost on the way
        my $y = eval { &$f($x) };
        print "$f($x) = ", defined $y ? $y : $@ =~ s/^Died.*//mr, "\n";
    }
}
for my $f (qw(deg2rad rad2deg grad2deg deg2grad rad2grad grad2rad acos_real asin_real)) {
    print "$f($_) = ", &$f($_), " ", ($f =~ /2/ ? &$f($_, 1) : ''), "\n" for 0, 1, 90, 180, 359.5, 720.25, -45, -1000;
}
my @p = map { [ deg2rad($_->[0]), deg2rad(90 - $_->[1]) ] } [ -0.5, 51.3 ], [ 139.8, 35.7 ], [ 0, 0 ], [ 180, 0 ], [ 10, 80 ];
for my $p (@p) {
    for my $q (@p) {
        print join(' ', great_circle_distance(@$p, @$q), great_circle_distance(@$p, @$q, 6378), great_circle_direction(@$p, @$q), great_circle_bearing(@$p, @$q)), "\n";
        print join(' ', map { defined ? $_ : 'undef' } great_circle_waypoint(@$p, @$q, 0.25), great_circle_midpoint(@$p, @$q)), "\n";
    }
    print join(' ', great_circle_destination(@$p, 1, 0.3)), "\n";
}
print join(' ', &$_(1, 2, 3)), "\n"
    for \&cartesian_to_spherical, \&spherical_to_cartesian, \&cartesian_to_cylindrical, \&cylindrical_to_cartesian, \&cylindrical_to_spherical, \&spherical_to_cylindrical;
print join(' ', map { Math::Trig::rad2rad($_), Math::Trig::deg2deg($_), Math::Trig::grad2grad($_) } -7, 3, 1000), "\n";
print join(' ', pi, pi2, pi4, pip2, pip4), "\n";
