# eval in eval: which error reaches whom, cleanup on the way, $@ protected by local.
use strict;
use warnings;

eval {
    eval { die "inner\n" };
    print "inner block saw: $@";
    die "outer\n";
};
print "outer block saw: $@";

# Adding to a message on the way up.
sub read_config { die "no such file\n" }
sub load {
    eval { read_config(); 1 } or die "cannot load config: $@";
}
sub start {
    eval { load(); 1 } or die "cannot start: $@";
}
eval { start() };
print $@;

# Cleanup that must run in any case.
sub with_cleanup {
    my $code = shift;
    my @result = eval { $code->() };
    my $error = $@;
    print "cleanup\n";
    die $error if $error;
    return @result;
}
print with_cleanup(sub { 'fine' }), "\n";
eval { with_cleanup(sub { die "broken\n" }) };
print "after cleanup: $@";

# An eval in a helper must not destroy the caller's $@.
sub helper {
    local $@;
    eval { die "private\n" };
    return 'helped';
}
eval { die "mine\n" };
print helper(), ", still: $@";

# A retry loop.
my $attempt = 0;
until (eval { flaky(); 1 }) {
    print "attempt $attempt: $@";
    last if $attempt >= 5;
}
sub flaky {
    $attempt++;
    die "not yet\n" if $attempt < 3;
    print "worked at attempt $attempt\n";
}
