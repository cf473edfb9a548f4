package module_test

// This file compares JSON::PP and Storable with perl's.

import "testing"

func TestJSON(t *testing.T) {
	sameAsPerl(t, `use strict; use warnings; use JSON::PP; my $j = JSON::PP->new->canonical; my $data = { a => 1, b => "two", c => [1, 2.5, undef, "3"], d => { e => JSON::PP::true, f => JSON::PP::false }, g => "q\"uo\\te\n\t/\x01", h => "\x{e9}\x{263a}" };
package Obj { sub new { bless { v => 1 }, shift } sub TO_JSON { return { obj => $_[0]{v} } } } package Plain { sub new { bless {}, shift } }`, lines(`
encode_json([1, "a", undef, 1.5, "1.5", -3, 1e20, 0.1, "", "0"]), encode_json({}), encode_json([]), encode_json([[], {}])
$j->encode($data), $j->ascii->encode($data), $j->latin1->encode({ a => "\x{e9}\x{263a}" }), JSON::PP->new->canonical->utf8->encode($data)
JSON::PP->new->canonical->pretty->encode($data), JSON::PP->new->canonical->indent->encode({ a => [1] }), JSON::PP->new->canonical->space_before->encode({ a => 1 }), JSON::PP->new->canonical->space_after->encode({ a => 1, b => 2 }), JSON::PP->new->canonical->indent->indent_length(1)->encode({ a => [1] })
decode_json('[1,"a",null,1.5,true,false,-3,1e3,"\u00e9\u263a","\ud83d\ude00","\n\t\/"]'), decode_json('{"a":{"b":[1,2]}}'), decode_json(" [ 1 , 2 ] "), decode_json('[]'), decode_json('{}'), decode_json('[1.0,1E5,0.1e-2,123456789012345678901234567890]')
my $d = decode_json('[true,false]'); ref $d->[0], $d->[0] ? 1 : 0, $d->[1] ? 1 : 0, "$d->[0]", "$d->[1]", $d->[0] + 1, $d->[0] eq "1", !$d->[1]
decode_json('')
decode_json('[1,2')
decode_json('{"a":}')
decode_json('[1,]')
decode_json('{"a" 1}')
decode_json('{a:1}')
decode_json('nul')
decode_json('[1] x')
decode_json('["\x01"]')
decode_json('"str"'), decode_json('5'), decode_json('null')
JSON::PP->new->allow_nonref(0)->decode('"str"')
JSON::PP->new->allow_nonref->encode("x"), JSON::PP->new->allow_nonref->encode(undef), JSON::PP->new->allow_nonref->decode('"x"')
JSON::PP->new->relaxed->decode("[1,2,# comment\n3,]"), JSON::PP->new->allow_singlequote->decode("['a']"), JSON::PP->new->allow_barekey->decode('{a:1}'), JSON::PP->new->loose->decode("[\"a\tb\"]")
encode_json([Plain->new])
JSON::PP->new->allow_blessed->encode([Plain->new]), JSON::PP->new->convert_blessed->encode([Obj->new]), JSON::PP->new->allow_blessed->convert_blessed->encode([Plain->new, Obj->new])
encode_json([sub { }])
encode_json([\1, \0]), JSON::PP->new->allow_unknown->encode([sub { }]), encode_json([\"x"])
JSON::PP->new->max_depth(2)->decode("[[[1]]]")
JSON::PP->new->canonical->encode({ b => 1, a => 2, c => { z => 1, y => 2 } }), JSON::PP->new->sort_by(sub { $JSON::PP::b cmp $JSON::PP::a })->encode({ a => 1, b => 2 })
JSON::PP->new->escape_slash->encode(["a/b"]), encode_json(["a/b"]), encode_json(["\x7f\x{2028}"])
my $n = 5; my $s = "$n"; encode_json([$n, $s]), encode_json(["5" + 0, 5 . ""]), encode_json([1 == 1, 1 == 2])
encode_json([10 / 2, 10 / 4, 2 ** 3, int(3.7), 3.0, 1e15, 1.10])
join ",", map { ref } @{decode_json("[{},[],null,true]")}[0, 1, 3]
my $r = decode_json('{"n":10,"f":1.5,"s":"10"}'); $j = JSON::PP->new->canonical; $j->encode($r)
JSON::PP->new->decode_prefix('[1] tail'), JSON::PP->new->get_canonical ? 1 : 0, JSON::PP->new->utf8->get_utf8 ? 1 : 0
`)...)
}

func TestStorable(t *testing.T) {
	sameAsPerl(t, `use strict; use warnings; use Storable qw(store retrieve nstore freeze thaw nfreeze dclone lock_store lock_retrieve lock_nstore); my $d = { a => [1, "x", 2.5, undef], h => { k => \"ref" }, o => bless([1], "Cls") }; my $c = [1]; push @$c, $c;`, lines(`
my $x = dclone($d); $x, ref $x->{o}, $x != $d ? 1 : 0, $x->{a} != $d->{a} ? 1 : 0
thaw(freeze($d)), thaw(nfreeze([1, 2])), ref thaw(freeze(bless {}, "Q"))
store($d, "f") ? 1 : 0, retrieve("f"), nstore([1], "g") ? 1 : 0, retrieve("g"), lock_store({ a => 1 }, "h") ? 1 : 0, lock_retrieve("h")
my $k = dclone($c); $k->[1] == $k ? 1 : 0
my $s = [1]; my $t = dclone([$s, $s]); $t->[0] == $t->[1] ? 1 : 0
retrieve("nonexistent")
dclone([sub { 1 }])
dclone(\"scalar"), dclone(\\"x"), dclone([]), dclone({}), dclone([-1, 1e20, "\x{263a}", "", 0, "0", 12345678901])
my $t = dclone({ map { $_ => [$_] } 1 .. 20 }); scalar(keys %$t), $t->{7}[0]
`)...)
}
