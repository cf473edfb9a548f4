# Closures: counters, loops, recursion, composition, subs that take blocks.
use strict;
use warnings;
use feature qw(say current_sub);

sub counter {
    my $n = shift // 0;
    return {
        inc => sub { ++$n },
        dec => sub { --$n },
        get => sub {$n}
    };
}

my $c1 = counter(5);
my $c2 = counter();
$c1->{inc}->() for 1 .. 3;
$c2->{dec}->();
say $c1->{get}->(), " ", $c2->{get}->();

my @subs = map {
    my $i = $_;
    sub { $i * $_[0] }
} 1 .. 3;
say join ",", map { $_->(10) } @subs;

my @s2;
for my $i (1 .. 3) {
    push @s2, sub { $i++ }
}

say $s2[0]->(), $s2[0]->(), $s2[1]->();

my @s3;
for (my $i = 0; $i < 3; $i++) {
    push @s3, sub {$i}
}

say join ",", map { $_->() } @s3;

my $fact;
$fact = sub {
    my $n = shift;
    $n <= 1 ? 1 : $n * $fact->($n - 1);
};
say $fact->(10);
say sub {
    my $n = shift;
    $n < 2 ? $n : __SUB__->($n - 1) + __SUB__->($n - 2);
    }
    ->(15);

my $compose = sub {
    my @f = reverse @_;
    return sub {
        my @a = @_;
        @a = $_->(@a) for @f;
        wantarray ? @a : $a[0];
    }
};
say $compose->(sub { $_[0] + 1 }, sub { $_[0] * 2 })->(5);

sub apply(&@) {
    my ($f, @l) = @_;
    map { $f->($_) } @l;
}

say join ",", apply { $_[0]**2 } 1, 2, 3;

sub mygrep(&@) {
    my $c = shift;
    my @r;
    for (@_) { push @r, $_ if $c->() }
    @r;
}

say join ",", mygrep { $_ > 2 } 1 .. 5;
