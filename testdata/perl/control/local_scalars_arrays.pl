# local: a new value for a global until the block is left, in whatever way.
use strict;
use warnings;

our $level = 0;
our @stack = (1, 2, 3);
our %config = (debug => 0, color => 'none');

sub report {
    my $config = join ',', map { "$_=$config{$_}" } sort keys %config;
    return "level $level stack @stack config $config";
}

sub changed {
    local $level = $level + 1;
    local @stack = reverse @stack;
    local %config = (debug => 1);
    return report();
}

print report(), "\n";
print changed(), "\n";
print report(), "\n";

# Elements and slices.
sub elements {
    local $config{color} = 'red';
    local $config{extra} = 'new';
    local $stack[1] = 'middle';
    return report();
}
print elements(), "\n";
print report(), "\n";

# Recursion: each call has its own.
sub nest {
    my $n = shift;
    local $level = $level + 1;
    return $n ? nest($n - 1) : $level;
}
print 'deepest ', nest(4), ", now $level\n";

# die restores as well.
eval {
    local $level = 'in eval';
    die "leaving $level\n";
};
print "$@level $level\n";

# next and last, too.
for my $i (1 .. 3) {
    local $level = "turn $i";
    next if $i < 3;
    print report(), "\n";
}
print "level $level\n";
