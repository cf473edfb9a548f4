# A literal undef opens a temporary file; an undefined variable is the name of no file.
use strict;
use warnings;

open my $temporary, '+>', undef or die "temporary: $!";
print $temporary "kept\n";
seek $temporary, 0, 0;
print scalar <$temporary>;
close $temporary;

my $name;
for my $mode ('<', '>', '+<', '>>') {
    no warnings 'uninitialized';
    print "$mode ", (open(my $file, $mode, $name) ? 'opened' : "refused: $!"), "\n";
}

# With the warning that says which variable it was.
open(my $file, '<', $name) or print "refused\n";

# chop and chomp leave undef as it is.
{
    no warnings;
    my ($chopped, $chomped);
    chop $chopped;
    chomp $chomped;
    print defined $chopped ? 'defined' : 'undefined', ' ', defined $chomped ? 'defined' : 'undefined', "\n";
}
