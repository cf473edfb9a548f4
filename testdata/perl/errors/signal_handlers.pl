# %SIG: handlers by reference and by name, signals sent to oneself, IGNORE and DEFAULT.
use strict;
use warnings;

my @got;
$SIG{USR1} = sub { push @got, "USR1 by $_[0]" };
kill 'USR1', $$;
kill USR1 => $$;
print "$_\n" for @got;

# By name.
sub handler { print "handler got $_[0]\n" }
$SIG{USR2} = 'handler';
kill 'USR2', $$;
$SIG{USR2} = \&handler;
kill 'USR2', $$;

# IGNORE.
$SIG{USR1} = 'IGNORE';
kill 'USR1', $$;
print 'ignored, still ', scalar(@got), "\n";

# local for a block.
{
    local $SIG{USR2} = sub { print "local handler\n" };
    kill 'USR2', $$;
}
kill 'USR2', $$;

# A handler that dies inside an eval.
$SIG{INT} = sub { die "interrupted\n" };
eval {
    kill 'INT', $$;
    print "not reached\n";
};
print "caught: $@";
$SIG{INT} = 'DEFAULT';

# kill 0 tests whether the process is there.
print 'alive: ', kill(0, $$), "\n";
