package module

// This file defines Storable. Its files are its own format: the line "smrscript-storable 1" and then JSON, in which every value is an
// array of its type and content, and containers are numbered so that those that occur again are references to a number:
// ["u"] undef, ["i",n] integer, ["n","text"] other number, ["s","bytes"] text of bytes, ["w","text"] text of characters, ["A",id,class,[...]]
// array, ["H",id,class,[key,value,...]] hash, ["S",id,class,value] reference to a scalar, ["@",id] one of those before.

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
)

const storableHeader = "smrscript-storable 1\n"

func storableEntries() []*runtime.Entry {
	save := func(name, summary string) *runtime.Entry {
		return exported(name+" EXPR,FILENAME", summary, "Writes what a reference leads to into a file, for retrieve.\n\n    use Storable;\n    say eval { "+name+"([1], \"/no/such/dir/file\") } ? \"stored\" : \"failed\";   #> failed\n", store)
	}
	return []*runtime.Entry{
		function("dclone EXPR", "deep copy", `Returns a copy of everything that a reference leads to, objects and cycles included.

    use Storable "dclone";
    my $a = { list => [1, 2] };
    my $b = dclone $a;
    $b->{list}[0] = 9;
    say $a->{list}[0];   #> 1
`, func(c *runtime.Call) value.Value {
			cl := cloner{c: c, done: map[uintptr]value.Value{}}
			return cl.clone(c.Arg(0))
		}),
		save("store", "write data to a file"), save("nstore", "write data to a file"), save("lock_store", "write data to a file"), save("lock_nstore", "write data to a file"),
		exported("retrieve FILENAME", "read data from a file", "Returns a reference to what store wrote.\n\n    use Storable;\n    say eval { retrieve \"/no/such/file\" } ? \"read\" : \"failed\";   #> failed\n", retrieve),
		exported("lock_retrieve FILENAME", "read data from a file", "As retrieve.\n\n    use Storable;\n    say eval { lock_retrieve \"/no/such/file\" } ? \"read\" : \"failed\";   #> failed\n", retrieve),
		function("freeze EXPR", "data as text", "Returns text from which thaw makes the data again.\n\n    use Storable qw(freeze thaw);\n    say thaw(freeze([1, 2]))->[1];   #> 2\n", freeze),
		function("nfreeze EXPR", "data as text", "As freeze.\n\n    use Storable qw(nfreeze thaw);\n    say thaw(nfreeze([1, 2]))->[1];   #> 2\n", freeze),
		function("thaw EXPR", "data from text", "Returns a reference to what freeze wrote.\n\n    use Storable qw(freeze thaw);\n    say thaw(freeze({a => 1}))->{a};   #> 1\n", func(c *runtime.Call) value.Value {
			return thaw(c, c.Arg(0).String(), "text")
		}),
	}
}

// A cloner copies values; what it has copied it knows by address.
type cloner struct {
	c    *runtime.Call
	done map[uintptr]value.Value
}

func (cl *cloner) clone(v value.Value) value.Value {
	if !v.IsRef() {
		return v
	}
	if w, ok := cl.done[v.Addr()]; ok {
		return w
	}
	out := v
	switch v.Kind() {
	case value.KArrayRef:
		a := value.NewArray(nil)
		out = value.RefArray(a)
		cl.done[v.Addr()] = out
		for _, e := range v.Array().Values(nil) {
			a.Push(cl.clone(e))
		}
	case value.KHashRef:
		h := value.NewHash()
		out = value.RefHash(h)
		cl.done[v.Addr()] = out
		for _, k := range v.Hash().Keys(nil) {
			h.Set(value.KeyOf(k), cl.clone(v.Hash().Get(value.KeyOf(k))))
		}
	case value.KScalarRef:
		s := value.NewScalar(value.Undef)
		out = value.RefScalar(s)
		cl.done[v.Addr()] = out
		s.Set(cl.clone(v.Cell().Get()))
	case value.KCodeRef:
		cl.c.Die("Can't store CODE items")
	case value.KGlobRef:
		cl.c.Die("Can't store GLOB items")
	}
	if class := v.Blessed(); class != nil && v.Kind() != value.KRegexRef {
		out.Bless(class)
	}
	return out
}

func freeze(c *runtime.Call) value.Value {
	if !c.Arg(0).IsRef() {
		c.Die("Not a reference")
	}
	f := freezer{c: c, seen: map[uintptr]int{}}
	data, err := json.Marshal(f.item(c.Arg(0)))
	if err != nil {
		c.Die("freeze: %s", err.Error())
	}
	return value.Str(storableHeader + string(data))
}

func store(c *runtime.Call) value.Value {
	text := freeze(c).String()
	h, err := c.VM.Handles().OpenFile(">", c.Arg(1).String())
	if err == nil {
		if err = h.Write(text, false); err == nil {
			_, err = h.Close()
		}
	}
	if err != nil {
		c.VM.SetErrno(err)
		c.Die("can't create %s: %s", c.Arg(1).String(), c.VM.Scalar("main::!").Get().String())
	}
	return value.Int(1)
}

