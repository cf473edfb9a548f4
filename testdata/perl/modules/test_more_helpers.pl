# Test::More: a helper with its own level, diag, BAIL_OUT avoided, use_ok, require_ok, Test::Builder.
use strict;
use warnings;
use Test::More tests => 8;

sub is_even {
    my ($n, $name) = @_;
    local $Test::Builder::Level = $Test::Builder::Level + 1;
    my $ok = ok($n % 2 == 0, $name // "$n is even");
    diag "$n is odd" unless $ok;
    return $ok;
}

is_even(4);
is_even(7, 'seven');
my $result = is_even(10);
print $result ? "# passed\n" : "# failed\n";

use_ok('List::Util', 'sum');
require_ok('Scalar::Util');
is(sum(1, 2, 3), 6, 'imported function');

my $builder = Test::More->builder;
print '# so far ', $builder->current_test, " tests\n";
$builder->ok(1, 'through the builder');
is("multi\nline", "multi\nline", 'several lines');
diag 'a remark ', 'in pieces';
