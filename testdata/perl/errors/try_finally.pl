# finally: it runs whether the block succeeds, fails or returns.
use v5.36;
use feature 'try';
no warnings 'experimental::try';

sub work ($mode) {
    try {
        say "start $mode";
        die "failure\n" if $mode eq 'fail';
        return 'returned' if $mode eq 'return';
        say 'finished';
    } catch ($e) {
        print "caught $e";
    } finally {
        say "cleanup after $mode";
    }
    return 'end of sub';
}

say work($_) for qw(good fail return);

# An error in catch still runs finally.
eval {
    try {
        die "first\n";
    } catch ($e) {
        die "second\n";
    } finally {
        say 'finally ran';
    }
};
print "outside: $@";

# Order of nested ones.
try {
    try {
        say 'inside';
    } catch ($e) {
        say 'never';
    } finally {
        say 'inner finally';
    }
} catch ($e) {
    say 'never';
} finally {
    say 'outer finally';
}

# In a loop with last.
for my $i (1 .. 3) {
    try {
        last if $i == 2;
        say "i=$i";
    } catch ($e) {
    } finally {
        say "done with $i";
    }
}
