use strict;
use warnings;

sub counter {
    my $n = shift // 0;
    return {
        inc => sub { $n += shift || 1 },
        get => sub () { $n },
        reset => sub { ($n, my $old) = (0, $n); $old },
    };
}
my $c = counter(5);
$c->{inc}->() for 1 .. 3;
$c->{inc}(10);
print $c->{get}->(), ' ', &{ $c->{reset} }(), ' ', &{$c->{get}}, "\n";

my @subs;
for my $i (1 .. 3) { push @subs, sub { return $i * $_[0] } }
print join(',', map { $_->(10) } @subs), "\n";

my $compose = sub { my @f = reverse @_; return sub { my @a = @_; @a = $_->(@a) for @f; wantarray ? @a : $a[0] } };
my $h = $compose->(sub { $_[0] + 1 }, sub { $_[0] * 2 });
print $h->(5), "\n";

my $fact; $fact = sub { my $n = shift; $n < 2 ? 1 : $n * $fact->($n - 1) };
print $fact->(10), "\n";

sub apply(&@) { my ($code, @list) = @_; map { $code->($_) } @list }
print "@{[ apply { $_[0] ** 2 } 1, 2, 3 ]}\n";
my @r = apply { my ($x) = @_; ($x, -$x) } grep { $_ & 1 } 1 .. 4;
print scalar(@r), "\n";

sub outer { return inner(@_) . '!' } sub inner { "<@_>" }
print outer('a', 'b'), "\n";
my %dispatch = (add => sub { $_[0] + $_[1] }, 'sub' => sub { $_[0] - $_[1] }, mul => \&mul);
sub mul { my ($x, $y) = @_; $x * $y }
for my $op (sort keys %dispatch) { print "$op: ", $dispatch{$op}->(6, 3), "\n" }
print exists $dispatch{div} ? 'div' : 'no div', "\n";
print defined &mul ? 1 : 0, defined(&nothing) ? 1 : 0, "\n";
goto &finish if @ARGV;
sub finish { print "finish @_\n" }
&finish;
