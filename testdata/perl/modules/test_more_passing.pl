# Test::More: every kind of passing test, with names, notes and done_testing.
use strict;
use warnings;
use Test::More;

package Thing { sub new { my $c = shift; return bless {@_}, $c } sub name { return $_[0]{name} } }

package main;

ok(1, 'true');
ok(!0, 'not false');
is(1 + 1, 2, 'sum');
is(undef, undef, 'two undefs');
isnt('a', 'b', 'different');
like('hello world', qr/wor/, 'matches');
unlike('hello', qr/x/, 'does not match');
cmp_ok(5, '>', 3, 'greater');
cmp_ok('abc', 'lt', 'abd', 'less as text');
is_deeply([1, { a => [2, 3] }], [1, { a => [2, 3] }], 'structure');
can_ok('Thing', qw(new name));
my $thing = new_ok('Thing', [name => 'x']);
isa_ok($thing, 'Thing');
isa_ok([], 'ARRAY');
is($thing->name, 'x', 'method');
pass('reached');

note "a note goes to standard output\non two lines";

SKIP: {
    skip 'not today', 2 if 1;
    ok(0, 'never run');
    ok(0, 'nor this');
}

TODO: {
    local $TODO = 'not written yet';
    ok(0, 'will come');
}

ok(eq_array([1, 2], [1, 2]), 'eq_array');
ok(eq_hash({ a => 1 }, { a => 1 }), 'eq_hash');
ok(eq_set([2, 1], [1, 2]), 'eq_set');
print explain({ list => [1, 2] });
done_testing();
