# List::Util, all functions.
use strict;
use warnings;
use List::Util
    qw(reduce reductions first any all none notall min max minstr maxstr sum sum0 product shuffle uniq uniqnum uniqint uniqstr head tail pairs unpairs pairkeys pairvalues pairmap pairgrep pairfirst sample zip mesh);
print sum(1 .. 10), " ", sum0(), " ", defined(sum()) ? 1 : 'undef', " ", product(1 .. 5), " ", product(), "\n";
print max(3, 9, 2), " ", min(3, 9, 2), " ", maxstr(qw(b a c)), " ", minstr(qw(b a c)), " ",
    defined(max()) ? 1 : 'undef', "\n";
print sum(0.1, 0.2, 0.3), " ", sum("3 ", 4), " ", max("10", "9"), " ", min(-1, 1e3), " ", sum(9223372036854775807, 1),
    "\n";
print +(reduce { $a + $b } 1 .. 5), " ", (reduce { $a . $b } qw(a b c)), " ", defined(reduce {1} ()) ? 1 : 'undef',
    " ", (reduce {1} 7), "\n";
print join(",", reductions { $a + $b } 1 .. 5), "\n";
print first { $_ > 3 } 1 .. 9;
print "\n";
print defined(first { $_ > 30 } 1 .. 9) ? 1 : 'undef', "\n";
print(
    (any { $_ == 2 } 1, 2, 3) ? "any " : "",
    (all {$_} 1, 0) ? "" : "not all ",
    (none { $_ > 5 } 1, 2) ? "none " : "",
    (notall {$_} 1, 0) ? "notall" : "", "\n"
);
print((any {1} ()) ? 1 : 0, (all {0} ()) ? 1 : 0, (none {1} ()) ? 1 : 0, (notall {0} ()) ? 1 : 0, "\n");
print join(",", uniq(qw(a b a c b))), " ", scalar(uniq(1, 1, 2)), " ", join(",", uniqnum(1, "1.0", 2, "2.00", "1e0")),
    " ", join(",", uniqint(1, 1.5, 2.9, 2)), " ", join(",", uniqstr("a", "A", "a")), "\n";
print join(",", map { $_ // 'undef' } uniq(undef, "", undef)), "\n";
print join(",", head(2, 1 .. 5)), " ", join(",", head(-2, 1 .. 5)), " ", join(",", tail(2, 1 .. 5)), " ",
    join(",", tail(-2, 1 .. 5)), " ", join(",", head(9, 1, 2)), "\n";

my @p = pairs(a => 1, b => 2);
print join(";", map {"$_->[0]=$_->[1]"} @p), " ", ref $p[0], " ", $p[0]->key, $p[1]->value, "\n";
print join(",", unpairs([a => 1], [b => 2, 3], ['c'])), "\n" if 0;
print join(",", unpairs([a => 1], [b => 2])), "\n";
print join(",", pairkeys(a => 1, b => 2)), " ", join(",", pairvalues(a => 1, b => 2)), " ",
    join(",", pairmap {"$a-$b"} (a => 1, b => 2)), " ", join(",", pairgrep { $b > 1 } (a => 1, b => 2)), " ",
    join(",", pairfirst { $b > 0 } (a => 1, b => 2)), "\n";

my %h = (x => 1, y => 2);
my %d = pairmap { $a => $b * 2 } %h;
print join(",", map {"$_$d{$_}"} sort keys %d), "\n";
print join(
    ";",
    map {
        join ",",
            map { $_ // 'u' }
            @$_
    } zip([1, 2, 3], ['a', 'b'])
    ),
    " ", join(",", map { $_ // 'u' } mesh([1, 2], ['a', 'b'])), "\n";

srand(7);
print join(",", shuffle 1 .. 10), "\n";
print scalar(my @s = sample 3, 1 .. 10), "\n";

my @objs = map { { n => $_ } } 3, 1, 2;
my $m = reduce { $a->{n} < $b->{n} ? $a : $b } @objs;
print $m->{n}, "\n";

my $maxlen = max map {length} qw(a bbb cc);
print "$maxlen\n";
print sum(map { $_**2 } 1 .. 3), "\n";

sub biggest { return max(@_) }
print biggest(4, 8, 2), "\n";

my $code = \&sum;
print $code->(1, 2, 3), "\n";
print List::Util::sum(1, 2), " ", &List::Util::max(5, 6), "\n";

my @nested = ([3, 'c'], [1, 'a']);
my $f = first { $_->[1] eq 'a' } @nested;
print $f->[0], "\n";
print "found\n" if defined first { !defined } 1, undef;

my $r = first { $_ eq 'x' } qw(a x);
print "$r\n";

for my $x (1 .. 2) {
    print((first { $_ == $x } 1 .. 3), " ");
}

print "\n";
print join(
    " ",
    (
        map {
            my $n = $_;
            first { $_ % $n == 0 } 10 .. 20
        } 3,
        7
    )
    ),
    "\n";
