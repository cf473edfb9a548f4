package module_test

// This file compares version objects and version checks with perl's.

import "testing"

func TestVersion(t *testing.T) {
	sameAsPerl(t, `use strict; use warnings; use version; package Foo { our $VERSION = "1.23"; sub x { } } package Bar { sub x { } } package Obj { our $VERSION = version->declare("v1.2.3"); }`, lines(`
Foo->VERSION, Foo->VERSION(1), Foo->VERSION("1.2.3"), Foo->VERSION(1.230), Obj->VERSION, ref \Obj->VERSION
Foo->VERSION(2)
Foo->VERSION("v1.240.0")
Bar->VERSION
Bar->VERSION(1)
Foo->VERSION("abc")
UNIVERSAL::VERSION("Foo")
version->new("1.2.3"), version->parse("1.2"), version->new(1.5), version->new(undef), version->new("undef")
version->parse("1.2.3") > version->parse("1.2.2"), version->parse("1.10") <=> version->parse("1.9"), version->declare("1.10") <=> version->declare("1.9")
version->declare("1.2"), version->declare("v1.2.3")->normal, version->parse("1.002003")->normal, version->parse("v1.2.3")->numify, version->new("1.5")->stringify
qv("1.2"), qv("1.2.3"), qv(1.2), qv("v1"), version::qv("1.5")
version->parse("1.2.3")->is_qv ? 1 : 0, version->parse("1.2")->is_qv ? 1 : 0, version->parse("1.2")->is_alpha ? 1 : 0, version->parse("1.2_3")->is_alpha ? 1 : 0
version->parse("1.2_3"), version->parse("1.2_3")->numify
version->parse("foo")
version->parse("1.2x")
version->new("")
version->new(1.5) == 1.5, version->parse("1.2") == "1.200", version->parse("v1.2") eq "v1.2", version->parse("1.2") < "1.10" ? 1 : 0
ref(version->new(1)), version->new(1)->isa("version") ? 1 : 0
"$^V", ref($^V), $^V > v5.10 ? 1 : 0, $^V >= 5.036 ? 1 : 0, sprintf("%vd", $^V), $^V->normal, $^V lt v5.40 ? 1 : 0, $^V eq "v5.36.0" ? 1 : 0
version::is_lax("1.2") ? 1 : 0, version::is_strict("1.2.3") ? 1 : 0, version::is_strict("v1.2.3") ? 1 : 0, version::is_lax("x") ? 1 : 0
version->parse("1")->normal, version->parse("0.000008")->normal, version->parse(".1"), version->parse("1.")
version->parse("1.2.3") cmp "1.2.4", version->parse("1.2.3") <=> version->parse("v1.2.3"), version->parse("1.2")->vcmp("1.3")
version->parse("v1.2.3")->{original}, join ",", @{version->parse("v1.2.3")->{version}}
sort { version->parse($a) <=> version->parse($b) } qw(1.10.1 1.2.3 1.9.9)
version->parse("1.2.3") ? 1 : 0, version->parse("0") ? 1 : 0, "" . version->declare("1")
my $v = version->parse("1.5"); $v + 1
my $v = version->parse("1.5"); my $w = version->new($v); "$w", $w == $v ? 1 : 0
version->VERSION, List::Util->VERSION // "none"
eval "use List::Util 99; 1" // $@ =~ s/\(eval \d+\)/E/gr
eval "use List::Util 1.1 'sum'; sum(1, 2)"
eval "use Data::Dumper 2.1; 1"
eval "use POSIX 9; 1" // $@ =~ s/\(eval \d+\)/E/gr
eval "use Carp 1.0 (); 1"
`)...)
}
