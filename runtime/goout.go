package runtime

// This file defines how values of a script become values of Go.

import (
	"encoding"
	"fmt"
	"math"
	"reflect"
	"strings"

	"github.com/smrscript/smrscript/runtime/value"
)

// ToGo returns what Go has for a value of a script: nil, int64, uint64, float64, string, []any, map[string]any, and what
// references to scalars refer to. Subs and file handles stay a value.Value. Characters become UTF-8, bytes stay as they are. The
// error is a *ConversionError, for data that contain themselves.
func ToGo(v value.Value) (any, error) {
	var x any
	err := ToGoInto(v, &x)
	return x, err
}

// ToGoInto stores a value of a script in what dst points to: bools by truth, numbers that fit, strings, []byte, slices, arrays, maps,
// structs by their json names (keys that no field has are ignored), pointers, which are made (nil for undef), and interfaces
// as ToGo has it. What unmarshals itself from text does. The error is a *ConversionError; then dst may be filled in part.
func ToGoInto(v value.Value, dst any) error {
	r := reflect.ValueOf(dst)
	if r.Kind() != reflect.Pointer || r.IsNil() {
		return &ConversionError{Reason: fmt.Sprintf("a pointer is needed to store it, not %T", dst)}
	}
	w := &goWriter{}
	w.write(v, r.Elem(), "")
	return w.err
}

// goWriter writes one value of Go.
type goWriter struct {
	path []uintptr // the objects of the script around the place
	err  error
}

func (w *goWriter) fail(path, format string, args ...any) {
	if w.err == nil {
		w.err = &ConversionError{path, fmt.Sprintf(format, args...)}
	}
}

// textOf is the text of a value as Go has it.
func textOf(v value.Value) string {
	if t := v.ToStr(); t.IsWide() {
		return t.UTF8()
	}
	return strings.Clone(v.ToStr().S())
}

func (w *goWriter) write(v value.Value, r reflect.Value, path string) {
	if w.err != nil {
		return
	}
	v = v.Load()
	if r.Kind() == reflect.Pointer && v.Defined() {
		target := reflect.New(r.Type().Elem())
		w.write(v, target.Elem(), path)
		if w.err == nil {
			r.Set(target)
		}
		return
	}
	if v.IsRef() {
		for _, p := range w.path {
			if p == v.Addr() {
				w.fail(path, "it contains itself")
				return
			}
		}
		w.path = append(w.path, v.Addr())
		defer func() { w.path = w.path[:len(w.path)-1] }()
	}
	if x, ok := r.Addr().Interface().(*value.Value); ok {
		*x = v
		return
	}
	if !v.Defined() {
		r.SetZero()
		return
	}
	if u, ok := r.Addr().Interface().(encoding.TextUnmarshaler); ok && (!v.IsRef() || v.Blessed() != nil) {
		if err := u.UnmarshalText([]byte(textOf(v))); err != nil {
			w.fail(path, "%v", err)
		}
		return
	}
	w.kind(v, r, path)
}

func (w *goWriter) kind(v value.Value, r reflect.Value, path string) {
	switch k := r.Kind(); {
	case k == reflect.Interface:
		if r.NumMethod() > 0 {
			w.fail(path, "nothing of a script is a %s", r.Type())
			return
		}
		if x := w.any(v, path); x != nil && w.err == nil {
			r.Set(reflect.ValueOf(x))
		}
	case k == reflect.Bool:
		r.SetBool(v.Truth())
	case r.CanInt(), r.CanUint(), r.CanFloat():
		w.number(v, r, path)
	case k == reflect.String:
		if v.IsRef() && v.Blessed() == nil {
			w.fail(path, "a reference is no text")
			return
		}
		r.SetString(textOf(v))
	case k == reflect.Slice && r.Type().Elem().Kind() == reflect.Uint8 && !v.IsRef():
		r.SetBytes([]byte(textOf(v)))
	case k == reflect.Slice, k == reflect.Array:
		w.list(v, r, path)
	case k == reflect.Map:
		w.table(v, r, path)
	case k == reflect.Struct:
		w.fields(v, r, path)
	default:
		w.fail(path, "nothing of a script is a %s", r.Type())
	}
}

