# Closures: counters, shared variables, loops that create subs, state variables.
use strict;
use warnings;
use feature 'state';

sub counter {
    my $n = shift;
    return {
        inc => sub { ++$n },
        dec => sub { --$n },
        get => sub {$n}
    };
}

my ($c1, $c2) = (counter(5), counter(10));
$c1->{inc}->() for 1 .. 3;
$c2->{dec}();
print $c1->{get}->(), ' ', $c2->{get}->(), "\n";

my @subs;
for my $i (1 .. 3) {
    push @subs, sub { $i * shift }
}

print join(',', map { $_->(10) } @subs), "\n";

my @w;
my $j = 0;
while ($j < 3) {
    my $k = $j;
    push @w, sub { $k++ };
    $j++;
}

$_->() for @w;
print join(',', map { $_->() } @w), "\n";

my @c;
for (my $i = 0; $i < 3; $i++) {
    push @c, sub {$i}
}

print join(',', map { $_->() } @c), "\n";

sub next_id { state $id = 100; return $id++ }
print join(' ', next_id(), next_id(), next_id()), "\n";

sub gather {
    state @all;
    push @all, @_;
    scalar @all;
}

print gather(1), gather(2, 3), gather(), "\n";

sub tally {
    state %h;
    $h{ $_[0] }++;
    join ',', map "$_$h{$_}", sort keys %h;
}

tally('a');
tally('b');
print tally('a'), "\n";

my @st = map {
    sub { state $n = 0; $n += $_[0] }
} 1 .. 2;
print $st[0]->(1), $st[0]->(1), $st[1]->(5), "\n";

{
    my $private = 0;
    sub bump { return ++$private }
    sub peek { return $private }
}

bump();
bump();
print peek(), "\n";

my $compose = sub {
    my @f = reverse @_;
    sub {
        my @a = @_;
        @a = $_->(@a) for @f;
        wantarray ? @a : $a[0];
    }
};
my $inc = sub { $_[0] + 1 };
my $dbl = sub { $_[0] * 2 };
print $compose->($inc, $dbl)->(5), ' ', $compose->($dbl, $inc)->(5), "\n";

my $curry = sub {
    my $f = shift;
    my @pre = @_;
    sub { $f->(@pre, @_) }
};
print $curry->(sub { join '-', @_ }, 1, 2)->(3, 4), "\n";

my %dispatch = (add => sub { $_[0] + $_[1] }, mul => sub { $_[0] * $_[1] });
print "$_: ", $dispatch{$_}->(3, 4), "\n" for sort keys %dispatch;

sub make_iter {
    my @l = @_;
    my $i = 0;
    sub { $i < @l ? $l[$i++] : () }
}

my $it = make_iter(qw(a b c));
while (defined(my $x = $it->())) { print $x }
print "\n";

my $x = 10;
my $show = sub {$x};
$x = 20;
print $show->(), "\n";

{ my $x = 30; print $show->(), $x, "\n" }
my $gen = do {
    my ($a, $b) = (0, 1);
    sub {
        my $r = $a;
        ($a, $b) = ($b, $a + $b);
        $r;
    }
};
print join(' ', map { $gen->() } 1 .. 10), "\n";

my $str = 'v';
my $e = eval 'sub { $str . shift }';
$str = 'w';
print $e->(1), "\n";
