# The handle and its line in messages: which handle is named, and when it is not.
use strict;
use warnings;

open my $in, '<', \"one\ntwo\nthree\n" or die;
my $line = <$in>;
eval { die 'after the first' };
print $@;

$line = <$in>;
eval { die 'after the second' };
print $@;

# A bareword handle is named in the message.
my $data = <DATA>;
eval { die 'after DATA' };
print $@;
$data = <DATA>;
warn 'still DATA';

# Text with a newline has no place at all.
eval { die "no place\n" };
print $@;

# The handle read last counts.
$line = <$in>;
eval { die 'back to the first handle' };
print $@;

# Closing it resets the counter.
close $in;
eval { die 'closed' };
print $@;

# local $. for a block.
$data = <DATA>;
print "line $. of DATA: $data";
$. = 100;
eval { die 'changed by hand' };
print $@;
__DATA__
first
second
third
