# Test::More: all is well.
use strict;
use warnings;
use Test::More 'no_plan';

is_deeply({ a => 1 }, { a => 1 }, 'same');
is scalar(@{ [1, 2] }), 2, 'count';
ok !0, 'not';

like 'abc', '/B/i', 'string pattern';
