# Prototypes with & at the front: subs that read like map and grep.
use strict;
use warnings;

sub apply(&@) {
    my ($code, @list) = @_;
    return map { $code->($_) } @list;
}
print join(',', apply { $_[0] ** 2 } 1 .. 4), "\n";

# With $_ set as map does it.
sub first_match(&@) {
    my $code = shift;
    for (@_) {
        return $_ if $code->();
    }
    return;
}
print first_match { $_ > 10 } 4, 8, 15, 16;
print "\n";

# $a and $b as sort does it.
sub fold(&@) {
    my ($code, $value, @rest) = @_;
    for my $item (@rest) {
        our ($a, $b) = ($value, $item);
        $value = $code->();
    }
    return $value;
}
print fold { $a * $b } 1 .. 6;
print "\n";

# A try and catch of one's own: blocks separated by a second word.
sub attempt(&;@) {
    my ($try, @handlers) = @_;
    my @result = eval { $try->() };
    return $@ ? $handlers[0]->($@) : @result;
}

sub rescue(&;@) { return @_ }

print attempt { die "failed\n" } rescue { "rescued: $_[0]" };
print attempt { "no trouble\n" } rescue { "rescued: $_[0]" };

# A reference to a sub, and an anonymous sub, may stand in the place of the block.
sub twice { return $_[0] * 2 }
print join(',', apply(\&twice, 5, 6)), ' ', join(',', apply(sub { $_[0] + 1 }, 5)), "\n";

print prototype('apply'), ' ', prototype(\&attempt), "\n";