// any returns a value in the form that ToGo describes.
func (w *goWriter) any(v value.Value, path string) any {
	switch v.Kind() {
	case value.KInt:
		return v.I()
	case value.KUint:
		return v.U()
	case value.KFloat:
		return v.F()
	case value.KArrayRef:
		var list []any
		w.list(v, reflect.ValueOf(&list).Elem(), path)
		return list
	case value.KHashRef:
		var table map[string]any
		w.table(v, reflect.ValueOf(&table).Elem(), path)
		return table
	case value.KScalarRef:
		var x any
		w.write(v.Cell().Get(), reflect.ValueOf(&x).Elem(), path)
		return x
	case value.KCodeRef, value.KGlobRef, value.KGlob:
		return v
	case value.KBox:
		if b, ok := v.Box().(*commandResult); ok {
			return b.num.I()
		}
	}
	return textOf(v)
}

// number stores a number that must fit; text must look like one.
func (w *goWriter) number(v value.Value, r reflect.Value, path string) {
	if v.IsRef() && v.Blessed() == nil || v.IsString() && v != value.No && !v.LooksLikeNumber() {
		w.fail(path, "%q is no number", textOf(v))
		return
	}
	f := v.ToFloat()
	var fits bool
	switch {
	case r.CanFloat():
		r.SetFloat(f)
		return
	case r.CanInt():
		n := v.ToInt()
		if fits = f == math.Trunc(f) && f >= math.MinInt64 && f < math.MaxInt64+1 && !r.OverflowInt(n); fits {
			r.SetInt(n)
		}
	default:
		n := v.ToUint()
		if fits = (v.Kind() == value.KUint || f == math.Trunc(f) && f >= 0 && f < math.MaxUint64) && !r.OverflowUint(n); fits {
			r.SetUint(n)
		}
	}
	if !fits {
		w.fail(path, "%s is no %s", v.String(), r.Type())
	}
}

func (w *goWriter) list(v value.Value, r reflect.Value, path string) {
	if v.Kind() != value.KArrayRef {
		w.fail(path, "%s needs a reference to an array", r.Type())
		return
	}
	list := v.Array().Values(nil)
	if r.Kind() == reflect.Slice {
		r.Set(reflect.MakeSlice(r.Type(), len(list), len(list)))
	} else if len(list) > r.Len() {
		w.fail(path, "%d elements are too many for %s", len(list), r.Type())
		return
	} else {
		r.SetZero()
	}
	for i, v := range list {
		w.write(v, r.Index(i), fmt.Sprintf("%s[%d]", path, i))
	}
}

// pairs calls f for each pair of a hash.
func (w *goWriter) pairs(v value.Value, r reflect.Value, path string, f func(key string, v value.Value)) bool {
	if v.Kind() != value.KHashRef {
		w.fail(path, "%s needs a reference to a hash", r.Type())
		return false
	}
	list := v.Hash().Pairs(nil)
	for i := 0; i+1 < len(list) && w.err == nil; i += 2 {
		f(textOf(list[i].Load()), list[i+1])
	}
	return true
}

func (w *goWriter) table(v value.Value, r reflect.Value, path string) {
	t := r.Type()
	m := reflect.MakeMap(t)
	if w.pairs(v, r, path, func(key string, v value.Value) {
		k, x := reflect.New(t.Key()).Elem(), reflect.New(t.Elem()).Elem()
		w.write(value.Str(key), k, path+"."+key+" (the key)")
		w.write(v, x, path+"."+key)
		if w.err == nil {
			m.SetMapIndex(k, x)
		}
	}) {
		r.Set(m)
	}
}

func (w *goWriter) fields(v value.Value, r reflect.Value, path string) {
	fields := fieldsOf(r.Type())
	w.pairs(v, r, path, func(key string, v value.Value) {
		best := -1
		for i, f := range fields {
			if f.name == key {
				best = i
				break
			}
			if best < 0 && strings.EqualFold(f.name, key) {
				best = i
			}
		}
		if best < 0 {
			return
		}
		if target := reach(r, fields[best].index); target.IsValid() {
			w.write(v, target, path+"."+key)
		}
	})
}

// reach returns a field, making the embedded structs on the way to it.
func reach(r reflect.Value, index []int) reflect.Value {
	for i, n := range index {
		if i > 0 && r.Kind() == reflect.Pointer {
			if r.IsNil() {
				if !r.CanSet() {
					return reflect.Value{}
				}
				r.Set(reflect.New(r.Type().Elem()))
			}
			r = r.Elem()
		}
		r = r.Field(n)
	}
	return r
}