func retrieve(c *runtime.Call) value.Value {
	h, err := c.VM.Handles().OpenFile("<", c.Arg(0).String())
	if err != nil {
		c.VM.SetErrno(err)
		c.Die("can't open %s: %s", c.Arg(0).String(), c.VM.Scalar("main::!").Get().String())
	}
	sep := handle.NewSeparator(value.Undef)
	text, _, err := h.ReadLine(&sep)
	_, _ = h.Close() // was only read
	if err != nil {
		c.VM.SetErrno(err)
		c.Die("can't read %s: %s", c.Arg(0).String(), c.VM.Scalar("main::!").Get().String())
	}
	return thaw(c, text, c.Arg(0).String())
}

// A freezer turns values into what JSON can hold.
type freezer struct {
	c    *runtime.Call
	seen map[uintptr]int
}

func (f *freezer) item(v value.Value) []any {
	switch v.Kind() {
	case value.KUndef:
		return []any{"u"}
	case value.KInt:
		return []any{"i", v.I()}
	case value.KUint, value.KFloat:
		return []any{"n", v.String()}
	case value.KArrayRef, value.KHashRef, value.KScalarRef:
		return f.container(v)
	}
	if v.IsRef() {
		f.c.Die("Can't store %s items", v.RefType())
	}
	s := v.ToStr()
	if s.IsWide() {
		return []any{"w", s.S()}
	}
	return []any{"s", s.UTF8()}
}

func (f *freezer) container(v value.Value) []any {
	if id, ok := f.seen[v.Addr()]; ok {
		return []any{"@", id}
	}
	id := len(f.seen)
	f.seen[v.Addr()] = id
	class := ""
	if cl := v.Blessed(); cl != nil {
		class = cl.Name
	}
	content := []any{}
	switch v.Kind() {
	case value.KArrayRef:
		for _, e := range v.Array().Values(nil) {
			content = append(content, f.item(e))
		}
		return []any{"A", id, class, content}
	case value.KHashRef:
		for _, k := range v.Hash().Keys(nil) {
			content = append(content, f.item(k), f.item(v.Hash().Get(value.KeyOf(k))))
		}
		return []any{"H", id, class, content}
	}
	return []any{"S", id, class, f.item(v.Cell().Get())}
}

// thaw makes values of the format's text; what is called name in errors.
func thaw(c *runtime.Call, text, name string) value.Value {
	body, ok := strings.CutPrefix(text, storableHeader)
	if !ok {
		c.Die("%s is not data that store or freeze of this program wrote", name)
	}
	var root []any
	d := json.NewDecoder(strings.NewReader(body))
	d.UseNumber()
	if err := d.Decode(&root); err != nil {
		c.Die("%s is damaged: %s", name, err.Error())
	}
	t := thawer{vm: c.VM}
	v, err := t.item(root)
	if err != nil {
		c.Die("%s is damaged: %s", name, err.Error())
	}
	return v
}

type thawer struct {
	vm   *runtime.VM
	done []value.Value
}

func (t *thawer) item(x any) (value.Value, error) {
	list, _ := x.([]any)
	if len(list) == 0 {
		return value.Undef, fmt.Errorf("%v is no value", x)
	}
	kind, _ := list[0].(string)
	if kind == "u" {
		return value.Undef, nil
	}
	if len(list) < 2 {
		return value.Undef, fmt.Errorf("%v is no value", x)
	}
	text := fmt.Sprint(list[1])
	switch kind {
	case "i", "n":
		return value.Str(text).ToNum(), nil
	case "w":
		return value.Wide(text), nil
	case "s":
		s, ok := value.Wide(text).Downgrade()
		if !ok {
			return value.Undef, fmt.Errorf("text of bytes holds characters")
		}
		return value.Str(s), nil
	case "@":
		n := value.Str(text).ToInt()
		if n < 0 || n >= int64(len(t.done)) {
			return value.Undef, fmt.Errorf("there is no item %s", text)
		}
		return t.done[n], nil
	}
	if len(list) < 4 {
		return value.Undef, fmt.Errorf("%v is no value", x)
	}
	return t.container(kind, fmt.Sprint(list[2]), list[3])
}

func (t *thawer) container(kind, class string, content any) (value.Value, error) {
	array, hash, scalar := value.NewArray(nil), value.NewHash(), value.NewScalar(value.Undef)
	ref := value.RefScalar(scalar)
	switch kind {
	case "A":
		ref = value.RefArray(array)
	case "H":
		ref = value.RefHash(hash)
	case "S":
	default:
		return value.Undef, fmt.Errorf("there is no type %q", kind)
	}
	t.done = append(t.done, ref)
	if class != "" {
		ref.Bless(t.vm.Package(class).Class)
	}
	if kind == "S" {
		v, err := t.item(content)
		scalar.Set(v)
		return ref, err
	}
	items, _ := content.([]any)
	var flat []value.Value
	for _, x := range items {
		v, err := t.item(x)
		if err != nil {
			return value.Undef, err
		}
		flat = append(flat, v)
	}
	if kind == "A" {
		array.SetAll(flat)
	} else {
		hash.SetPairs(flat)
	}
	return ref, nil
}
