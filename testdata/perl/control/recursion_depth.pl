# Deep recursion: 100,000 nested calls, mutual recursion, and recursion with a growing list.
use strict;
use warnings;
no warnings 'recursion';

sub down {
    my $n = shift;
    return 0 if $n == 0;
    return 1 + down($n - 1);
}
print 'depth ', down(100_000), "\n";

sub even {
    my $n = shift;
    return $n == 0 ? 1 : odd($n - 1);
}

sub odd {
    my $n = shift;
    return $n == 0 ? 0 : even($n - 1);
}
print '5000 is ', (even(5000) ? 'even' : 'odd'), "\n";

my $walk;
$walk = sub {
    my ($n, $seen) = @_;
    return $seen if $n == 0;
    push @$seen, $n if $n % 2000 == 0;
    return $walk->($n - 1, $seen);
};
print join(' ', @{ $walk->(10_000, []) }), "\n";

# A chain of 50,000 links built without recursion and measured with it.
my $list;
$list = { next => $list } for 1 .. 50_000;

sub length_of {
    my $node = shift;
    return 0 unless $node;
    return 1 + length_of($node->{next});
}
print 'list of ', length_of($list), "\n";

# Taken apart link by link.
my $links = 0;
while ($list) {
    $list = delete $list->{next};
    $links++;
}
print "$links links\n";
