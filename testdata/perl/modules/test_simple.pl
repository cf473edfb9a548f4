# Test::Simple.
use Test::Simple tests => 2;

ok(1, 'one');
ok(2 > 3, 'two');
