package runtime

// This file tests the conversion of values between Go and scripts.

import (
	"context"
	"errors"
	"math"
	"net/netip"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/runtime/value"
)

type base struct {
	ID int `json:"id"`
}

type server struct {
	base
	Name    string            `json:"name"`
	Ports   []uint16          `json:"ports,omitempty"`
	Labels  map[string]string `json:"labels,omitempty"`
	Up      bool
	Load    *float64   `json:"load"`
	Address netip.Addr `json:"address"`
	Hidden  string     `json:"-"`
	Any     any        `json:"any,omitempty"`
}

// bare returns a VM of the test registry.
func bare(t *testing.T) *VM {
	t.Helper()
	vm, _, _ := start(t, testRegistry(), Config{}, "")
	return vm
}

func TestGoRoundTrip(t *testing.T) {
	vm, load, when := bare(t), 1.5, time.Date(2026, 5, 6, 7, 8, 9, 0, time.UTC)
	for _, x := range []any{
		true, false, 0, -7, int8(-128), int64(math.MinInt64), uint8(255), uint64(math.MaxUint64), 1.5, float32(0.25), math.Inf(1),
		"", "text", "ünïcode €", "\xff\xfe no UTF-8", []byte{0, 255, 10}, []string{"a", "", "c"}, []int{}, [3]bool{true, false, true}, []any{int64(1), "x", nil, 2.5},
		map[string]int{"a": 1, "b": 2}, map[int]string{7: "seven"}, map[string][]map[string]any{"x": {{"y": "z"}}}, when, netip.MustParseAddr("10.0.0.1"),
		server{base: base{4}, Name: "db", Ports: []uint16{80, 443}, Labels: map[string]string{"a": "b"}, Up: true, Load: &load, Address: netip.MustParseAddr("::1"), Any: "x"},
		[]*server{{Name: "one", Address: netip.MustParseAddr("1.1.1.1")}, nil}, struct{ A, B int }{1, 2}, [][]int{{1}, {2, 3}},
	} {
		v, err := vm.FromGo(x)
		if err != nil {
			t.Errorf("%v: %v", x, err)
			continue
		}
		back := reflect.New(reflect.TypeOf(x))
		if err := ToGoInto(v, back.Interface()); err != nil || !reflect.DeepEqual(back.Elem().Interface(), x) {
			t.Errorf("%#v came back as %#v, %v", x, back.Elem().Interface(), err)
		}
	}
}

func TestGoToScript(t *testing.T) {
	vm := bare(t)
	five := 5
	for want, x := range map[string]any{
		"undef":      nil,
		"5":          &five,
		"text":       errors.New("text"),
		"array of 0": []string{},
		"hash of 2: Name=x id=1": struct {
			ID   int `json:"id"`
			Name string
		}{1, "x"},
		"hash of 1: id=3":                    base{3},
		"hash of 3: a=1 b=2 c=3":             map[string]int{"c": 3, "a": 1, "b": 2},
		"hash of 4: Up= address= id=0 load=": server{Name: ""}.nameless(),
	} {
		v, err := vm.FromGo(x)
		if err != nil {
			t.Errorf("%v: %v", x, err)
			continue
		}
		got := "undef"
		switch v.Kind() {
		case value.KArrayRef:
			got = "array of " + value.Int(int64(v.Array().Len())).String()
		case value.KHashRef:
			got = "hash of " + value.Int(int64(v.Hash().Len())).String() + ":"
			keys := v.Hash().Keys(nil)
			vm.sortTexts(keys)
			for _, k := range keys {
				got += " " + k.String() + "=" + v.Hash().Get(value.KeyOf(k)).String()
			}
		case value.KUndef:
		default:
			got = v.String()
		}
		if got != want {
			t.Errorf("%#v: got %q, want %q", x, got, want)
		}
	}
}

// nameless is the server as a struct without the name, so that zero fields can be seen.
func (s server) nameless() any {
	return struct {
		base
		Up      bool
		Load    *float64   `json:"load"`
		Address netip.Addr `json:"address"`
		private int
	}{}
}

