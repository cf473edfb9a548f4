# What sprintf warns about: missing, redundant, undefined and non-numeric arguments, unknown conversions.
use strict;
use warnings;

my $text = sprintf '%s %s', 'one';
print "[$text]\n";

$text = sprintf '%s', 'one', 'two';
print "[$text]\n";

$text = sprintf '%d', 'abc';
print "[$text]\n";

$text = sprintf '%s', undef;
print "[$text]\n";

$text = sprintf '%d', undef;
print "[$text]\n";

# An unknown conversion stands as it is.
$text = sprintf '%y and %z', 1;
print "[$text]\n";

# An incomplete one at the end too.
$text = sprintf 'half %';
print "[$text]\n";
$text = sprintf '%5';
print "[$text]\n";

# The same complaints from printf.
printf "%s %d\n", 'only';
printf "%d\n", '3 apples';

my $name;
printf "hello %s\n", $name;

# Silence by category.
{
    no warnings qw(missing redundant);
    print sprintf('%s %s|', 1), sprintf('%s|', 1, 2), "\n";
}
