# Functions that make functions: currying, composition, partial application, memoizing, pipelines.
use strict;
use warnings;

sub compose {
    my @functions = reverse @_;
    return sub {
        my @values = @_;
        @values = $_->(@values) for @functions;
        return wantarray ? @values : $values[0];
    };
}

sub curry {
    my ($f, @first) = @_;
    return sub { return $f->(@first, @_) };
}

sub flip {
    my $f = shift;
    return sub { return $f->(reverse @_) };
}

my $add    = sub { return $_[0] + $_[1] };
my $power  = sub { return $_[0] ** $_[1] };
my $square = curry(flip($power), 2);
my $inc    = curry($add, 1);

print $inc->(5), ' ', $square->(5), ' ', compose($square, $inc)->(5), ' ', compose($inc, $square)->(5), "\n";
print join(' ', map { curry($power, 2)->($_) } 1 .. 5), "\n";

# Repeating a function.
sub times_of {
    my ($n, $f) = @_;
    return compose(($f) x $n);
}
print times_of(10, $inc)->(0), ' ', times_of(3, $square)->(2), "\n";

# Memoizing.
my $calls = 0;
sub memoize {
    my $f = shift;
    my %cache;
    return sub {
        my $key = join $;, @_;
        $cache{$key} = $f->(@_) unless exists $cache{$key};
        return $cache{$key};
    };
}
my $fib;
$fib = memoize(sub { my $n = shift; $calls++; return $n < 2 ? $n : $fib->($n - 1) + $fib->($n - 2) });
print $fib->(50), " with $calls calls\n";

# A pipeline over a list.
sub pipeline {
    my @steps = @_;
    return sub {
        my @list = @_;
        @list = $_->(@list) for @steps;
        return @list;
    };
}
my $words = pipeline(
    sub { return map { lc } @_ },
    sub { return grep { length > 3 } @_ },
    sub { my %seen; return grep { !$seen{$_}++ } @_ },
    sub { return sort @_ },
);
print join(' ', $words->(qw(The Quick brown quick FOX jumps Over brown))), "\n";

# Functions in data: a predicate made of predicates.
sub all_of { my @tests = @_; return sub { for my $t (@tests) { return 0 unless $t->($_[0]) } return 1 } }
my $nice = all_of(sub { $_[0] % 2 == 0 }, sub { $_[0] % 3 == 0 }, sub { $_[0] > 10 });
print join(' ', grep { $nice->($_) } 1 .. 40), "\n";
