# Mistakes with handles: reading and writing closed or wrong ones, with the warnings.
use strict;
use warnings;

open my $out, '>', 'file' or die $!;
print $out "text\n";
close $out;

my $ok = print $out "more\n";
print 'print gave ', ($ok ? 'true' : 'false'), "\n";
print 'close gave ', (close $out) ? 'true' : 'false', "\n";

my $line = <$out>;
print defined $line ? 'line' : 'undef', "\n";

# Reading from a handle opened for writing, and the other way round.
open my $in, '<', 'file' or die $!;
{
    no warnings 'io';
    open $out, '>', 'other' or die $!;
    $line = <$out>;
    print defined $line ? 'line' : 'undef', "\n";
    close $out;
    $ok = print $in "x";
    print 'print gave ', ($ok ? 'true' : 'false'), "\n";
}
close $in;

# A bareword handle that was never opened.
$line = <NEVER>;
print NEVER 'x';
{
    no warnings;
    print NEVER 'x';
    $line = <NEVER>;
}

# opened and fileno tell.
print defined fileno $in ? 'open' : 'closed', "\n";
print $in->opened ? 'open' : 'closed', "\n";
print STDOUT->opened ? 'open' : 'closed', "\n";

# A file name with a newline.
open $in, '<', "file\n" or print "failed\n";
