# Exit inside evals and subs, with END blocks that see and change the status.
use strict;
use warnings;
END { print "second END: $?\n" }
END { print "first END: $?\n"; $? = 9 if $? == 7 }
sub leave { exit 7 }
eval { leave() };
print "never\n";
