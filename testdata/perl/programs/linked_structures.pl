# Lists, stacks, queues, a red-black free tree, a trie and an LRU cache, written with objects, closures and plain references.
package List;
use strict; use warnings; use Carp; use Scalar::Util ();
use overload '@{}' => sub { [$_[0]->values] }, '""' => sub { '<' . join(' -> ', map { defined ? $_ : 'undef' } $_[0]->values) . '>' }, 'bool' => sub { 1 }, '+' => \&concat, '==' => sub { "$_[0]" eq "$_[1]" }, 'x' => sub { my ($l, $n) = @_; List->new(map { $l->values } 1 .. $n) }, '<=>' => sub { my ($x, $y, $swap) = @_; ($swap ? -1 : 1) * ($x->length <=> (ref $y ? $y->length : $y)) };
{
    my %head; my %size;
    sub new { my $class = shift; my $self = bless \do { my $anon }, $class; $size{ $self->id } = 0; $head{ $self->id } = undef; $self->append($_) for @_; return $self }
    sub id { Scalar::Util::refaddr($_[0]) }
    sub append { my ($self, $v) = @_; my $slot = \$head{ $self->id }; $slot = \$$slot->{next} while $$slot; $$slot = { value => $v }; $size{ $self->id }++; return $self }
    sub prepend { my ($self, $v) = @_; $head{ $self->id } = { value => $v, next => $head{ $self->id } }; $size{ $self->id }++; $self }
    sub values { my $self = shift; my @v; for (my $n = $head{ $self->id }; $n; $n = $n->{next}) { push @v, $n->{value} } return @v }
    sub length { $size{ $_[0]->id } }
    sub reverse { my $self = shift; my $prev; my $n = $head{ $self->id }; while ($n) { my $next = $n->{next}; $n->{next} = $prev; $prev = $n; $n = $next } $head{ $self->id } = $prev; return $self }
    sub remove { my ($self, $test) = @_; my $slot = \$head{ $self->id }; my $gone = 0; while ($$slot) { local $_ = $$slot->{value}; if ($test->()) { $$slot = $$slot->{next}; $gone++ } else { $slot = \$$slot->{next} } } $size{ $self->id } -= $gone; return $gone }
    sub at { my ($self, $i) = @_; croak "index $i out of range" if $i >= $self->length; my $n = $head{ $self->id }; $n = $n->{next} while $i--; return $n->{value} }
    sub iterator { my $n = $head{ $_[0]->id }; return sub { return unless $n; my $v = $n->{value}; $n = $n->{next}; return $v } }
}
sub concat { my ($x, $y, $swap) = @_; my @y = ref $y ? $y->values : ($y); return List->new($swap ? (@y, $x->values) : ($x->values, @y)) }

package main;
use strict; use warnings;
my $l = List->new(qw(a b c));
$l->append('d')->prepend('z');
print "$l has ", $l->length, ", reversed ", $l->reverse, ", second $l->[1] of @$l, $#{$l} last\n";
print 'removed ', $l->remove(sub { /[bz]/ }), ": $l\n";
my $both = $l + List->new(1, 2) + 'end';
print $both, ' ', 'start' + $both, ' ', List->new(7) x 3, ' ', $l == List->new(qw(d c a)) ? 'equal' : 'differs', ' ', $both > $l ? 'longer' : 'not longer', ' ', 2 < $l ? 'more than two' : 'few', "\n";
my $next = $l->iterator;
while (defined(my $v = $next->())) { print "[$v]" }
print "\n";
eval { $l->at(10) } or print 'error: ', $@;

my %trie;
sub insert { my $n = \%trie; $n = $n->{$_} //= {} for split //, shift; $n->{end} = 1 }
sub complete { my ($prefix) = @_; my $n = \%trie; for (split //, $prefix) { $n = $n->{$_} or return () } my @found; my $walk; $walk = sub { my ($at, $so_far) = @_; push @found, $so_far if $at->{end}; $walk->($at->{$_}, $so_far . $_) for sort grep { length == 1 } keys %$at }; $walk->($n, $prefix); return @found }
insert($_) for qw(car card care cat dog do done);
print "$_: @{[ complete($_) ]}\n" for qw(car do x), '';

{
    package Cache;
    sub new { my ($c, $max) = @_; bless { max => $max, at => {}, clock => 0, hits => 0 }, $c }
    sub get { my ($s, $k, $make) = @_; if (my $e = $s->{at}{$k}) { $s->{hits}++; $e->[1] = ++$s->{clock}; return $e->[0] } my $v = $make->($k); if (keys %{ $s->{at} } >= $s->{max}) { my ($old) = sort { $s->{at}{$a}[1] <=> $s->{at}{$b}[1] } keys %{ $s->{at} }; delete $s->{at}{$old}; $s->{dropped} .= $old } $s->{at}{$k} = [$v, ++$s->{clock}]; return $v }
}
my $cache = Cache->new(2);
print join(' ', map { $cache->get($_, sub { $_[0] x 2 }) } qw(a b a c a b)), " hits $cache->{hits} dropped $cache->{dropped}\n";

my $tree;
sub tree_insert { my ($t, $v) = @_; return { v => $v } unless $t; if ($v < $t->{v}) { $t->{l} = tree_insert($t->{l}, $v) } elsif ($v > $t->{v}) { $t->{r} = tree_insert($t->{r}, $v) } return $t }
$tree = tree_insert($tree, $_) for 50, 30, 70, 20, 40, 60, 80, 30;
my ($in, $depth);
$in = sub { my $t = shift or return (); return ($in->($t->{l}), $t->{v}, $in->($t->{r})) };
$depth = sub { my $t = shift; return 0 unless $t; my ($a, $b) = map { $depth->($_) } @$t{qw(l r)}; 1 + ($a > $b ? $a : $b) };
print join(' ', $in->($tree)), ' depth ', $depth->($tree), "\n";
my @queue = ($tree);
while (@queue) { print join(' ', map { $_->{v} } @queue), ';'; @queue = grep { defined } map { @$_{qw(l r)} } @queue }
print "\n";
