# Tied arrays: an array that computes, one that starts at one, with Tie::Array as base class.
use strict;
use warnings;

package Squares {
    sub TIEARRAY  { my ($class, $size) = @_; return bless { size => $size }, $class }
    sub FETCH     { my ($self, $i) = @_; return $i ** 2 }
    sub FETCHSIZE { return $_[0]{size} }
}

package Logged {
    require Tie::Array;
    our @ISA = ('Tie::Array');
    our @log;
    sub TIEARRAY  { my $class = shift; return bless [], $class }
    sub FETCH     { my ($self, $i) = @_; push @log, "get $i"; return $self->[$i] }
    sub STORE     { my ($self, $i, $v) = @_; push @log, "set $i"; return $self->[$i] = $v }
    sub FETCHSIZE { return scalar @{ $_[0] } }
    sub STORESIZE { my ($self, $n) = @_; push @log, "size $n"; $#$self = $n - 1; return }
}

package main;

tie my @squares, 'Squares', 6;
print "@squares\n";
print "$squares[3] $squares[-1] $#squares ", scalar(@squares), "\n";
print join(' ', grep { $_ % 2 } @squares), "\n";
print join(' ', @squares[1, 2]), ' ', join(' ', reverse @squares), "\n";

tie my @list, 'Logged';
$list[0] = 'a';
$list[2] = 'c';
my $got = $list[0];
print "$got, ", scalar(@list), "\n";
print join('; ', @Logged::log), "\n";

@Logged::log = ();
push @list, 'd', 'e';
my $last = pop @list;
my $first = shift @list;
unshift @list, 'z';
print "$first $last\n";
print join(' ', map { $_ // 'undef' } @list), "\n";
my @removed = splice @list, 1, 2, 'x', 'y', 'w';
print join(' ', map { $_ // 'undef' } @removed), ' | ', join(' ', @list), "\n";
print join(' ', sort @list), "\n";
@list = ();
print scalar(@list), "\n";
