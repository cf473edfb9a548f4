# Constants: scalars, lists, in expressions, in strings, as hash keys, folded, in other packages.
use strict;
use warnings;

use constant PI    => 3.14159;
use constant DEBUG => 0;
use constant {
    NAME  => 'constant',
    LIMIT => 10,
};
use constant COLOURS => qw(red green blue);
use constant EMPTY   => ();
use constant TABLE   => { a => 1, b => [1, 2] };

print PI * 2, ' ', NAME, ' ', LIMIT + 1, ' ', -LIMIT, ' ', LIMIT ** 2, "\n";

# Lists.
print join(',', COLOURS), ' ', (COLOURS)[1], ' ', scalar(my @c = COLOURS), ' ', scalar(my @e = EMPTY), "\n";

# In strings they need an expression.
print "no: PI yes: @{[ PI ]} ${\ NAME}\n";

# As keys they are words before a fat comma and in braces.
my %h = (NAME, 1, NAME() => 2, LIMIT => 3);
print join(' ', map { "$_=$h{$_}" } sort keys %h), ' ', $h{+NAME}, ' ', $h{NAME()}, ' ', exists $h{NAME} ? 'word' : 'no word', "\n";

# References may be changed inside.
print TABLE->{a}, ' ', TABLE->{b}[1], ' ', join(',', sort keys %{ +TABLE }), "\n";
TABLE->{c} = 3;
print scalar keys %{ TABLE() }, "\n";

# In conditions, in arguments, with a class name.
print DEBUG ? "debugging\n" : "quiet\n";
print 'sub: ', main::PI, ' ', main->NAME, ' ', __PACKAGE__->can('LIMIT') ? 'known' : 'unknown', ' ', &LIMIT, "\n";

# Each package has its own.
package Other {
    use constant NAME => 'other';
    sub name { return NAME }
}
print Other::name(), ' ', Other::NAME, ' ', NAME, "\n";

# They cannot be changed.
eval { my $r = \PI; $$r = 3; 1 } or print "error: $@";
for my $n (LIMIT) {
    print "n is $n\n";
}
print join(' ', map { $_ * LIMIT } 1 .. 3), ' ', LIMIT < 20 ? 'less' : 'more', "\n";
use constant E => exp 1;
printf "%.4f %s\n", E, PI > E ? 'pi' : 'e';
