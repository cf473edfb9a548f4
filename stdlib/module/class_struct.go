package module

// This file defines Class::Struct: classes declared by their fields.

import (
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func classStructEntries() []*runtime.Entry {
	return []*runtime.Entry{exported("struct LIST", "declare a class by its fields", `Takes a class and its fields with their kinds: '$', '@', '%' or a class. The class is the calling package without
one. It makes new and an accessor for each field.

    use Class::Struct;
    struct(Point => { x => '$', y => '$' });
    my $p = Point->new(x => 3, y => 4);
    $p->x(5);
    say $p->x, " ", $p->y;   #> 5 4
`, declareStruct)}
}

// A structField is one field of a class.
type structField struct{ name, kind string }

func declareStruct(c *runtime.Call) value.Value {
	class, list := c.Package(), c.Args
	switch n := len(c.Args); {
	case n == 2 && (c.Args[1].Kind() == value.KHashRef || c.Args[1].Kind() == value.KArrayRef):
		class, list = c.Args[0].String(), listOfEither(c.Args[1])
	case n%2 == 1:
		class, list = c.Args[0].String(), c.Args[1:]
	}
	var fields []structField
	for i := 0; i+1 < len(list); i += 2 {
		fields = append(fields, structField{list[i].String(), list[i+1].String()})
	}
	if c.VM.Sub(class+"::new") != nil {
		c.Die("function 'new' already defined in package %s", class)
	}
	c.VM.Define(class+"::new", func(c *runtime.Call) value.Value { return newStruct(c, class, fields) })
	for _, f := range fields {
		if c.VM.Sub(class+"::"+f.name) == nil {
			c.VM.Define(class+"::"+f.name, func(c *runtime.Call) value.Value { return structAccess(c, class, f) })
		}
	}
	return value.Undef
}

func listOfEither(v value.Value) []value.Value {
	if v.Kind() == value.KHashRef {
		return v.Hash().Pairs(nil)
	}
	return v.Array().Values(nil)
}

func structKey(class string, f structField) value.Key { return value.KeyString(class + "::" + f.name) }

func newStruct(c *runtime.Call, class string, fields []structField) value.Value {
	h := value.NewHash()
	for _, f := range fields {
		v, given := namedArgument(c.Args[1:], f.name)
		switch f.kind[len(f.kind)-1:] {
		case "@":
			if given && v.Kind() != value.KArrayRef {
				c.Die("Initializer for %s must be array reference", f.name)
			}
			if !given {
				v = value.RefArray(value.NewArray(nil))
			}
		case "%":
			if given && v.Kind() != value.KHashRef {
				c.Die("Initializer for %s must be hash reference", f.name)
			}
			if !given {
				v = value.RefHash(value.NewHash())
			}
		case "$":
		default:
			if given && v.Kind() == value.KHashRef && v.Blessed() == nil {
				v = c.Run(c.VM.FindMethod(value.Str(f.kind), "new"), append([]value.Value{value.Str(f.kind)}, v.Hash().Pairs(nil)...)...)
			}
			if given && v.Defined() && (v.Blessed() == nil || !c.VM.Isa(v.Blessed().Name, f.kind)) {
				c.Die("Initializer for %s must be hash or %s reference", f.name, f.kind)
			}
		}
		h.Set(structKey(class, f), v)
	}
	return blessHash(c.VM, h, c.Arg(0).String())
}

// structAccess reads or sets a field, or an element of it.
func structAccess(c *runtime.Call, class string, f structField) value.Value {
	if c.Arg(0).Kind() != value.KHashRef {
		c.Die("Can't use %s outside of an object of class %s", f.name, class)
	}
	h, key, args := c.Args[0].Hash(), structKey(class, f), c.Args[1:]
	held := h.Get(key)
	switch kind := f.kind[len(f.kind)-1:]; {
	case len(args) == 0:
	case kind == "@" && args[0].Kind() != value.KArrayRef && held.Kind() == value.KArrayRef:
		if len(args) > 1 {
			held.Array().Set(args[0].ToInt(), args[1])
		}
		return held.Array().Get(args[0].ToInt())
	case kind == "%" && args[0].Kind() != value.KHashRef && held.Kind() == value.KHashRef:
		if len(args) > 1 {
			held.Hash().Set(value.KeyOf(args[0]), args[1])
		}
		return held.Hash().Get(value.KeyOf(args[0]))
	case len(args) > 1:
		c.Die("Too many args to %s", f.name)
	case kind != "$" && kind != "@" && kind != "%" && args[0].Defined() && (args[0].Blessed() == nil || !c.VM.Isa(args[0].Blessed().Name, f.kind)):
		c.Die("%s argument is wrong class", f.name)
	default:
		h.Set(key, args[0])
		return args[0]
	}
	return held
}