type loop struct {
	Next *loop
	List []any
	Map  map[string]any
}

func TestGoCycles(t *testing.T) {
	vm := bare(t)
	p := &loop{}
	p.Next = p
	m := map[string]any{}
	m["self"] = map[string]any{"again": m}
	l := make([]any, 1)
	l[0] = l
	for path, x := range map[string]any{"Next": p, "self.again": m, "[0]": l, "Map.x": &loop{Map: map[string]any{"x": p}}} {
		var bad *ConversionError
		if _, err := vm.FromGo(x); !errors.As(err, &bad) || !strings.HasPrefix(strings.TrimPrefix(bad.Path, "."), path) || !strings.Contains(err.Error(), "contains itself") {
			t.Errorf("%s: %v", path, err)
		}
	}
	twice := &base{1} // twice is no cycle
	if _, err := vm.FromGo([]*base{twice, twice}); err != nil {
		t.Error(err)
	}
	a := value.NewArray(nil)
	a.Push(value.RefArray(a))
	if _, err := ToGo(value.RefArray(a)); err == nil || !strings.Contains(err.Error(), "contains itself") {
		t.Errorf("a script's cycle: %v", err)
	}
	b := value.RefArray(value.NewArray([]value.Value{value.Int(1)}))
	if x, err := ToGo(value.RefArray(value.NewArray([]value.Value{b, b}))); err != nil || !reflect.DeepEqual(x, []any{[]any{int64(1)}, []any{int64(1)}}) {
		t.Errorf("got %v, %v", x, err)
	}
}

func TestGoRefusals(t *testing.T) {
	vm := bare(t)
	for want, x := range map[string]any{
		"has nothing like chan int":     make(chan int),
		"[1].C: a script has nothing":   []any{1, struct{ C complex128 }{1}},
		"parameter 1 of func(chan int)": func(chan int) {},
		"a key of type runtime.bad":     map[bad]int{{}: 1},
	} {
		var e *ConversionError
		if _, err := vm.FromGo(x); !errors.As(err, &e) || !strings.Contains(err.Error(), want) {
			t.Errorf("%T: %v, want %s", x, err, want)
		}
	}
	list, hash := value.RefArray(value.NewArray([]value.Value{value.Str("x")})), value.RefHash(value.NewHash())
	hash.Hash().SetString("port", value.Str("eighty"))
	var (
		i8    int8
		u     uint
		n     int
		f     float64
		s     string
		ints  []int
		one   [0]int
		table map[string]int
		rec   struct{ Port int }
		c     chan int
		when  time.Time
	)
	for _, c := range []struct {
		v    value.Value
		dst  any
		want string
	}{
		{value.Int(300), &i8, "300 is no int8"}, {value.Int(-1), &u, "-1 is no uint"}, {value.Float(1.5), &n, "1.5 is no int"}, {value.Str("abc"), &f, `"abc" is no number`},
		{value.Float(math.NaN()), &n, "no int"}, {value.Float(1e300), &n, "no int"}, {list, &s, "a reference is no text"}, {list, &ints, `[0]: "x" is no number`}, {list, &one, "too many"}, {value.Int(1), &ints, "needs a reference to an array"},
		{list, &table, "needs a reference to a hash"}, {hash, &table, `port: "eighty" is no number`}, {hash, &rec, `port: "eighty" is no number`}, {list, &rec, "needs a reference to a hash"}, {value.Int(1), &c, "nothing of a script is a chan int"},
		{value.Int(1), nil, "a pointer is needed"}, {value.Int(1), 5, "a pointer is needed"}, {value.Str("yesterday"), &when, "yesterday"},
	} {
		if err := ToGoInto(c.v, c.dst); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s into %T: %v", value.Display(c.v), c.dst, err)
		}
	}
}

type bad struct{}

