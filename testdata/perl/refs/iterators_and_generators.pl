# Generators as closures: fibonacci, permutations, zipped lists, exhaustion, each-like pairs.
use strict;
use warnings;

sub fibonacci {
    my ($x, $y) = (0, 1);
    return sub {
        my $result = $x;
        ($x, $y) = ($y, $x + $y);
        return $result;
    };
}
my $fib = fibonacci();
print join(' ', map { $fib->() } 1 .. 12), "\n";

sub upto {
    my ($from, $to, $step) = @_;
    $step ||= 1;
    return sub {
        return if $from > $to;
        my $now = $from;
        $from += $step;
        return $now;
    };
}
my $it = upto(1, 10, 3);
while (defined(my $n = $it->())) {
    print "n=$n ";
}
print "\n";

sub zip_with {
    my ($f, @iterators) = @_;
    return sub {
        my @values = map { $_->() } @iterators;
        return @values < @iterators ? () : $f->(@values);
    };
}
my $sums = zip_with(sub { "$_[0]+$_[1]" }, upto(1, 3), upto(10, 99, 10));
while (my ($text) = $sums->()) {
    print "$text ";
}
print "\n";

# All permutations, one at a time, in lexical order.
sub permutations {
    my @items = sort @_;
    my $first = 1;
    return sub {
        if ($first) {
            $first = 0;
            return @items;
        }
        my $i = $#items - 1;
        $i-- while $i >= 0 && $items[$i] ge $items[ $i + 1 ];
        return if $i < 0;
        my $j = $#items;
        $j-- while $items[$j] le $items[$i];
        @items[$i, $j] = @items[$j, $i];
        @items[$i + 1 .. $#items] = reverse @items[$i + 1 .. $#items];
        return @items;
    };
}
my $next = permutations(qw(b a c));
while (my @p = $next->()) {
    print join('', @p), ' ';
}
print "\n";

# Collatz sequences and a chunker.
sub collatz { my $n = shift; return sub { return if !$n; my $r = $n; $n = $n == 1 ? 0 : $n % 2 ? 3 * $n + 1 : $n / 2; return $r } }
my $c = collatz(6);
my @seq;
while (my $n = $c->()) { push @seq, $n }
print "@seq\n";

sub chunks { my ($size, @list) = @_; return sub { return splice @list, 0, $size } }
my $chunk = chunks(3, 'a' .. 'h');
while (my @part = $chunk->()) {
    print "[@part]";
}
print "\n";
