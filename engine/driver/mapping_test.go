package driver

import (
	"testing"

	"github.com/smrscript/smrscript/engine"
)

func TestMapPath(t *testing.T) {
	source := func(p engine.Path) (Path, error) {
		return ParsePath(string(p), func(d string) bool { return d == "d:" })
	}
	target := func(p engine.Path) (Path, error) { return ParsePath(string(p), func(string) bool { return false }) }
	pairs := []engine.PathPair{{Source: "/srv", Target: "/copies/all"}, {Source: "/srv/db", Target: "/copies/db"}, {Source: `d:\`, Target: "/drive"}}
	for _, tt := range []struct {
		mapping engine.Mapping
		root    string
		named   bool
		want    string // "" is CodeBadParameter
	}{
		{mapping: engine.Mapping{}, root: "/srv/db", want: "/srv/db"},
		{mapping: engine.Mapping{Kind: engine.MapExact}, root: `d:\x`, want: "/d/x"},
		{mapping: engine.Mapping{Kind: engine.MapBase, Base: "/copy"}, root: "/srv/db", want: "/copy"},
		{mapping: engine.Mapping{Kind: engine.MapBase, Base: "/copy"}, root: "/srv/db", named: true, want: "/copy/db"},
		{mapping: engine.Mapping{Kind: engine.MapBase, Base: "/copy"}, root: `d:\`, named: true, want: "/copy/d"},
		{mapping: engine.Mapping{Kind: engine.MapBase, Base: "/copy"}, root: "/", named: true, want: "/copy"},
		{mapping: engine.Mapping{Kind: engine.MapBase, Base: "copy"}, root: "/srv"},
		{mapping: engine.Mapping{Kind: engine.MapCustom, Pairs: pairs}, root: "/srv/web/x", want: "/copies/all/web/x"},
		{mapping: engine.Mapping{Kind: engine.MapCustom, Pairs: pairs}, root: "/srv/db/x", want: "/copies/db/x"},
		{mapping: engine.Mapping{Kind: engine.MapCustom, Pairs: pairs}, root: `d:\x`, want: "/drive/x"},
		{mapping: engine.Mapping{Kind: engine.MapCustom, Pairs: pairs}, root: "/srvother"},
		{mapping: engine.Mapping{Kind: engine.MapCustom, Pairs: []engine.PathPair{{Source: "x", Target: "/y"}}}, root: "/srv"},
		{mapping: engine.Mapping{Kind: engine.MapCustom, Pairs: []engine.PathPair{{Source: "/srv", Target: ""}}}, root: "/srv"},
		{mapping: engine.Mapping{Kind: "sideways"}, root: "/srv"},
	} {
		root, err := source(engine.Path(tt.root))
		if err != nil {
			t.Fatal(err)
		}
		switch got, err := MapPath(source, target, tt.mapping, root, tt.named); {
		case tt.want == "" && engine.CodeOf(err) != engine.CodeBadParameter:
			t.Errorf("%v of %s: %v, %v", tt.mapping, tt.root, got, err)
		case tt.want != "" && (err != nil || got.String() != tt.want):
			t.Errorf("%v of %s: %v, %v; want %s", tt.mapping, tt.root, got, err, tt.want)
		}
	}
}

// A base mapping must not write into what the parser returned, which another root may share.
func TestMapPathSharesNothing(t *testing.T) {
	base := make(Path, 1, 8)
	base[0] = "copy"
	parse := func(engine.Path) (Path, error) { return base, nil }
	a, _ := MapPath(parse, parse, engine.Mapping{Kind: engine.MapBase}, Path{"a"}, true)
	b, _ := MapPath(parse, parse, engine.Mapping{Kind: engine.MapBase}, Path{"b"}, true)
	if a.String() != "/copy/a" || b.String() != "/copy/b" {
		t.Errorf("%v and %v", a, b)
	}
}
