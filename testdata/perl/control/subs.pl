# Subroutines: arguments, aliases, defaults, return in several contexts, recursion, early return.
use strict;
use warnings;

sub add { my ($x, $y) = @_; return $x + $y }
print add(2, 3), ' ', &add(4, 5), "\n";

sub bump { $_[0]++; $_ .= '!' for @_[1 .. $#_] }
my ($n, $s, $t) = (1, 'a', 'b');
bump($n, $s, $t);
print "$n $s $t\n";

sub ctx {
    return wantarray ? 'list' : defined(wantarray) ? 'scalar' : 'void';
}

my @a = ctx();
my $c = ctx();
my ($l) = ctx();
print "$a[0] $c $l ", scalar(ctx()), " @{[ctx()]}\n";

sub last_list { return (4, 5, 6) }
my $last = last_list();
my ($first) = last_list();
my $cnt = () = last_list();
print "$last $first $cnt\n";

sub arr { my @x = (7, 8, 9); return @x }
my $num = arr();
print "$num ", (arr())[1], ' ', (arr())[-1], "\n";

sub slice { my @x = (7, 8, 9); return @x[0, 1] }
my $sl = slice();
print "$sl\n";

sub none {return}
my @none = none();
my $none = none();
print scalar(@none), defined $none ? 'def' : 'undef', "\n";

sub implicit {
    my $x = shift;
    if ($x) {'yes'}
    else {'no'}
}

print implicit(1), implicit(0), "\n";

sub fact {
    my $n = shift;
    $n <= 1 ? 1 : $n * fact($n - 1);
}

print fact(10), ' ', fact(20), "\n";

sub fib {
    my $n = shift;
    return $n < 2 ? $n : fib($n - 1) + fib($n - 2);
}

print join(' ', map fib($_), 0 .. 12), "\n";

sub ack {
    my ($m, $n) = @_;
    $m == 0 ? $n + 1 : $n == 0 ? ack($m - 1, 1) : ack($m - 1, ack($m, $n - 1));
}

print ack(2, 3), "\n";

sub named {
    my %o = (size => 1, color => 'red', @_);
    join ',', map "$_=$o{$_}", sort keys %o;
}

print named(), ' ', named(color => 'blue', extra => 2), "\n";

sub outer {&inner}
sub inner {"inner got @_"}
print outer(1, 2), "\n";

sub gone { @_ = ('x', 'y'); goto &inner }
print gone(3), "\n";

sub early {
    for my $x (@_) { return "found $x" if $x > 2 }
    'none';
}

print early(1, 2, 3, 4), ' ', early(1), "\n";

sub hanoi {
    my ($n, $f, $t, $v, $m) = @_;
    return 0 unless $n;
    hanoi($n - 1, $f, $v, $t) + 1 + hanoi($n - 1, $v, $t, $f);
}

print hanoi(5, 'A', 'B', 'C'), "\n";

my $rec;
$rec = sub {
    my $n = shift;
    $n ? $n + $rec->($n - 1) : 0;
};
print $rec->(90), "\n";

use feature 'current_sub';

print sub {
    my $n = shift;
    $n < 2 ? 1 : $n * __SUB__->($n - 1);
    }
    ->(6), "\n";
print defined &add ? 'defined' : 'no', ' ', defined &nosuch ? 'defined' : 'no', ' ', exists &add ? 1 : 0, "\n";

sub ::toplevel {'top'}
print main::toplevel(), ' ', ::toplevel, "\n";

my @args = (1, 2);
print add(@args), ' ', add(@args, 5), "\n";

sub count { scalar @_ }
print count(), count(()), count(1, ()), count((1, 2), 3), count(undef), "\n";
