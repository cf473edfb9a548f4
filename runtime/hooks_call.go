package runtime

// This file defines what functions written in Go may ask about the call they serve, and what they may call back.

import (
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/regex"
	"github.com/smrscript/smrscript/runtime/value"
)

// Sub returns the defined sub of a qualified name, nil if there is none.
func (vm *VM) Sub(name string) *value.Code { return vm.lookupSub(name) }

// Handle tells whether the call has a file handle (or block) before its arguments, as in `printf STDERR LIST`; it is then Args[0].
func (c *Call) Handle() bool { return c.fn != nil && c.fn.Handle != nil }

// Parens tells whether the call's arguments stand in parentheses.
func (c *Call) Parens() bool { return c.fn != nil && c.fn.Parens }

// Warns tells whether warnings are on where the call stands.
func (c *Call) Warns() bool { return c.site != nil && c.site.warn }

// Sub returns the code being called, nil for a function of the registry.
func (c *Call) Sub() *value.Code { return c.code }

// Forward calls a sub with arguments in the context of this call, as if it stood in its place.
func (c *Call) Forward(code *value.Code, args []value.Value) value.Value {
	if c.Want != WantList {
		return c.VM.Call(code, args, c.site)
	}
	c.empty = true
	c.VM.callValues(code, args, WantList, c.site)
	return value.Undef
}

// ReadLine reads one line from the handle that v stands for, up to sep (see handle.NewSeparator), and warns as perl does of one
// that is not open.
func (c *Call) ReadLine(v, sep value.Value) (value.Value, bool) { return c.VM.ReadLine(v, sep, c.site) }

// EachTopic runs f for each item of a list with $_ set to it, until f returns false. An item that is a variable (KCell) becomes $_ itself.
func (vm *VM) EachTopic(list []value.Value, f func(item value.Value) bool) {
	g := vm.topic
	old, mark := g.Scalar, len(vm.saves)
	vm.saves = append(vm.saves, func() { g.Scalar = old })
	for _, it := range list {
		if it.IsCell() {
			g.Scalar = it.Cell()
		} else {
			g.Scalar = value.NewScalar(it)
		}
		if !f(it.Load()) {
			break
		}
		if vm.fuel--; vm.fuel < 0 {
			vm.look()
		}
	}
	vm.unwind(mark)
}

// WithPair runs f with a function that sets $a and $b of the package that code belongs to; afterwards they are as before.
func (vm *VM) WithPair(code *value.Code, f func(set func(a, b value.Value))) {
	ga, gb := vm.Glob(code.Package+"::a"), vm.Glob(code.Package+"::b")
	oldA, oldB, mark := ga.Scalar, gb.Scalar, len(vm.saves)
	vm.saves = append(vm.saves, func() { ga.Scalar, gb.Scalar = oldA, oldB })
	a, b := &value.Scalar{}, &value.Scalar{}
	ga.Scalar, gb.Scalar = a, b
	f(func(x, y value.Value) { a.V, b.V = x, y })
	vm.unwind(mark)
}

// Operate computes a binary operator ("+", "-", "*", "/", "<=>", "==", "cmp", "eq") and lets objects overload it; a division by zero
// is undef.
func (vm *VM) Operate(op string, a, b value.Value) value.Value {
	if a.Blessed() != nil || b.Blessed() != nil {
		if v, ok := vm.overloadBinary(a, b, &opInfo{op: op, name: op, at: &site{}}); ok {
			return v
		}
	}
	switch op {
	case "+":
		return value.Add(a, b)
	case "-":
		return value.Sub(a, b)
	case "*":
		return value.Mul(a, b)
	case "/":
		q, _ := value.Div(a, b)
		return q
	case "<=>":
		n, _ := value.NumCompare(a, b)
		return value.Int(int64(n))
	case "==":
		return value.Bool(value.NumEqual(a, b))
	case "cmp":
		return value.Int(int64(value.StrCompare(a, b)))
	case "eq":
		return value.Bool(value.StrEqual(a, b))
	}
	return value.Undef
}

// IsLiteral tells whether argument i stands in the source as a constant, which nothing can change.
func (c *Call) IsLiteral(i int) bool {
	if c.fn == nil || i >= len(c.fn.Args) {
		return false
	}
	switch c.fn.Args[i].(type) {
	case *tree.Num, *tree.Str:
		return true
	}
	return false
}

// Name returns the name of the function being called, without its package; "" for a call through a reference.
func (c *Call) Name() string {
	if c.fn == nil {
		return ""
	}
	return c.fn.Name[strings.LastIndex(c.fn.Name, ":")+1:]
}

// Run calls a sub in scalar context, as if the call stood in the place of this one.
func (c *Call) Run(code *value.Code, args ...value.Value) value.Value {
	return c.VM.Call(code, args, c.site)
}

// RunList is Run in list context.
func (c *Call) RunList(code *value.Code, args ...value.Value) []value.Value {
	base := len(c.VM.stack)
	c.VM.callValues(code, args, WantList, c.site)
	return c.VM.take(base)
}

// Last leaves the loop or block of that label around the call, as `last LABEL` does. The function's entry must be marked as Jumps.
func (c *Call) Last(label string) {
	c.VM.label = label
	panic(&jump{ctlLast})
}

// Matches tells whether text matches a pattern: what qr makes, or text such as "/x/i".
func (vm *VM) Matches(text, pattern value.Value) bool {
	var re *regex.Regexp
	if pattern.Kind() == value.KRegexRef {
		re = vm.program(pattern.Regex(), vm.at)
	} else {
		t := pattern.ToStr()
		s, flags := t.UTF8(), regex.UTF8
		if i := strings.LastIndexByte(s, '/'); strings.HasPrefix(s, "/") && i > 0 {
			s, flags = s[1:i], flags|patternFlags(s[i+1:])
		}
		re = vm.compilePattern(s, flags, vm.at)
	}
	return vm.find(re, text.ToStr(), 0, 0, vm.at)
}

// Operator returns a sub that applies a binary operator to its two arguments, nil if there is no such operator.
func (vm *VM) Operator(op string) *value.Code {
	switch op {
	case "==", "!=", "<", ">", "<=", ">=", "<=>", "eq", "ne", "lt", "gt", "le", "ge", "cmp", "+", "-", "*", "/", "%", "**", "x", ".", "&", "|", "^", "<<", ">>", "&&", "||", "//", "and", "or", "xor",
		"=~", "!~", "isa":
	default:
		return nil
	}
	v := vm.Local(operatorKey(op), func() any { return vm.RunText("(operator "+op+")", "sub { $_[0] "+op+" $_[1] }") }).(value.Value)
	return v.Code()
}

// OverloadBinary lets objects overload a function of two operands ("atan2"); ok is false if they do not.
func (vm *VM) OverloadBinary(op string, a, b value.Value) (result value.Value, ok bool) {
	return vm.overloadBinary(a, b, &opInfo{op: op, name: op, at: vm.at})
}

// OperateUnary lets an object overload a unary operator or function ("abs", "neg", "int", "sqrt", "cos", ...); ok is false if it does not.
func (vm *VM) OperateUnary(op string, v value.Value) (result value.Value, ok bool) {
	return vm.overloadUnary(v, &opInfo{op: op, name: op, at: vm.at})
}
