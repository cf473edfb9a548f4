# JSON::PP.
use strict;
use warnings;
use JSON::PP;

my $j = JSON::PP->new->canonical;
print $j->encode({
    a => 1,
    b => [1, 2, { c => undef }],
    s => "x",
    n => 1.5,
    neg => -3,
    t => JSON::PP::true,
    f => JSON::PP::false,
    e => "",
    big => 12345678901234567890,
    str => "123"
}),
    "\n";
print $j->pretty->encode({ a => [1, { x => [] }], h => {}, k => "v" });
print JSON::PP->new->canonical->indent->encode([1, [2]]),
    JSON::PP->new->canonical->space_after->encode({ a => 1, b => 2 }), "\n";

my $d = decode_json(
    '{"name":"x","list":[1,2.5,-3e2,true,false,null],"nested":{"k":"v\u00e9\n\t\"\\\\\/"},"empty":{},"ea":[]}');
print join(",", sort keys %$d), " $d->{list}[1] $d->{list}[2] ", defined $d->{list}[5] ? 1 : 'undef', " ",
    ref $d->{list}[3], " ", $d->{list}[3] ? "T" : "F", $d->{list}[4] ? "T" : "F", " ", length $d->{nested}{k},
    " $d->{list}[3] $d->{list}[4]\n";
print encode_json("\x{263a}" eq "\x{263a}" ? ["\x{e9}\x{263a}"] : []), "\n";
print JSON::PP->new->ascii->encode(["\x{e9}\x{263a}\x{1F600}"]), " ",
    JSON::PP->new->latin1->encode(["\x{e9}\x{263a}"]) eq "[\"\xe9\\u263a\"]" ? "latin ok" : "bad", "\n";
print encode_json(["\x01\x1f\x7f\"\\/\b\f\n\r\t"]), "\n";

for my $bad ('', '{', '[1,', '{"a":}', '[1 2]', '{"a" 1}', 'nul', '"abc', '[01]', '{a:1}', '[1]x', '["\q"]') {
    eval { decode_json($bad) };
    print "$bad: $@";
}

print JSON::PP->new->allow_nonref->encode("s"), JSON::PP->new->allow_nonref->decode('"t"'), decode_json('5'), "\n";

my $r = JSON::PP->new->relaxed->decode("[1,2, # c\n 3,]");
print "@$r\n";
print JSON::PP->new->allow_blessed->encode([bless {}, 'X']), " ",
    JSON::PP->new->allow_blessed->convert_blessed->encode([bless({ v => 1 }, 'Y')]), "\n";

sub Y::TO_JSON { { y => $_[0]{v} } }
eval { encode_json([bless {}, 'X']) };
print $@ =~ s/0x\w+/ADDR/r;

eval {
    encode_json([sub {1}]);
};
print $@ =~ s/0x\w+/ADDR/r;

eval { encode_json([\"x"]) };
print $@ =~ s/0x\w+/ADDR/r;
print encode_json([\1, \0]), "\n";
print encode_json([1e3, 0.5, 1e20, "7", 7]), "\n";

my $t = decode_json('[true]')->[0];
print JSON::PP::is_bool($t) ? "bool" : "no", " ", $t + 1, " ", !$t ? "f" : "t", " ", $t == 1 ? "eq" : "ne", "\n";

my ($v, $len) = JSON::PP->new->decode_prefix('[1] rest');
print "$v->[0] $len\n";
print JSON::PP->new->canonical->sort_by(sub { $JSON::PP::b cmp $JSON::PP::a })->encode({ a => 1, b => 2 }), "\n";
print JSON::PP->new->utf8->canonical->pretty->get_utf8 ? 1 : 0, ref(JSON::PP->new), "\n";
print JSON::PP->new->escape_slash->encode(["a/b"]),
    JSON::PP->new->canonical->indent_length(1)->indent->encode({ a => [1] });
