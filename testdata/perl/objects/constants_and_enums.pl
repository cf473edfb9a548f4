# use constant in classes: lists, enumerations, flags, constants computed from others.
use strict;
use warnings;

package Color {
    use constant NAMES => qw(red green blue);
    my $n = 0;
    my %number;
    BEGIN { $n = 0 }
    use constant { RED => 0, GREEN => 1, BLUE => 2 };

    sub name   { my ($class, $index) = @_; return (NAMES)[$index] }
    sub number { my ($class, $name) = @_; my @n = NAMES; my ($i) = grep { $n[$_] eq $name } 0 .. $#n; return $i }
}

package File::Mode {
    use constant READ  => 1 << 0;
    use constant WRITE => 1 << 1;
    use constant EXEC  => 1 << 2;
    use constant ALL   => READ | WRITE | EXEC;

    sub text {
        my ($class, $mode) = @_;
        return join '', $mode & READ ? 'r' : '-', $mode & WRITE ? 'w' : '-', $mode & EXEC ? 'x' : '-';
    }
}

package main;

use constant PI    => 4 * atan2 1, 1;
use constant DEBUG => 0;
use constant WEEKDAYS => ['Mon', 'Tue', 'Wed'];

printf "%.4f %.4f\n", PI, 2 * PI;
print Color::RED, Color::GREEN, Color->BLUE, ' ', Color->name(Color::BLUE), ' ', Color->number('green'), "\n";
print scalar(my @list = Color::NAMES), ' ', (Color::NAMES)[1], ' ', join('-', Color::NAMES), "\n";

print File::Mode->text($_), ' ' for 0, File::Mode::READ, File::Mode::READ | File::Mode::EXEC, File::Mode::ALL;
print "\n";

print 'debugging' if DEBUG;
print WEEKDAYS->[1], ' ', scalar @{ +WEEKDAYS }, "\n";

# In a hash key and in texts.
my %h = (PI() => 'a', +DEBUG => 'b', 'PI' => 'c');
print join(' ', map { sprintf '%.3s', $_ } sort keys %h), "\n";
print "pi is @{[ sprintf '%.2f', PI ]} and ${\ DEBUG}\n";

# Constants are subs without arguments.
print defined &PI ? 'sub' : 'none', ' ', main->can('DEBUG') ? 'can' : 'cannot', ' ', &DEBUG, "\n";
