# Code in strings: values, errors and their places, variables around, subs made at run time.
use strict;
use warnings;

my $x = 10;
print eval '$x + 5', ' ', eval { $x * 2 }, ' ', eval "$x - 1", "\n";

# Lists, context, statements.
my @list = eval '(1, 2, 3)';
my $last = eval 'my @a = (4, 5, 6); $a[1]';
print "@list $last ", scalar(my @n = eval 'map { $_ * 2 } @list'), "\n";

# Variables can be changed, new ones stay inside.
eval '$x = 20; my $inner = 1; our $package = "p"';
our $package;
print "$x $package ", eval 'defined $inner ? 1 : 0' // 'unknown', "\n";

# Errors.
my $result = eval 'die "on purpose\n"';
print defined $result ? 'defined' : 'undefined', " $@";
eval 'die { code => 42 }';
print "$@->{code}\n";
eval { eval 'die "inner\n"'; print "caught $@"; die "outer\n" };
print "caught $@";
eval '1' and print 'no error: [', $@, "]\n";
eval '1 / 0';
print $@;
eval "\n\ndie 'third line'";
print "$@\n";

# Code that cannot be compiled.
print eval '1 +' // 'undefined', $@ ? " with an error\n" : "\n";

# A sub, a closure, a package.
my $double = eval 'sub { return 2 * shift }';
my @adders = map { eval "sub { return \$_[0] + $_ }" } 1 .. 3;
print $double->(21), ' ', join(',', map { $_->(10) } @adders), "\n";
eval 'sub made { return "made: @_" }';
print made(1, 2), "\n";
eval 'package Dynamic; sub new { return bless {}, shift } sub hello { return "hello" } 1' or die $@;
print Dynamic->new->hello, "\n";

# A table of operators.
for my $op ('+', '-', '*', '**', '%', 'x', '.', '<=>') {
    print "7 $op 3 = ", eval "7 $op 3", "\n";
}

# return leaves the eval only.
my $returned = eval 'return "early"; "late"';
print "$returned ", eval { return 'block' }, "\n";
