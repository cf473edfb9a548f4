package runtime

// This file defines how values of Go become values of a script.

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/smrscript/smrscript/runtime/value"
)

// A ConversionError says which part of a value has no counterpart on the other side.
type ConversionError struct {
	Path   string // such as ".servers[2].port"; "" for the value itself
	Reason string
}

func (e *ConversionError) Error() string {
	if e.Path == "" {
		return "cannot convert the value: " + e.Reason
	}
	return "cannot convert " + strings.TrimPrefix(e.Path, ".") + ": " + e.Reason
}

// FromGo returns what a script has for a value of Go: undef for nil, 1 and "" for bools, numbers, text; references to arrays for
// slices, to hashes for maps and structs (by their json names); what pointers point to; subs for functions. What marshals itself as
// text is that text. Text arrives as its bytes, like text in a script without use utf8. The error is a *ConversionError, also
// for data that contain themselves.
func (vm *VM) FromGo(x any) (value.Value, error) {
	g := &goReader{vm: vm}
	v := g.read(reflect.ValueOf(x), "")
	if g.err != nil {
		return value.Undef, g.err
	}
	return v, nil
}

// goReader reads one value of Go.
type goReader struct {
	vm   *VM
	path []visit
	err  error
}

// visit is a pointer, map or slice that is being read; the length tells a slice from the array it begins.
type visit struct {
	p   uintptr
	len int
	typ reflect.Type
}

func (g *goReader) fail(path, format string, args ...any) value.Value {
	if g.err == nil {
		g.err = &ConversionError{path, fmt.Sprintf(format, args...)}
	}
	return value.Undef
}

// within reads something that may contain itself.
func (g *goReader) within(r reflect.Value, path string, n int, f func() value.Value) value.Value {
	v := visit{r.Pointer(), n, r.Type()}
	if v.p != 0 && slices.Contains(g.path, v) {
		return g.fail(path, "it contains itself")
	}
	g.path = append(g.path, v)
	defer func() { g.path = g.path[:len(g.path)-1] }()
	return f()
}

func (g *goReader) read(r reflect.Value, path string) value.Value {
	if g.err != nil || !r.IsValid() {
		return value.Undef
	}
	if r.CanInterface() {
		switch x := r.Interface().(type) {
		case value.Value:
			return x
		case error:
			if r.Kind() != reflect.Pointer || !r.IsNil() {
				return value.Str(x.Error())
			}
		case encoding.TextMarshaler:
			if r.Kind() == reflect.Pointer && r.IsNil() {
				return value.Undef
			}
			text, err := x.MarshalText()
			if err != nil {
				return g.fail(path, "%v", err)
			}
			return value.Str(string(text))
		}
	}
	return g.kind(r, path)
}

func (g *goReader) kind(r reflect.Value, path string) value.Value {
	switch k := r.Kind(); {
	case k == reflect.Bool:
		return value.Bool(r.Bool())
	case r.CanInt():
		return value.Int(r.Int())
	case r.CanUint():
		return value.Uint(r.Uint())
	case r.CanFloat():
		return value.Float(r.Float())
	case k == reflect.String:
		return value.Str(strings.Clone(r.String()))
	case k == reflect.Interface:
		return g.read(r.Elem(), path)
	case k == reflect.Pointer:
		if r.IsNil() {
			return value.Undef
		}
		return g.within(r, path, 0, func() value.Value { return g.read(r.Elem(), path) })
	case k == reflect.Slice, k == reflect.Array:
		return g.list(r, path)
	case k == reflect.Map:
		return g.table(r, path)
	case k == reflect.Struct:
		return g.fields(r, path)
	case k == reflect.Func:
		return g.function(r, path)
	}
	return g.fail(path, "a script has nothing like %s", r.Type())
}

func (g *goReader) list(r reflect.Value, path string) value.Value {
	slice := r.Kind() == reflect.Slice
	if slice && r.IsNil() {
		return value.Undef
	}
	if slice && r.Type().Elem().Kind() == reflect.Uint8 {
		return value.Str(string(r.Bytes()))
	}
	read := func() value.Value {
		list := make([]value.Value, r.Len())
		for i := range list {
			list[i] = g.read(r.Index(i), fmt.Sprintf("%s[%d]", path, i))
		}
		return value.RefArray(value.NewArray(list))
	}
	if !slice {
		return read()
	}
	return g.within(r, path, r.Len()+1, read)
}

func (g *goReader) table(r reflect.Value, path string) value.Value {
	if r.IsNil() {
		return value.Undef
	}
	return g.within(r, path, 0, func() value.Value {
		byName := map[string]reflect.Value{}
		var names []string
		for it := r.MapRange(); it.Next(); {
			k := g.read(it.Key(), path+" (a key)")
			if k.IsRef() || !k.Defined() {
				return g.fail(path, "a key of type %s is no text", it.Key().Type())
			}
			name := k.String()
			names, byName[name] = append(names, name), it.Value()
		}
		slices.Sort(names) // scripts see the same order each time
		h := value.NewHash()
		for _, n := range names {
			h.SetString(n, g.read(byName[n], path+"."+n))
		}
		return value.RefHash(h)
	})
}

func (g *goReader) fields(r reflect.Value, path string) value.Value {
	h := value.NewHash()
	for _, f := range fieldsOf(r.Type()) {
		v, err := r.FieldByIndexErr(f.index)
		if err != nil || f.omitEmpty && v.IsZero() {
			continue
		}
		h.SetString(f.name, g.read(v, path+"."+f.name))
	}
	return value.RefHash(h)
}

func (g *goReader) function(r reflect.Value, path string) value.Value {
	if r.IsNil() {
		return value.Undef
	}
	native, err := g.vm.nativeOf(r)
	if err != nil {
		return g.fail(path, "%v", err)
	}
	return value.RefCode(&value.Code{Package: "main", Body: native})
}

// field is an exported field of a struct as encoding/json names it.
type field struct {
	name      string
	index     []int
	omitEmpty bool
}

// fieldsOf lists the fields of a struct type, those of embedded structs among them.
func fieldsOf(t reflect.Type) []field {
	var out []field
	for _, f := range reflect.VisibleFields(t) {
		name, rest, _ := strings.Cut(f.Tag.Get("json"), ",")
		if !f.IsExported() || f.Tag.Get("json") == "-" || f.Anonymous && name == "" && indirect(f.Type).Kind() == reflect.Struct {
			continue
		}
		if name == "" {
			name = f.Name
		}
		out = append(out, field{name, f.Index, strings.Contains(rest, "omitempty") || strings.Contains(rest, "omitzero")})
	}
	return out
}

func indirect(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}
