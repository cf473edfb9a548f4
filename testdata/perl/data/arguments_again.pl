# Subs with a real @_ : what a call does to its arguments is nothing that a later call sees.
use strict;
use warnings;

package Box;
sub new { my $class = shift; my %self = (x => 0, @_); return bless \%self, $class }
sub x { my $self = shift; $self->{x} = shift if @_; return $self->{x} }
sub count { my $self = shift; return scalar @_ }
sub last_of { my $self = shift; return @_ ? pop : 'none' }
sub first { my $self = shift; return @_ > 1 ? $_[1] : $_[0] }
package main;

my $b = Box->new(x => 3);
print join(' ', $b->x, $b->x(5), $b->x, $b->count, $b->count(1, 2, 3), $b->last_of, $b->last_of(1, 'z'), $b->first(7), $b->first(8, 9)), "\n";
print defined Box->new->first ? 'left over' : 'empty', "\n";

# References to elements, to the array, and variables that are changed through it.
my @kept;
sub keep_element { my $n = shift; push @kept, \$_[0] if @_; return $n }
sub keep_array { my $n = shift; push @kept, \@_; return $n }
sub keep_glob { my $n = shift; no strict 'refs'; *{'main::held'} = \@_ if @_; return $n }
sub keep_closure { my $n = shift; my $f = sub { "@_" }; push @kept, $f if @_; return $n }
sub keep_loop { my $n = shift; for my $x (@_) { push @kept, \$x } return $n }
sub change { my $n = shift; $_[0] .= '!' if @_; return $n }
our @held;
my ($p, $q) = ('p', 'q');
my $r = keep_element(1, $p) + keep_element(2, $q) + keep_array(3, 'in array', 'two') + keep_array(4, 'other') + keep_loop(5, $p, $q) + keep_glob(6, 'globbed') + keep_closure(7, 1);
$r += change(8, $p) + change(9, $q) + change(10);
${ $kept[0] } .= ' kept';
print "$p $q $r @{$kept[2]} @{$kept[3]} ${$kept[4]} ${$kept[5]} @held ", $kept[6]->('c'), "\n";

# Calls within calls, exceptions on the way, recursion, and lists that grow.
sub sum { my $first = shift; return $first unless @_; my $rest = sum(@_); return $first + $rest }
sub deep { my $n = shift; return "@_" if $n == 0 and @_; my $s = deep($n - 1, $n, @_ ? $_[0] : 'x'); return $s }
sub dies { my $n = shift; die "no $n\n" if @_ > 1; return $n }
sub grows { my $n = shift; unshift @_, 0 if @_; push @_, 1 .. 40 if @_; return scalar @_ }
sub swaps { my $n = shift; @_ = ('s', 'w') if @_; return @_ ? $_[0] . $_[1] : 'none' }
print sum(1 .. 20), ' ', deep(3, 'e'), "\n";
for my $i (1 .. 3) {
    my $r = eval { dies($i, 1, 2) };
    print defined $r ? $r : $@;
    $r = eval { dies($i, 1) };
    print "$r ", grows($i, 5) + 0, ' ', grows($i) + 0, ' ', swaps($i, 1), ' ', swaps($i), "\n";
}
sub nested { my $x = shift; my $y = @_ ? shift : 0; return $x + $y }
print nested(nested(1, nested(2, 3)), nested(4)), ' ', nested(nested(nested(1))), "\n";
sub shows { my $n = shift; my @c = (caller(0))[3, 4]; return "@c" . (@_ ? " $_[0]" : '') }
print scalar shows(1, 'a'), ' ', scalar(&shows(2)), "\n";
sub passes { my $n = shift; return &nested if @_; return 'none' }
print scalar passes(1, 2, 3), ' ', scalar passes(1), "\n";
sub text { my $n = shift; return eval '"@_ $n"' if @_; return $n }
print scalar text(1, 2, 3), ' ', scalar text(4), "\n";
