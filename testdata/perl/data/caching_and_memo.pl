# Remembering results in hashes: memoized functions, keys of several arguments, lazily filled tables.
use strict;
use warnings;

my $calls = 0;
my %fib = (0 => 0, 1 => 1);
sub fib {
    my ($n) = @_;
    return $fib{$n} if exists $fib{$n};
    $calls++;
    return $fib{$n} = fib($n - 1) + fib($n - 2);
}
print fib(30), " $calls ", fib(30), " $calls\n";

# For any function.
sub memoize {
    my ($code) = @_;
    my %cache;
    return sub {
        my $key = join $;, @_;
        $cache{$key} = $code->(@_) unless exists $cache{$key};
        return $cache{$key};
    };
}
my $count = 0;
my $slow = sub { $count++; return $_[0] ** $_[1] };
my $fast = memoize($slow);
print join(' ', map { $fast->(@$_) } [2, 10], [10, 2], [2, 10], [2, 10]), " $count\n";

# Undefined and false results are remembered, too.
my $tries = 0;
my $maybe = memoize(sub { $tries++; return });
my @results = map { $maybe->('x') // 'undef' } 1 .. 3;
print "@results $tries\n";

# ||= and //= and their difference.
my %lazy;
my $made = 0;
sub make { $made++; return shift }
$lazy{zero} //= make(0) for 1 .. 3;
print $made, ' ';
$lazy{none} ||= make(0) for 1 .. 3;
print "$made\n";

# Counting paths in a grid, by remembered recursion.
my %paths;
sub paths {
    my ($x, $y) = @_;
    return 1 if $x == 0 || $y == 0;
    return $paths{$x, $y} //= paths($x - 1, $y) + paths($x, $y - 1);
}
print paths(2, 2), ' ', paths(10, 10), ' ', scalar keys %paths, "\n";

# A cache that keeps the newest three.
my (%store, @order);
sub remember {
    my ($key, $value) = @_;
    @order = grep { $_ ne $key } @order if exists $store{$key};
    push @order, $key;
    $store{$key} = $value;
    delete $store{ shift @order } while @order > 3;
    return;
}
remember($_, uc $_) for qw(a b c a d);
print join(' ', map { "$_=$store{$_}" } sort keys %store), " | @order\n";
