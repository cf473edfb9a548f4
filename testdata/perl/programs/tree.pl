#!/usr/bin/env perl
# A sorted tree whose order is given by a code reference.
package Tree;
use strict;
use warnings;

sub new {
    my ($class, %arg) = @_;
    my $self = {
        root => undef,
        size => 0,
        cmp => $arg{cmp}
            || sub { $_[0] <=> $_[1] }
    };
    return bless $self, $class;
}

sub insert {
    my ($self, $key, $val) = @_;
    my $ref = \$self->{root};
    while ($$ref) {
        my $c = $self->{cmp}->($key, $$ref->{key});
        if ($c == 0) {
            $$ref->{val} = $val;
            return $self;
        }
        $ref = $c < 0 ? \$$ref->{left} : \$$ref->{right};
    }
    $$ref = { key => $key, val => $val, left => undef, right => undef };
    $self->{size}++;
    return $self;
}

sub walk {
    my ($self, $cb, $node) = @_;
    $node = $self->{root} if @_ < 3;
    return unless $node;
    $self->walk($cb, $node->{left}) if $node->{left};
    $cb->($node->{key}, $node->{val});
    $self->walk($cb, $node->{right}) if $node->{right};
}

sub depth {
    my ($self, $n) = @_;
    return 0 unless $n;
    my ($l, $r) = map { $self->depth($n->{$_}) } qw(left right);
    return 1 + ($l > $r ? $l : $r);
}

package main;
my $t = Tree->new;
$t->insert($_ => $_**2)->insert($_ + 10, -$_) for 5, 2, 8, 1, 9, 3;
my @out;
$t->walk(sub { push @out, "$_[0]=$_[1]" });
print "@out\n", $t->{size}, " nodes, depth ", $t->depth($t->{root}), "\n";

my $s = Tree->new(cmp => sub { lc $_[0] cmp lc $_[1] });
$s->insert($_, length) for qw(pear Apple fig BANANA apple);
$s->walk(sub { my ($k, $v) = @_; print "$k($v) " });
print "\n";
