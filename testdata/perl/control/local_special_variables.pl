# local for the special variables: separators, $_, $@, $!, %ENV, %SIG, @ARGV.
use strict;
use warnings;

my @list = (1, 2, 3);

# $, $\ and $"
{
    local $, = '-';
    local $\ = "<\n";
    print 'a', 'b';
    local $" = '+';
    print "@list";
}
print "@list\n";

# $_ in a sub that would destroy the caller's.
sub count_lines {
    local $_ = shift;
    return tr/\n//;
}
for (qw(keep)) {
    my $lines = count_lines("a\nb\n");
    print "$_ $lines\n";
}

# $/ for reading everything.
open my $in, '<', \"first\nsecond\n" or die;
my $all = do { local $/; <$in> };
print length $all, "\n";

# $@ around an inner eval.
eval { die "outer\n" };
{
    local $@;
    eval { die "inner\n" };
}
print "kept: $@";

# The environment of a child.
{
    local $ENV{GREETING} = 'hello from parent';
    print `echo \$GREETING`;
}
print exists $ENV{GREETING} ? "left\n" : "gone\n";

# A handler for one block.
{
    local $SIG{__WARN__} = sub { print "caught: $_[0]" };
    warn "inside\n";
}
warn "outside\n";

# $0 and $; as well.
{
    local $; = ':';
    my %h;
    $h{1, 2} = 'x';
    print keys %h, "\n";
}
