package perl

// This file defines tie, tied and untie: variables whose reading and writing is a class's business.

import (
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func tieEntries() []*runtime.Entry {
	return []*runtime.Entry{
		called("tie VARIABLE,CLASSNAME,LIST", "tie a variable to a class", `Calls TIESCALAR, TIEARRAY, TIEHASH or TIEHANDLE of the class and returns its object. From then on reading and
writing the variable calls FETCH, STORE and their kin.

    package Upper { sub TIESCALAR { bless [], shift } sub FETCH { uc $_[0][0] } sub STORE { $_[0][0] = $_[1] } }
    tie my $x, "Upper";
    $x = "abc";
    say $x;   #> ABC
`, tie),
		called("tied VARIABLE", "object behind a tied variable", `The object that tie returned, undef if the variable is not tied.

    my $x;
    say defined tied $x ? "tied" : "plain";   #> plain
`, func(c *runtime.Call) value.Value {
			if g := globBehind(c.Arg(0)); g != nil {
				if t := c.VM.TiedHandle(value.GlobValue(g)); t != nil {
					return t.Object
				}
			}
			if t := tieOf(c.Arg(0)); t != nil {
				return t.object
			}
			return value.Undef
		}),
		called("untie VARIABLE", "make a tied variable plain", `Ends what tie began, after calling UNTIE if the class has it.

    my $x;
    say untie $x;   #> 1
`, untie),
	}
}

// A binding is the object behind a tied variable.
type binding struct {
	vm     *runtime.VM
	object value.Value
}

// call calls a method of the object; a class that lacks it dies of that.
func (b *binding) call(name string, args ...value.Value) value.Value {
	code := b.vm.FindMethod(b.object, name)
	if code == nil {
		b.vm.Die("Can't locate object method \"%s\" via package \"%s\"", name, b.object.Blessed().Name)
	}
	return b.vm.Call(code, append([]value.Value{b.object}, args...), nil)
}

// has tells whether the class has a method.
func (b *binding) has(name string) bool { return b.vm.FindMethod(b.object, name) != nil }

type tiedScalar struct{ binding }

func (t *tiedScalar) Fetch() value.Value  { return t.call("FETCH") }
func (t *tiedScalar) Store(v value.Value) { t.call("STORE", v) }

type tiedArray struct{ binding }

func (t *tiedArray) Len() int                   { return int(t.call("FETCHSIZE").ToInt()) }
func (t *tiedArray) Fetch(i int) value.Value    { return t.call("FETCH", value.Int(int64(i))) }
func (t *tiedArray) Store(i int, v value.Value) { t.call("STORE", value.Int(int64(i)), v) }

func (t *tiedArray) Resize(n int) {
	if n == 0 && t.has("CLEAR") {
		t.call("CLEAR")
		return
	}
	t.call("STORESIZE", value.Int(int64(n)))
}

// Exists calls EXISTS, Delete DELETE, Extend EXTEND, if the class has it.
func (t *tiedArray) Exists(i int) bool { return t.call("EXISTS", value.Int(int64(i))).Truth() }

func (t *tiedArray) Delete(i int) value.Value { return t.call("DELETE", value.Int(int64(i))) }

func (t *tiedArray) Extend(n int) {
	if t.has("EXTEND") {
		t.call("EXTEND", value.Int(int64(n)))
	}
}

// Change calls PUSH, POP, SHIFT or UNSHIFT, if the class has it.
func (t *tiedArray) Change(method string, list []value.Value) (value.Value, bool) {
	if !t.has(method) {
		return value.Undef, false
	}
	return t.call(method, list...), true
}

type tiedHash struct{ binding }

func (t *tiedHash) Fetch(key value.Value) value.Value  { return t.call("FETCH", key) }
func (t *tiedHash) Store(key, v value.Value)           { t.call("STORE", key, v) }
func (t *tiedHash) Exists(key value.Value) bool        { return t.call("EXISTS", key).Truth() }
func (t *tiedHash) Delete(key value.Value) value.Value { return t.call("DELETE", key) }
func (t *tiedHash) Clear()                             { t.call("CLEAR") }

func (t *tiedHash) Keys() []value.Value {
	var keys []value.Value
	for k := t.call("FIRSTKEY"); k.Defined(); k = t.call("NEXTKEY", k) {
		keys = append(keys, k)
	}
	return keys
}

func tie(c *runtime.Call) value.Value {
	target, class := c.Arg(0), c.Arg(1)
	method := map[value.Kind]string{value.KScalarRef: "TIESCALAR", value.KArrayRef: "TIEARRAY", value.KHashRef: "TIEHASH"}[target.Kind()]
	if g := globBehind(target); g != nil {
		return tieHandle(c, g)
	}
	object := c.VM.Call(constructor(c, class, method), append([]value.Value(nil), c.Args[1:]...), nil)
	if object.Blessed() == nil {
		return value.Undef
	}
	b := binding{c.VM, object}
	switch target.Kind() {
	case value.KArrayRef:
		target.Array().Tie = &tiedArray{b}
	case value.KHashRef:
		target.Hash().Tie = &tiedHash{b}
	default:
		s := target.Cell()
		if tieOf(target) == nil {
			s.V = s.Get() // what untie gives back
		}
		s.SetTie(&tiedScalar{b})
	}
	return object
}

// constructor returns the method that ties, or dies of its lack.
func constructor(c *runtime.Call, class value.Value, method string) *value.Code {
	if !class.IsRef() && class.String() == "" {
		class = value.Str("main")
	}
	code := c.VM.FindMethod(class, method)
	if code == nil {
		if class.IsRef() || c.VM.HasPackage(class.String()) {
			c.Die("Can't locate object method \"%s\" via package \"%s\"", method, className(class))
		}
		c.Die("Can't locate object method \"%s\" via package \"%s\" (perhaps you forgot to load \"%s\"?)", method, className(class), className(class))
	}
	return code
}

func className(v value.Value) string {
	if cl := v.Blessed(); cl != nil {
		return cl.Name
	}
	return v.String()
}

// tieOf returns the binding of the variable that a reference leads to, nil if it is not tied by a script.
func tieOf(v value.Value) *binding {
	switch v.Kind() {
	case value.KScalarRef:
		if t, ok := v.Cell().Tie().(*tiedScalar); ok {
			return &t.binding
		}
	case value.KArrayRef:
		if t, ok := v.Array().Tie.(*tiedArray); ok {
			return &t.binding
		}
	case value.KHashRef:
		if t, ok := v.Hash().Tie.(*tiedHash); ok {
			return &t.binding
		}
	}
	return nil
}

func untie(c *runtime.Call) value.Value {
	if g := globBehind(c.Arg(0)); g != nil {
		if t := c.VM.TiedHandle(value.GlobValue(g)); t != nil {
			if c.VM.FindMethod(t.Object, "UNTIE") != nil {
				c.Pass(t, "UNTIE")
			}
			c.VM.UntieHandle(g)
			return value.Bool(true)
		}
	}
	b := tieOf(c.Arg(0))
	if b == nil {
		return value.Bool(true)
	}
	if b.has("UNTIE") {
		b.call("UNTIE")
	}
	switch v := c.Args[0]; v.Kind() {
	case value.KScalarRef:
		v.Cell().Untie()
	case value.KArrayRef:
		v.Array().Tie = nil
	case value.KHashRef:
		v.Hash().Tie = nil
	}
	return value.Bool(true)
}
