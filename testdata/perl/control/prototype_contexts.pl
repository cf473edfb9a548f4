# Prototypes and parsing: optional arguments, unary operators, constants, prototype().
use strict;
use warnings;

# A unary sub takes one argument; the comma ends it.
sub square($) { return $_[0] ** 2 }
my @list = (square 3, square 4);
print "@list\n";

# No arguments: the word stands like a constant.
sub ANSWER() { return 42 }
print ANSWER + 1, ' ', ANSWER / 2, "\n";

# Optional arguments.
sub parts($;$$) { return scalar @_ }
print parts(1), parts(1, 2), parts(1, 2, 3), "\n";

# The prototype function.
for my $name (qw(square ANSWER parts)) {
    print "$name: ", prototype($name), "\n";
}
sub plain { return @_ }
print 'plain: ', defined prototype('plain') ? 'has' : 'has none', "\n";
print 'CORE::push: ', prototype('CORE::push'), ', CORE::lc: ', prototype('CORE::lc'), "\n";

# Wrong counts are found when the program is compiled.
for my $call ('square()', 'square(1, 2)', 'ANSWER(1)', 'parts()') {
    eval $call;
    print "$call: ", $@ ? 'refused' : 'accepted', "\n";
}

# set_prototype gives one to a closure.
use Scalar::Util 'set_prototype';
my $code = set_prototype(sub { return "@_" }, '$$');
print prototype($code), "\n";

# Sorting with a sub that has the prototype ($$).
sub by_length($$) {
    my ($left, $right) = @_;
    return length $left <=> length $right || $left cmp $right;
}
print join(' ', sort by_length qw(pear fig apple kiwi)), "\n";
