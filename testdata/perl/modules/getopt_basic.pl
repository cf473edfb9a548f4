# ARGS: --verbose --name=Ann --count 5 --ratio 0.5 -f rest1 --no-color rest2 -- --not-an-option
# Getopt::Long: flags, text, numbers, negatable options, what is left in @ARGV.
use strict;
use warnings;
use Getopt::Long;

my %option = (color => 1, level => 'default', name => 'nobody', count => 0, ratio => 1);
my ($verbose, $force) = (0, 0);

GetOptions(
    'verbose'  => \$verbose,
    'name=s'   => \$option{name},
    'count=i'  => \$option{count},
    'ratio=f'  => \$option{ratio},
    'force|f'  => \$force,
    'color!'   => \$option{color},
    'level:s'  => \$option{level},
) or die "wrong options\n";

print "verbose $verbose, force $force\n";
print join(', ', map { "$_ = " . ($option{$_} // 'undef') } sort keys %option), "\n";
print "left: @ARGV\n";