func TestGoVariables(t *testing.T) {
	vm, p, out := start(t, testRegistry(), Config{}, `our ($x, @l, %h); print "$x $l[1] $h{k}{z} @{$Other::deep}"; $x = "new"; push @l, 3; $h{n} = 4; sub f { wantarray ? (@_, "list") : "scalar @_" }`)
	for name, x := range map[string]any{"$x": "text", "@l": []int{1, 2}, "%h": map[string]any{"k": map[string]int{"z": 26}}, "$Other::deep": []string{"a", "b"}} {
		if err := vm.SetVariable(name, x); err != nil {
			t.Fatal(err)
		}
	}
	if exit, err := vm.Run(context.Background(), p); exit != 0 || err != nil || out.String() != "text 2 26 a b" {
		t.Fatalf("exit %d, %v: %q", exit, err, out)
	}
	var (
		x    string
		list []int
		hash map[string]any
		none *string
	)
	for name, dst := range map[string]any{"$x": &x, "@l": &list, "%h": &hash, "$never": &none} {
		if err := vm.GetVariable(name, dst); err != nil {
			t.Error(err)
		}
	}
	if x != "new" || !reflect.DeepEqual(list, []int{1, 2, 3}) || !reflect.DeepEqual(hash["n"], int64(4)) || none != nil {
		t.Errorf("got %v %v %v %v", x, list, hash, none)
	}
	for _, name := range []string{"", "x", "$", "&f", "$a-b", "$a::", "*x", "$x[0]"} {
		var bad *VariableError
		if err := vm.SetVariable(name, 1); !errors.As(err, &bad) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, x := range map[string]any{"@l": 5, "%h": []int{1}, "$x": make(chan int)} {
		if err := vm.SetVariable(name, x); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	testGoCalls(t, vm)
}

func testGoCalls(t *testing.T, vm *VM) {
	t.Helper()
	ctx := context.Background()
	if got, err := vm.CallGo(ctx, "f", []any{1, "b", []int{3}}); err != nil || !reflect.DeepEqual(got, []any{int64(1), "b", []any{int64(3)}, "list"}) {
		t.Errorf("got %v, %v", got, err)
	}
	var s string
	if err := vm.CallGoInto(ctx, &s, "main::f", []any{1, 2}); err != nil || s != "scalar 1 2" {
		t.Errorf("got %q, %v", s, err)
	}
	var none *NoSubError
	if _, err := vm.CallGo(ctx, "nothing", nil); !errors.As(err, &none) {
		t.Errorf("got %v", err)
	}
	if _, err := vm.CallGo(ctx, "f", []any{make(chan int)}); err == nil || !strings.Contains(err.Error(), "argument 1") {
		t.Errorf("got %v", err)
	}
}

func TestGoFunctions(t *testing.T) {
	vm, p, out := start(t, testRegistry(), Config{}, `our $add; print $add->(2, 3), ",", $many->("a", 1, 2, 3), ",", join("-", $two->()), "\n"; eval { $fail->() }; print $@; eval { $add->(1, 2, 3) }; print $@;
eval { $add->("x") }; print $@; print $add->(4), " ", $ctx->() ? "context" : "none", " ", $back->()->("again"), "\n"; eval { $boom->() }; print $@ ? "caught\n" : "missed\n";`)
	for name, f := range map[string]any{
		"$add":  func(a, b int) int { return a + b },
		"$many": func(s string, n ...float64) int { return len(s) + len(n) },
		"$two":  func() (string, error) { return "x", nil },
		"$fail": func() error { return errors.New("it failed") },
		"$ctx":  func(ctx context.Context) bool { return ctx != nil },
		"$back": func() func(string) string { return strings.ToUpper },
		"$boom": func() int { var p *server; return p.ID },
	} {
		if err := vm.SetVariable(name, f); err != nil {
			t.Fatal(err)
		}
	}
	exit, err := vm.Run(context.Background(), p)
	want := "5,4,x\nit failed at t.pl line 1.\ntoo many arguments: 3 instead of 2 at t.pl line 1.\nargument 1: cannot convert the value: \"x\" is no number at t.pl line 2.\n4 context AGAIN\ncaught\n"
	if exit != 0 || err != nil || out.String() != want {
		t.Errorf("exit %d, %v:\n%s\nwant\n%s", exit, err, out, want)
	}
}
