# Test::More: what failing tests say on standard error, and the exit status of a failed script.
use strict;
use warnings;
use Test::More tests => 13;

ok(0, 'false');
ok(0);
is('got', 'expected', 'different texts');
is(undef, 'something', 'undef against text');
isnt(5, 5, 'same numbers');
like('hello', qr/xyz/, 'no match');
unlike('hello', qr/ell/, 'does match');
cmp_ok(1, '>', 2, 'not greater');
is_deeply([1, 2, 3], [1, 5, 3], 'second element');
is_deeply({ a => { b => 1 } }, { a => { b => 2 } }, 'deep value');
can_ok('main', 'no_such_function');
isa_ok({}, 'ARRAY');
fail('on purpose');
