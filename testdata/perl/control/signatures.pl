# Signatures: defaults, slurpy arguments, defaults that use earlier arguments, wrong counts.
use strict;
use warnings;
use feature 'signatures';
no warnings;

sub two($x, $y) { "$x-$y" }
print two(1, 2), "\n";

sub def($x, $y = 10, $z = $x + $y) { "$x,$y,$z" }
print def(1), ' ', def(1, 2), ' ', def(1, 2, 3), ' ', def(1, undef), "\n";

sub rest($first, @rest) { "$first: @rest" }
print rest(1), '|', rest(1, 2, 3), "\n";

sub opts($name, %o) { join ',', $name, map "$_=$o{$_}", sort keys %o }
print opts('n', b => 2, a => 1), "\n";

sub ignore($, $second, @) { $second }
print ignore(1, 2, 3, 4), "\n";

sub optional($x, $=) { $x }
print optional(1), optional(1, 2), "\n";

sub none() { 'none' }
print none(), "\n";
my @wrong = (
    sub { two(1) },
    sub { two(1, 2, 3) },
    sub { none(1) },
    sub { opts('n', 'odd') },
    sub { rest() },
);
for my $code (@wrong) {
    eval { $code->() };
    print $@;
}
my $anon = sub ($a, $b = 'dflt') { "$a/$b" };
print $anon->('x'), $anon->('x', 'y'), "\n";
my $calls = 0;

sub lazy($x = ++$calls) { $x }
lazy(5); print lazy(), lazy(), $calls, "\n";

sub arr($x, $l = [1, 2]) { push @$l, $x; "@$l" }
print arr(3), ' ', arr(4), "\n";
my $curry = sub ($f, @a) { sub (@b) { $f->(@a, @b) } };
print $curry->(\&two, 'p')->('q'), "\n";

package Pt {
    sub new($class, %a) { bless {%a}, $class }

    sub x($self, $v = undef) {
        $self->{x} = $v if @_ > 1;
        $self->{x};
    }
}

my $p = Pt->new(x => 3);
print $p->x, ' ', $p->x(9), ' ', $p->x, "\n";
eval { $p->x(1, 2) };
print $@;
eval { $anon->() };
print $@;
