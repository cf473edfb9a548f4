# END blocks: they run last, in reverse order, also after exit, and may change the status.
use strict;
use warnings;

END { print "end one, status $?\n" }

END {
    print "end two\n";
    $? = 5 if $? == 3;
}

my $resource = 'open';
END {
    # Lexicals of the file are still alive.
    print "end three, resource is $resource\n";
    $resource = 'closed';
}

sub finish {
    my $code = shift;
    print "finishing with $code\n";
    exit $code;
}

print "main\n";
eval { finish(3) };
print "eval does not stop exit\n";
