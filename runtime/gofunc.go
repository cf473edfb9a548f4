package runtime

// This file defines how functions of Go serve scripts.

import (
	"context"
	"errors"
	"fmt"
	"reflect"

	"github.com/smrscript/smrscript/runtime/value"
)

// NativeOf makes a function of Go one that scripts call. Its parameters are filled from the arguments as ToGoInto does, the last one
// of a variadic function from all that are left; a first parameter of type context.Context gets the script's. Missing arguments
// are zero values, too many are an error. Results become a list as FromGo has it; a last result of type error, if not nil, is
// what the call dies of. The error says why a function cannot serve.
func NativeOf(f any) (Native, error) {
	r := reflect.ValueOf(f)
	if r.Kind() != reflect.Func || r.IsNil() {
		return nil, fmt.Errorf("%T is no function", f)
	}
	return new(VM).nativeOf(r)
}

// nativeOf is NativeOf for functions among values; the receiver is not used.
func (*VM) nativeOf(r reflect.Value) (Native, error) {
	t := r.Type()
	if n, ok := r.Interface().(Native); ok {
		return n, nil
	}
	if n, ok := r.Interface().(func(*Call) value.Value); ok {
		return n, nil
	}
	for i := range t.NumIn() {
		if k := t.In(i).Kind(); k == reflect.Chan || k == reflect.Func || k == reflect.UnsafePointer || k == reflect.Complex128 || k == reflect.Complex64 {
			return nil, fmt.Errorf("parameter %d of %s cannot be given by a script", i+1, t)
		}
	}
	f := &goFunction{fn: r, typ: t}
	f.context = t.NumIn() > 0 && t.In(0) == reflect.TypeFor[context.Context]()
	f.fails = t.NumOut() > 0 && t.Out(t.NumOut()-1) == reflect.TypeFor[error]()
	return f.call, nil
}

type goFunction struct {
	fn             reflect.Value
	typ            reflect.Type
	context, fails bool
}

func (f *goFunction) call(c *Call) value.Value {
	args, err := f.arguments(c)
	if err != nil {
		c.Die("%s", err.Error())
	}
	out := f.fn.Call(args)
	if n := len(out); f.fails {
		if err, _ := out[n-1].Interface().(error); err != nil {
			c.fail(err)
		}
		out = out[:n-1]
	}
	list := make([]value.Value, len(out))
	for i, r := range out {
		v, err := c.VM.FromGo(r.Interface())
		if err != nil {
			c.Die("the result: %s", err.Error())
		}
		list[i] = v
	}
	return c.Return(list...)
}

// fail ends a call with an error of Go: what ends scripts goes on doing so.
func (c *Call) fail(err error) {
	if d, ok := errors.AsType[*Die](err); ok {
		panic(d)
	}
	if l, ok := errors.AsType[*LimitError](err); ok {
		panic(l)
	}
	if cerr := c.VM.context().Err(); cerr != nil && errors.Is(err, cerr) {
		panic(c.VM.stopped(context.Cause(c.VM.context())))
	}
	c.Die("%s", err.Error())
}

func (f *goFunction) arguments(c *Call) ([]reflect.Value, error) {
	var in []reflect.Value
	n, given := f.typ.NumIn(), c.Args
	if f.context {
		in = append(in, reflect.ValueOf(c.VM.context()))
	}
	for i := len(in); i < n; i++ {
		t := f.typ.In(i)
		if f.typ.IsVariadic() && i == n-1 {
			for k, v := range given {
				x := reflect.New(t.Elem())
				if err := convertArgument(v, x, len(in)+k); err != nil {
					return nil, err
				}
				in = append(in, x.Elem())
			}
			return in, nil
		}
		x := reflect.New(t)
		if len(given) > 0 {
			if err := convertArgument(given[0], x, len(c.Args)-len(given)); err != nil {
				return nil, err
			}
			given = given[1:]
		}
		in = append(in, x.Elem())
	}
	if len(given) > 0 {
		return nil, fmt.Errorf("too many arguments: %d instead of %d", len(c.Args), len(c.Args)-len(given))
	}
	return in, nil
}

func convertArgument(v value.Value, x reflect.Value, i int) error {
	if err := ToGoInto(v, x.Interface()); err != nil {
		return fmt.Errorf("argument %d: %w", i+1, err)
	}
	return nil
}
