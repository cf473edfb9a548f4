# eval BLOCK: its value in each context, $@ after success and failure, the idioms around it.
use strict;
use warnings;

my $value = eval { 42 };
print "value $value, error [$@]\n";

my @list = eval { (1, 2, 3) };
print "list @list\n";

my $failed = eval { die "oops\n"; 1 };
print defined $failed ? 'defined' : 'undef', ", error $@";

my @empty = eval { die "oops\n" };
print scalar(@empty), " values\n";

# $@ is emptied at the start of the next eval.
eval { 1 };
print "now [$@]\n";

# The reliable form: the block ends in a true value.
for my $n (2, 0) {
    my $result;
    if (eval { $result = 10 / $n; 1 }) {
        print "10 / $n = $result\n";
    } else {
        print "caught: $@";
    }
}

# or do.
eval {
    die "again\n";
    1;
} or do {
    print "handled $@";
};

# return leaves the eval and not the sub.
sub tricky {
    my $inner = eval { return 'from eval' };
    return "sub goes on with $inner";
}
print tricky(), "\n";

# wantarray inside.
my $scalar = eval { wantarray ? 'list' : 'scalar' };
my ($in_list) = eval { wantarray ? 'list' : 'scalar' };
print "$scalar $in_list\n";

# last inside an eval would leave the loop: an if does without.
for my $i (1 .. 3) {
    my $ok = eval { die "two\n" if $i == 2; 1 };
    print $ok ? "turn $i\n" : "turn $i failed: $@";
}
