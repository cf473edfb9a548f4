# Test::More: passing, failing, diagnostics, exit status.
use strict;
use warnings;
use Test::More;

ok(1, 'first');
ok 1;
is(1 + 1, 2, 'sum');
is(undef, undef, 'undefs');

isnt(1, 2, 'differ');
like("hello", qr/ell/, 'like');
unlike("hello", qr/x/, 'unlike');
cmp_ok(5, '>', 3, 'cmp');
cmp_ok("a", 'lt', "b");
is_deeply([1, { a => [2] }], [1, { a => [2] }], 'deep');
pass('passed');
can_ok('Foo', 'bar', 'new');
can_ok('Foo', 'bar');
isa_ok(Foo->new, 'Foo');
isa_ok([], 'ARRAY');
isa_ok('Foo', 'Foo');
my $o = new_ok('Foo');
note "a note\nsecond";
diag "a diag";
is("a", "b", 'fails');
is(undef, "x", 'undef vs x');
ok(0, 'not ok');
ok(0);

isnt(1, 1, 'same');
like("abc", qr/x/, 'no match');
unlike("abc", qr/b/, 'does match');
cmp_ok(1, '>', 2, 'cmp fail');
cmp_ok(1, '==', 2, 'num fail');
cmp_ok("a", 'eq', "b", 'str fail');
is_deeply([1, 2, 3], [1, 2, 4], 'deep elem');
is_deeply({ a => { b => [1] } }, { a => { b => [2] } }, 'deep nested');
is_deeply([1], [1, 2], 'deep len');
is_deeply({ a => 1 }, { a => 1, b => 1 }, 'deep key');
fail('failed');
can_ok('Foo', 'nope');
isa_ok('Foo', 'Bar');
isa_ok([], 'HASH');
isa_ok(undef, 'X');
SKIP: { skip "not today", 2 if 1; ok(0); ok(0); }
TODO: {
    local $TODO = "later";
    ok(0, 'todo test');
    is(1, 2, 'todo is');
}

TODO: { todo_skip "skip todo", 1; ok(0); }
subtest 'inner tests' => sub {
    plan tests => 2;
    ok(1, 'in 1');
    ok(1, 'in 2');
};
subtest 'auto plan' => sub { ok(1); is(2, 2, 'two') };
subtest 'failing' => sub { ok(0, 'inner fail'); done_testing };
subtest 'skipped' => sub { plan skip_all => 'no reason'; ok(0) };
subtest 'nested' => sub {
    subtest 'deeper' => sub { ok(1, 'deep ok') };
    ok(1, 'after');
};
use_ok('List::Util');
require_ok('Data::Dumper');
print explain({ a => [1] }), explain("x"), "\n";
ok(eq_array([1], [1]), 'eq_array');
ok(eq_set([1, 2], [2, 1]), 'eq_set');

sub helper {
    local $Test::Builder::Level = $Test::Builder::Level + 1;
    is($_[0], 'y', 'from helper');
}

helper('z');
is("multi\nline", "multi\nlines", "name with # hash");
ok(1, 0);
is('', undef, 'empty undef');
is(1.0, "1", 'num');

done_testing();
package Foo;
sub new { bless {}, shift }
sub bar {1}
