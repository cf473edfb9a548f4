# Carp: confess and cluck tell of all calls with their arguments; longmess and shortmess.
use strict;
use warnings;
use Carp qw(confess cluck longmess shortmess);

sub bottom {
    my @arguments = @_;
    confess 'too deep';
}

sub middle {
    my ($name, $count) = @_;
    bottom($count + 1, undef, 'x' x 3);
}

sub top {
    middle('a name', 5);
}

eval { top() };
print $@;

# cluck only warns.
sub noisy {
    my @arguments = @_;
    cluck 'look here';
    return 'went on';
}
print noisy(1, 'two'), "\n";

# The text without dying.
sub message {
    return longmess('long message');
}
print message('argument');
sub brief {
    return shortmess('short message');
}
print brief(), "\n";

# Evals appear as frames.
sub inside {
    eval { confess 'within eval' };
    return $@;
}
print inside();
