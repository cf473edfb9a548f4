# Calling forms of subs: goto, &name, aliases, contexts, nested closures, anonymous subs called at once.
use strict;
use warnings;
use feature qw(say current_sub);

sub wrapper { goto &target }
sub target { "target(@_) from " . (caller(0))[3] }
say wrapper(1, 2);

sub share {&inner}
sub inner {"inner(@_)"}
say share("a", "b");

sub alias { $_[0] .= "!"; $_[1]++ }
my ($s, $n) = ("s", 1);
alias($s, $n);
say "$s $n";

sub ctx { return wantarray }
my @l = ctx();
my $sv = ctx();
say $l[0], $sv ? 1 : 0;

sub early {
    for (1 .. 5) { return $_ if $_ == 3 }
    "none";
}

say early();

sub lst { return (1, 2, 3)[1, 2] }
say join ",", lst();

sub empty {return}
my @e = empty();
say scalar @e;

sub nested {
    my $x = shift;
    my $in = sub {
        my $y = shift;
        sub { $x + $y + shift }
    };
    $in->(2)->(3);
}

say nested(1);

my %dispatch = (add => sub { $_[0] + $_[1] }, mul => sub { $_[0] * $_[1] });
say join ",", map { $dispatch{$_}->(3, 4) } sort keys %dispatch;

my $str = "closure";
my $mod = sub { $str = shift };
$mod->("changed");
say $str;

sub outer {
    my $v = shift;
    my @r = map {
        my $w = $_;
        sub {"$v$w"}
    } @_;
    join ",", map { $_->() } @r;
}

say outer("p", 1, 2);

my $cnt = 0;
sub incr { $cnt++ }
incr() for 1 .. 3;
say $cnt;
say join ",", (sub { @_[1 .. $#_] })->(1, 2, 3);

my ($first, @others) = (sub { reverse @_ })->(1, 2, 3);
say "$first @others";

sub fib {
    my $n = shift;
    $n < 2 ? $n : fib($n - 1) + fib($n - 2);
}

say fib(18);

sub ack {
    my ($m, $n) = @_;
    $m == 0 ? $n + 1 : $n == 0 ? ack($m - 1, 1) : ack($m - 1, ack($m, $n - 1));
}

say ack(2, 3);

sub hanoi {
    my ($n, $f, $t, $v, $cb) = @_;
    return unless $n;
    hanoi($n - 1, $f, $v, $t, $cb);
    $cb->("$f$t");
    hanoi($n - 1, $v, $t, $f, $cb);
}

my @mv;
hanoi(3, 'A', 'C', 'B', sub { push @mv, shift });
say "@mv";

say((sub { my $s = 0; $s += $_ for @_; $s })->(1 .. 10));

my @sorted = sort { $a->[1] <=> $b->[1] or $a->[0] cmp $b->[0] } (['b', 2], ['a', 2], ['c', 1]);
say join " ", map { $_->[0] } @sorted;
