# warn: place and newline, lists, empty warnings, warnings that carry $@.
use strict;
use warnings;

warn "with newline\n";
warn "with place";
warn 'a', 'b', 1 + 2, "\n";

sub complain {
    warn "from a sub";
    return;
}
complain();

# Without text.
warn;
{
    local $@ = "earlier error\n";
    warn;
    $@ = 'earlier error without newline';
    warn;
}

# The value of warn is true.
my $ok = warn "value\n";
print "warn returned $ok\n";

# Over several lines.
warn "first ",
    "second";

# In a loop over a file, the line number of the handle is added.
open my $in, '<', \"alpha\nbeta\ngamma\n" or die;
while (my $line = <$in>) {
    warn "odd line" if $. % 2;
}
close $in;
warn "after close";
print "done\n";
