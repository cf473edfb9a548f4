# Test::More: subtests with plans, without plans, skipped, nested, and one that fails.
use strict;
use warnings;
use Test::More;

subtest 'with a plan' => sub {
    plan tests => 2;
    ok(1, 'one');
    ok(1, 'two');
};

subtest 'without a plan' => sub {
    is(2 * 2, 4, 'product');
    done_testing();
};

subtest 'skipped' => sub {
    plan skip_all => 'nothing to see';
    ok(0);
};

subtest 'outer' => sub {
    ok(1, 'before');
    subtest 'inner' => sub {
        ok(1, 'inside');
        is('a', 'a', 'same');
    };
    ok(1, 'after');
};

subtest 'failing' => sub { plan tests => 1; is('a', 'b', 'bad') };

ok(1, 'the last one');
done_testing();
