# ARGS: --verbose -n 5 file1 file2
# @ARGV: what shift takes in the main program, loops over options by hand, and $0.
use strict;
use warnings;

print scalar(@ARGV), " arguments: @ARGV\n";

my ($verbose, $number) = (0, 1);
while (@ARGV and $ARGV[0] =~ /^-/) {
    my $arg = shift;
    if ($arg eq '--verbose') {
        $verbose = 1;
    } elsif ($arg eq '-n') {
        $number = shift;
    } else {
        die "unknown option $arg\n";
    }
}
print "verbose=$verbose number=$number files=@ARGV\n";

# In a sub, shift takes from @_.
sub first { return shift }
print first('own'), ' ', scalar(@ARGV), "\n";

# local @ARGV for a part of the program.
sub count_args { return scalar @ARGV }
{
    local @ARGV = (1 .. 10);
    print count_args(), ' ';
}
print count_args(), "\n";

# The name of the script.
my ($base) = $0 =~ m{([^/]+)$};
print "running $base\n";

# $#ARGV is the last index.
print "last index $#ARGV\n";
@ARGV = ();
print "now $#ARGV\n";
