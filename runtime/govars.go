package runtime

// This file defines how Go code calls subs and reaches variables by name.

import (
	"context"
	"fmt"
	"strings"

	"github.com/smrscript/smrscript/runtime/value"
)

// A NoSubError says that a script has no sub of a name.
type NoSubError struct{ Name string }

func (e *NoSubError) Error() string { return "the script has no sub " + e.Name }

// goCall finds a sub and makes its arguments.
func (vm *VM) goCall(sub string, args []any) (*value.Code, []value.Value, error) {
	name := qualifySub(strings.TrimPrefix(sub, "&"), "main")
	code := vm.lookupSub(name)
	if code == nil {
		return nil, nil, &NoSubError{sub}
	}
	list := make([]value.Value, len(args))
	for i, a := range args {
		v, err := vm.FromGo(a)
		if err != nil {
			return nil, nil, fmt.Errorf("argument %d: %w", i+1, err)
		}
		list[i] = v
	}
	return code, list, nil
}

// CallGo calls a sub in list context with values of Go.
func (vm *VM) CallGo(ctx context.Context, sub string, args []any) ([]any, error) {
	code, list, err := vm.goCall(sub, args)
	if err != nil {
		return nil, err
	}
	results, err := vm.CallIn(ctx, code, list)
	if err != nil {
		return nil, err
	}
	out := make([]any, len(results))
	for i, v := range results {
		if out[i], err = ToGo(v); err != nil {
			return nil, fmt.Errorf("result %d: %w", i+1, err)
		}
	}
	return out, nil
}

// CallGoInto calls a sub in scalar context and stores the result in what dst points to.
func (vm *VM) CallGoInto(ctx context.Context, dst any, sub string, args []any) error {
	code, list, err := vm.goCall(sub, args)
	if err != nil {
		return err
	}
	var result value.Value
	exit, err := vm.Do(ctx, func() { result = vm.Call(code, list, nil) })
	if err == nil && exit != 0 {
		err = &ExitError{exit}
	}
	if err != nil {
		return err
	}
	return ToGoInto(result, dst)
}

// A VariableError says what is wrong with the name of a variable, or with what is stored in it.
type VariableError struct{ Name, Reason string }

func (e *VariableError) Error() string { return fmt.Sprintf("the variable %s: %s", e.Name, e.Reason) }

// variableOf splits and qualifies the name of a package variable.
func variableOf(name string) (sigil byte, full string, err error) {
	if len(name) < 2 || strings.IndexByte("$@%", name[0]) < 0 {
		return 0, "", &VariableError{name, "a name begins with $, @ or %"}
	}
	full = name[1:]
	for i, part := range strings.Split(full, "::") {
		if part == "" && i > 0 || strings.ContainsFunc(part, func(r rune) bool {
			return r != '_' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
		}) {
			return 0, "", &VariableError{name, "this is no name of a package variable"}
		}
	}
	if !strings.Contains(full, "::") {
		full = "main::" + full
	}
	return name[0], strings.TrimPrefix(full, "::"), nil
}

// SetVariable sets a package variable from a value of Go.
func (vm *VM) SetVariable(name string, x any) error {
	sigil, full, err := variableOf(name)
	if err != nil {
		return err
	}
	v, err := vm.FromGo(x)
	if err != nil {
		return &VariableError{name, err.Error()}
	}
	switch {
	case sigil == '$':
		vm.Scalar(full).Set(v)
	case sigil == '@' && v.Kind() == value.KArrayRef:
		vm.Array(full).SetAll(v.Array().Values(nil))
	case sigil == '@' && v.IsUndef():
		vm.Array(full).SetAll(nil)
	case sigil == '%' && v.Kind() == value.KHashRef:
		vm.Hash(full).SetPairs(v.Hash().Pairs(nil))
	case sigil == '%' && v.IsUndef():
		vm.Hash(full).SetPairs(nil)
	default:
		return &VariableError{name, fmt.Sprintf("%T is nothing that %c holds", x, sigil)}
	}
	return nil
}

// GetVariable stores a package variable in what dst points to.
func (vm *VM) GetVariable(name string, dst any) error {
	sigil, full, err := variableOf(name)
	if err != nil {
		return err
	}
	v := value.Undef
	switch sigil {
	case '$':
		v = vm.Scalar(full).Get()
	case '@':
		v = value.RefArray(vm.Array(full))
	case '%':
		v = value.RefHash(vm.Hash(full))
	}
	if err := ToGoInto(v, dst); err != nil {
		return &VariableError{name, err.Error()}
	}
	return nil
}
