package module

// This file defines Data::Dumper: its settings, functions and methods. The text itself is made in dumper_text.go.

import (
	"strconv"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func dumperEntries() []*runtime.Entry {
	return []*runtime.Entry{
		exported("Dumper LIST", "values as program text", `Returns text that makes the values when it is run: $VAR1, $VAR2 and so on. $Data::Dumper::Sortkeys, Indent, Terse,
Useqq, Deepcopy, Maxdepth and their kin set its form.

    use Data::Dumper;
    $Data::Dumper::Indent = 1;
    print Dumper([1, "x"]);
    #> $VAR1 = [
    #>   1,
    #>   'x'
    #> ];
`, func(c *runtime.Call) value.Value {
			return dumped(c, newDumper(c.VM, nil).dumpAll(c.Args, nil))
		}),
	}
}

// settingNames are the package variables and methods of Data::Dumper with their defaults.
var settingNames = [...]struct{ name, initial string }{
	{"Indent", "2"}, {"Terse", "0"}, {"Sortkeys", "0"}, {"Useqq", "0"}, {"Purity", "0"}, {"Pad", ""}, {"Varname", "VAR"}, {"Quotekeys", "1"}, {"Pair", " => "},
	{"Maxdepth", "0"}, {"Deepcopy", "0"}, {"Freezer", ""}, {"Toaster", ""}, {"Bless", "bless"}, {"Useperl", "0"}, {"Deparse", "0"}, {"Sparseseen", "0"},
	{"Maxrecurse", "1000"}, {"Trailingcomma", "0"},
}

// setupDumper defines the package variables and the class.
func setupDumper(vm *runtime.VM) {
	for _, s := range settingNames {
		v := value.Str(s.initial)
		if n, err := strconv.Atoi(s.initial); err == nil {
			v = value.Int(int64(n))
		}
		if cell := vm.Scalar("Data::Dumper::" + s.name); !cell.Get().Defined() {
			cell.Set(v) // what the script has set before stays
		}
		key := value.KeyString(strings.ToLower(s.name))
		vm.Define("Data::Dumper::"+s.name, func(c *runtime.Call) value.Value {
			if len(c.Args) < 2 {
				return c.Arg(0).Hash().Get(key)
			}
			c.Args[0].Hash().Set(key, c.Args[1])
			return c.Args[0]
		})
	}
	vm.Define("Data::Dumper::new", newDumperObject)
	dump := func(c *runtime.Call) value.Value {
		self := c.Arg(0)
		if !self.IsRef() {
			self = newDumperObject(c)
		}
		h := self.Hash()
		d := newDumper(c.VM, h)
		texts := d.dumpAll(listOf(h.Get(value.KeyString("todump"))), listOf(h.Get(value.KeyString("names"))))
		return dumped(c, texts)
	}
	for _, name := range []string{"Dump", "Dumpxs", "Dumpperl"} {
		vm.Define("Data::Dumper::"+name, dump)
	}
	for _, name := range []string{"Values", "Names"} {
		key := value.KeyString(map[string]string{"Values": "todump", "Names": "names"}[name])
		vm.Define("Data::Dumper::"+name, func(c *runtime.Call) value.Value {
			if len(c.Args) < 2 {
				return c.Return(listOf(c.Arg(0).Hash().Get(key))...)
			}
			c.Args[0].Hash().Set(key, c.Args[1])
			return c.Args[0]
		})
	}
	vm.Define("Data::Dumper::Reset", func(c *runtime.Call) value.Value { return c.Arg(0) })
}

// dumped returns texts: one by one in list context, else joined.
func dumped(c *runtime.Call, texts []string) value.Value {
	if c.Want != runtime.WantList {
		return value.Str(strings.Join(texts, ""))
	}
	out := make([]value.Value, len(texts))
	for i, t := range texts {
		out[i] = value.Str(t)
	}
	return c.Return(out...)
}

// newDumperObject is Data::Dumper->new([values], [names]).
func newDumperObject(c *runtime.Call) value.Value {
	if c.Arg(1).Kind() != value.KArrayRef {
		c.Die("Usage:  PACKAGE->new(ARRAYREF [, ARRAYREF])")
	}
	h := value.NewHash()
	for _, s := range settingNames {
		h.SetString(strings.ToLower(s.name), c.VM.Scalar("Data::Dumper::"+s.name).Get())
	}
	h.SetString("todump", c.Arg(1))
	h.SetString("names", c.Arg(2))
	return blessHash(c.VM, h, c.Arg(0).String())
}

// blessHash makes a hash an object of a class.
func blessHash(vm *runtime.VM, h *value.Hash, class string) value.Value {
	ref := value.RefHash(h)
	ref.Bless(vm.Package(class).Class)
	return ref
}

// listOf returns the elements of an array reference, nil for anything else.
func listOf(v value.Value) []value.Value {
	if v.Kind() != value.KArrayRef {
		return nil
	}
	return v.Array().Values(nil)
}

// A dumper is one run of Dumper with its settings.
type dumper struct {
	vm                                                           *runtime.VM
	indent, maxdepth                                             int
	terse, useqq, purity, quotekeys, deepcopy, trailing          bool
	sortkeys                                                     value.Value
	pad, varname, pair, bless, freezer, toaster, sep, xpad, apad string

	level int
	seen  map[uintptr]*seenName
	post  []string // statements that complete what a purity dump left out
}

// A seenName is how something that occurs again is called.
type seenName struct {
	name string
}

// newDumper reads the settings from an object, or from the package variables without one.
func newDumper(vm *runtime.VM, object *value.Hash) *dumper {
	if object == nil && !vm.Scalar("Data::Dumper::Indent").Get().Defined() {
		setupDumper(vm) // for a module that dumps without the script having loaded it
	}
	get := func(name string) value.Value {
		if object != nil {
			return object.Get(value.KeyString(strings.ToLower(name)))
		}
		return vm.Scalar("Data::Dumper::" + name).Get()
	}
	if object == nil && !get("Pair").Defined() { // nobody has loaded the module
		setupDumper(vm)
	}
	d := &dumper{vm: vm, indent: int(get("Indent").ToInt()), maxdepth: int(get("Maxdepth").ToInt()), terse: get("Terse").Truth(), useqq: get("Useqq").Truth(), purity: get("Purity").Truth(),
		quotekeys: get("Quotekeys").Truth(), deepcopy: get("Deepcopy").Truth(), trailing: get("Trailingcomma").Truth(), sortkeys: get("Sortkeys"), pad: get("Pad").String(),
		varname: get("Varname").String(), pair: get("Pair").String(), bless: get("Bless").String(), freezer: get("Freezer").String(), toaster: get("Toaster").String(),
		seen: map[uintptr]*seenName{}}
	if d.indent > 0 {
		d.sep, d.xpad = "\n", "  "
	}
	return d
}

// dumpAll returns the text of each value.
func (d *dumper) dumpAll(values, names []value.Value) []string {
	var out []string
	for i, v := range values {
		name := value.Undef
		if i < len(names) {
			name = names[i]
		}
		d.post = nil
		label := d.label(name, v, i+1)
		apad := d.apad
		if d.indent >= 2 && !d.terse {
			d.apad += strings.Repeat(" ", len(label)+3)
		}
		text := d.dump(v, label)
		d.apad = apad
		if len(d.post) > 0 || !d.terse {
			text = label + " = " + text + ";"
		}
		text = d.pad + text + d.sep
		if len(d.post) > 0 {
			text += d.pad + strings.Join(d.post, ";"+d.sep+d.pad) + ";" + d.sep
		}
		out = append(out, text)
	}
	return out
}

// label is the variable that a value is dumped as: its given name, with * standing for the sigil that fits, else $VARn.
func (d *dumper) label(name, v value.Value, n int) string {
	if !name.Defined() || name.String() == "" {
		return "$" + d.varname + strconv.Itoa(n)
	}
	s := name.String()
	rest, star := strings.CutPrefix(s, "*")
	switch {
	case !star && strings.HasPrefix(s, "$"):
		return s
	case !star:
		return "$" + s
	case v.Kind() == value.KArrayRef:
		return "@" + rest
	case v.Kind() == value.KHashRef:
		return "%" + rest
	case v.Kind() == value.KCodeRef:
		return "*" + rest
	}
	return "$" + rest
}
