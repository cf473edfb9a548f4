# The ways to a sub, and arithmetic that goes straight into its place.
use strict;
use warnings;

sub none  { return 7 }
sub one   { my ($x) = @_; return $x + 1 }
sub two   { my ($x, $y) = @_; return $x - $y }
sub three { my ($x, $y, $z) = @_; return $x * $y + $z }
sub four  { my ($x, $y, $z, $w) = @_; return "$x$y$z$w" }
sub real  { return scalar(@_) . "@_" }
sub bump  { $_[0]++; return $_[0] }
use constant FIXED => 5;
sub ahead;

my $v = 3;
print none(), one(1), two(5, 2), three(2, 3, 4), four(1, 2, 3, 4), real(1, 2), bump($v), $v, FIXED, &FIXED(), ahead(9), "\n";
sub ahead { return "ahead@_" }
for my $f (\&none, \&one, \&two, \&three, \&four, \&real, sub { my ($q) = @_; return defined $q ? "got $q" : 'nothing' }) {
    no warnings;
    print join(' ', $f->(), $f->(1), $f->(2, 1), $f->(1, 2, 3), $f->(1, 2, 3, 4), &$f(1)), "\n";
}
{
    no warnings 'redefine';
    *none = sub { return 'new' };
    print none(), "\n";
    no strict 'refs';
    my $name = 'two';
    print &$name(9, 3), ' ', "main::one"->(4), "\n";
}
package Callable { use overload '&{}' => sub { my ($self) = @_; return sub { "called $$self @_" } }, fallback => 1; }
my $object = bless \(my $text = 'o'), 'Callable';
print $object->(1, 2), "\n";
my $blessed = bless sub { "blessed @_" }, 'Plain';
print $blessed->(3), "\n";
for my $bad (undef, 'no_such', [1], 5) {
    my $got = eval { $bad->(1) };
    print $@ =~ s/0x[0-9a-f]+/ADDR/r;
}
print eval { undefined_sub(1); 1 } ? '' : $@;
undef &four;
print eval { four(1, 2, 3, 4); 1 } ? '' : $@;
package Auto { our $AUTOLOAD; sub AUTOLOAD { my ($x) = @_; return "auto $AUTOLOAD " . ($x // 'none') } sub try { return missing(4) . lost() } }
print Auto::try(), ' ', Auto::more(1), "\n";

sub deep { my ($n) = @_; return $n ? 1 + deep($n - 1) : 0 }
{
    local $SIG{__WARN__} = sub { print "warned: @_" };
    print deep(97), ' ', deep(98), "\n", deep(99), "\n", deep(150), "\n";
    my $anonymous;
    $anonymous = sub { my ($n) = @_; return $n ? 1 + $anonymous->($n - 1) : 0 };
    print $anonymous->(120), "\n";
}

# Sums, differences and products of every kind of operand, into variables and elements.
my @values = (0, 1, -1, 2**31, 9223372036854775807, -9223372036854775807, 0.0, 0.5, -2.25, 1e15, 1e300, '12', '3.5', ' 4', "0x10");
{
    no warnings;
    for my $x (@values) {
        for my $y (@values, undef) {
            my $sum = $x + $y;
            my $difference = $x - $y;
            my $product = $x * $y;
            my $more = $x + 1;
            my $nested = ($x - 1) * ($y + 0.5);
            $sum = $sum + $x;
            $product = 2.0 * $product;
            my @e = ($x, $x, $x, 1);
            $e[0] += $y;
            $e[1] -= $y;
            $e[2] *= $y;
            $e[$e[3] + 3] += $y;
            $e[-1] -= 1;
            print join(' ', $sum, $difference, $product, $more, $nested, @e), "\n";
        }
    }
}
my @tracked = (1, 2.5, 3);
my $reference = \$tracked[1];
$tracked[1] += 1;
$tracked[0] *= 2;
$tracked[1] -= 0.25;
$$reference .= '';
$tracked[1] += 1;
print "@tracked $$reference\n";
my $undefined;
{
    local $SIG{__WARN__} = sub { print "warned: @_" };
    my $r = $undefined + 1;
    $r = 'x' * 2;
    my @few = (1);
    $few[3] += 2;
    print $r, ' ', scalar(@few), "\n";
}

# Objects as hashes and arrays, with and without operators of their own.
package Pair { sub new { my ($class, @p) = @_; return bless [@p], $class } sub sum { my ($self) = @_; return $self->[0] + $self->[1] } sub set { my ($self, $x) = @_; $self->[0] = $x; return $self } }
package Odd { use overload '%{}' => sub { return { key => 'overloaded' } }, '@{}' => sub { return ['array', 'too'] }; sub new { return bless \(my $s = 1), shift } sub both { my ($self) = @_; return "$self->{key} $self->[1]" } }
print Pair->new(1, 2)->set(5)->sum, ' ', Odd->new->both, "\n";
my %plain = (name => 1, ('na' . 'me2') => 2);
for my $h (\%plain, { name => 7 }, { other => 1, name => 8 }) { $h->{name}++; $h->{name} += 2; print "$h->{name} ", exists $h->{none} ? 1 : 0, "\n" }
