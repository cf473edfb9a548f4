package runtime

// This file defines overloading: how the class of an operand computes an operator, and what is made of other operators when it
// does not have the one that is asked for. The order of the attempts is that of perldoc overload: the operator itself, then
// what stands for it (autogeneration), then nomethod; after that `fallback` decides between the built-in meaning and an error.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// overloads is the table of one class, as `use overload` filled it.
type overloads struct {
	vm  *VM
	pkg *Package
	ops map[string]value.Value // operator -> code reference or method name
}

// fallback says what a class wants to happen when it does not have an operator.
type fallback uint8

const (
	fallbackNever     fallback = iota // fallback => 0: no autogeneration either
	fallbackGenerate                  // undefined: autogeneration, or an error
	fallbackPermitted                 // fallback => 1: autogeneration, or the built-in meaning
)

// overloadFor finds the handler of an operator for an object, looking through its parents.
func (vm *VM) overloadFor(v value.Value, op string) *value.Code {
	p := vm.overloading(v)
	if p == nil {
		return nil
	}
	for _, q := range vm.linear(p) {
		o, ok := q.Class.Overload.(*overloads)
		if !ok || o.ops == nil {
			continue
		}
		h, ok := o.ops[op]
		if !ok {
			continue
		}
		if h.Kind() == value.KCodeRef {
			return h.Code()
		}
		return vm.overloadNamed(p, h.String(), op)
	}
	return nil
}

// overloadNamed finds a handler that is given as the name of a method.
func (vm *VM) overloadNamed(p *Package, name, op string) *value.Code {
	code := vm.findMethod(p, name)
	if code == nil {
		panic(vm.dief(nil, "Can't resolve method \"%s\" overloading \"%s\" in package \"%s\"", name, op, p.Name))
	}
	return code
}

// overloading returns the class of an object if it or a parent overloads something, nil for any other value.
func (vm *VM) overloading(v value.Value) *Package {
	p := packageOf(v)
	if p == nil || p.Class.Overload == nil && !vm.inheritsOverload(p) {
		return nil
	}
	return p
}

// fallbackOf returns what a class says, or the nearest parent that says something.
func (vm *VM) fallbackOf(p *Package) fallback {
	for _, q := range vm.linear(p) {
		o, ok := q.Class.Overload.(*overloads)
		if !ok {
			continue
		}
		if v, ok := o.ops["fallback"]; ok {
			switch {
			case !v.Defined():
				return fallbackGenerate
			case v.Truth():
				return fallbackPermitted
			}
			return fallbackNever
		}
	}
	return fallbackGenerate
}

// inheritsOverload gives a class whose parents overload something a table of its own.
func (vm *VM) inheritsOverload(p *Package) bool {
	for _, q := range vm.linear(p)[1:] {
		if o, ok := q.Class.Overload.(*overloads); ok && o.ops != nil {
			p.Class.Overload = &overloads{vm: vm, pkg: p}
			return true
		}
	}
	return false
}

// callOverload runs a handler: object, other operand, swapped.
func (vm *VM) callOverload(code *value.Code, a, b value.Value, swapped bool) value.Value {
	return vm.Call(code, []value.Value{a, b, value.Bool(swapped)}, nil)
}

// overloadBinary gives the operands' classes the chance to compute an operator; ok is false if the built-in meaning applies.
func (vm *VM) overloadBinary(a, b value.Value, o *opInfo) (result value.Value, ok bool) {
	left, right := vm.overloading(a), vm.overloading(b)
	if left == nil && right == nil {
		return value.Undef, false
	}
	op, assign := o.op, false
	if len(op) > 1 && op[len(op)-1] == '=' && !isComparison(op) {
		op, assign = op[:len(op)-1], true
	}
	if left != nil {
		if v, ok := vm.overloadLeft(a, b, o.op, op, assign, left); ok {
			return v, true
		}
	}
	if right != nil {
		if code := vm.overloadFor(b, op); code != nil {
			return vm.callOverload(code, b, a, true), true
		}
	}
	leftMay, rightMay := left != nil && vm.fallbackOf(left) > fallbackNever, right != nil && vm.fallbackOf(right) > fallbackNever
	if leftMay || rightMay {
		if op == "." || op == "x" {
			return value.Undef, false // the text form will do
		}
		if v, ok := vm.overloadCompare(a, b, op, leftMay, rightMay); ok {
			return v, true
		}
	}
	return vm.overloadMissing(a, b, o, left, right)
}

// overloadLeft is the left operand's own handler of an operator; `+=` may be computed by +.
func (vm *VM) overloadLeft(a, b value.Value, full, op string, assign bool, class *Package) (result value.Value, ok bool) {
	swapped := value.No
	if assign {
		swapped = value.Undef
		if code := vm.overloadFor(a, full); code != nil {
			return vm.Call(code, []value.Value{vm.overloadCopy(a), b, swapped}, nil), true
		}
		if vm.fallbackOf(class) == fallbackNever {
			return value.Undef, false
		}
	}
	if code := vm.overloadFor(a, op); code != nil {
		return vm.Call(code, []value.Value{a, b, swapped}, nil), true
	}
	return value.Undef, false
}

// overloadCopy returns the object that a mutator may change, as others may hold the same one: what `=` makes of it, or a copy of
// an object that is a plain scalar.
func (vm *VM) overloadCopy(v value.Value) value.Value {
	if code := vm.overloadFor(v, "="); code != nil {
		return vm.callOverload(code, v, value.Undef, false)
	}
	if v.Kind() == value.KScalarRef && vm.fallbackOf(packageOf(v)) > fallbackNever {
		if inner := v.Cell().Get(); !inner.IsRef() {
			w := value.RefScalar(value.NewScalar(inner))
			w.Bless(v.Blessed())
			return w
		}
	}
	return v
}

// overloadCompare makes a comparison of <=> or cmp.
func (vm *VM) overloadCompare(a, b value.Value, op string, left, right bool) (result value.Value, ok bool) {
	base, convert := derivedFrom(op)
	if base == "" {
		return value.Undef, false
	}
	if left {
		if code := vm.overloadFor(a, base); code != nil {
			return convert(vm.callOverload(code, a, b, false)), true
		}
	}
	if right {
		if code := vm.overloadFor(b, base); code != nil {
			return convert(vm.callOverload(code, b, a, true)), true
		}
	}
	return value.Undef, false
}

// overloadMissing is what becomes of an operator that neither class has: nomethod, the built-in meaning, or an error.
func (vm *VM) overloadMissing(a, b value.Value, o *opInfo, left, right *Package) (result value.Value, ok bool) {
	name := value.Str(o.op)
	if left != nil {
		if code := vm.overloadFor(a, "nomethod"); code != nil {
			return vm.Call(code, []value.Value{a, b, value.No, name}, nil), true
		}
	}
	if right != nil {
		if code := vm.overloadFor(b, "nomethod"); code != nil {
			return vm.Call(code, []value.Value{b, a, value.Int(1), name}, nil), true
		}
	}
	if (left == nil || vm.fallbackOf(left) == fallbackPermitted) && (right == nil || vm.fallbackOf(right) == fallbackPermitted) {
		return value.Undef, false
	}
	panic(vm.dief(o.at, "Operation \"%s\": no method found,\n\tleft argument %s,\n\tright argument %s", o.op, magicOf(left), magicOf(right)))
}

func magicOf(p *Package) string {
	if p == nil {
		return "has no overloaded magic"
	}
	return "in overloaded package " + p.Name
}

func isComparison(op string) bool { return op == "==" || op == "!=" || op == "<=" || op == ">=" }

// derivedFrom tells which comparison an operator can be made of.
func derivedFrom(op string) (base string, convert func(v value.Value) value.Value) {
	test := func(f func(n int64) bool) func(v value.Value) value.Value {
		return func(v value.Value) value.Value { return value.Bool(f(v.ToInt())) }
	}
	switch op {
	case "==", "eq":
		convert = test(func(n int64) bool { return n == 0 })
	case "!=", "ne":
		convert = test(func(n int64) bool { return n != 0 })
	case "<", "lt":
		convert = test(func(n int64) bool { return n < 0 })
	case ">", "gt":
		convert = test(func(n int64) bool { return n > 0 })
	case "<=", "le":
		convert = test(func(n int64) bool { return n <= 0 })
	case ">=", "ge":
		convert = test(func(n int64) bool { return n >= 0 })
	default:
		return "", nil
	}
	if op[0] >= 'a' {
		return "cmp", convert
	}
	return "<=>", convert
}

// overloadUnary gives the operand's class the chance to compute a unary operator or function; ok is false if the built-in
// meaning applies.
func (vm *VM) overloadUnary(v value.Value, o *opInfo) (result value.Value, ok bool) {
	class := vm.overloading(v)
	if class == nil {
		return value.Undef, false
	}
	if code := vm.overloadFor(v, o.op); code != nil {
		return vm.callOverload(code, v, value.Undef, false), true
	}
	if vm.fallbackOf(class) > fallbackNever {
		switch o.op {
		case "neg":
			if code := vm.overloadFor(v, "-"); code != nil {
				return vm.callOverload(code, v, value.Int(0), true), true
			}
		case "abs":
			if w, ok := vm.overloadAbs(v, o); ok {
				return w, true
			}
		case "!":
			if code := vm.overloadFirst(v, "bool", "0+", `""`); code != nil {
				return value.Bool(!vm.callOverload(code, v, value.Undef, false).Truth()), true
			}
		case "int", "<>":
			return value.Undef, false
		}
	}
	return vm.overloadUnaryMissing(v, o, class)
}

// overloadUnaryMissing is overloadMissing for operators with one operand.
func (vm *VM) overloadUnaryMissing(v value.Value, o *opInfo, class *Package) (result value.Value, ok bool) {
	if code := vm.overloadFor(v, "nomethod"); code != nil {
		return vm.Call(code, []value.Value{v, value.Undef, value.No, value.Str(o.op)}, nil), true
	}
	if vm.fallbackOf(class) == fallbackPermitted {
		return value.Undef, false
	}
	panic(vm.dief(o.at, "Operation \"%s\": no method found, argument in overloaded package %s", o.op, class.Name))
}

// overloadAbs makes an absolute value of a comparison with 0 and a negation.
func (vm *VM) overloadAbs(v value.Value, o *opInfo) (result value.Value, ok bool) {
	less := vm.overloadFor(v, "<")
	compare := vm.overloadFor(v, "<=>")
	if less == nil && compare == nil || vm.overloadFirst(v, "neg", "-") == nil {
		return value.Undef, false
	}
	var negative bool
	if less != nil {
		negative = vm.callOverload(less, v, value.Int(0), false).Truth()
	} else {
		negative = vm.callOverload(compare, v, value.Int(0), false).ToInt() < 0
	}
	if !negative {
		return v, true
	}
	return vm.overloadUnary(v, &opInfo{op: "neg", name: "neg", at: o.at})
}

// overloadFirst finds the handler of the first of some operators that the class has.
func (vm *VM) overloadFirst(v value.Value, ops ...string) *value.Code {
	for _, op := range ops {
		if code := vm.overloadFor(v, op); code != nil {
			return code
		}
	}
	return nil
}

// overloadMutator is ++ and --: the class's own, or += and + (-= and -) with 1.
func (vm *VM) overloadMutator(v, one value.Value, o *opInfo, plainOp string) (result value.Value, ok bool) {
	class := vm.overloading(v)
	if class == nil {
		return value.Undef, false
	}
	if code := vm.overloadFor(v, o.op); code != nil {
		v = vm.overloadCopy(v)
		vm.callOverload(code, v, value.Undef, false)
		return v, true
	}
	if vm.fallbackOf(class) > fallbackNever {
		if code := vm.overloadFor(v, plainOp+"="); code != nil {
			return vm.Call(code, []value.Value{vm.overloadCopy(v), one, value.Undef}, nil), true
		}
		if code := vm.overloadFor(v, plainOp); code != nil {
			return vm.Call(code, []value.Value{v, one, value.Undef}, nil), true
		}
	}
	return vm.overloadUnaryMissing(v, o, class)
}

// overloadDeref asks a class for the reference behind its object.
func (vm *VM) overloadDeref(v value.Value, op string) (value.Value, bool) {
	if v.Blessed() == nil {
		return value.Undef, false
	}
	code := vm.overloadFor(v, op)
	if code == nil {
		return value.Undef, false
	}
	w := vm.callOverload(code, v, value.Undef, false)
	if !w.IsRef() && op != "qr" {
		panic(vm.dief(nil, "Overloaded dereference did not return a reference"))
	}
	return w, w.Addr() != v.Addr()
}

// Stringify, Numify and Truth are what package value asks for; each falls back on the others.
func (o *overloads) Stringify(v value.Value) (value.Value, bool) {
	return o.vm.convert(v, nil, `""`, "0+", "bool")
}

// Numify is the object as a number.
func (o *overloads) Numify(v value.Value) (value.Value, bool) {
	return o.vm.convert(v, nil, "0+", `""`, "bool")
}

// Truth is the object as a condition.
func (o *overloads) Truth(v value.Value) (truth, ok bool) {
	w, ok := o.vm.convert(v, nil, "bool", "0+", `""`)
	if !ok || w.IsRef() && w.Addr() == v.Addr() {
		return true, ok
	}
	return w.Truth(), true
}

// convert converts an object by the first operator that its class has; ok is false if the object stands for itself.
func (vm *VM) convert(v value.Value, at *site, ops ...string) (result value.Value, ok bool) {
	code := vm.overloadFor(v, ops[0])
	class := vm.overloading(v)
	if code == nil && vm.fallbackOf(class) > fallbackNever {
		code = vm.overloadFirst(v, ops[1:]...)
	}
	if code == nil {
		return vm.overloadUnaryMissing(v, &opInfo{op: ops[0], name: ops[0], at: at}, class)
	}
	w := vm.callOverload(code, v, value.Undef, false)
	if w.IsRef() && w.Addr() == v.Addr() {
		return value.Undef, false
	}
	return w, true
}

// mayBeObject tells whether an operand can give an object at all.
func mayBeObject(x tree.Expr) bool {
	switch x.(type) {
	case *tree.Var, *tree.Elem, *tree.HashElem, *tree.Deref, *tree.Call, *tree.CallRef, *tree.Method:
		return true
	}
	return false
}

// negation compiles `!` as a value for an operand whose class may overload it.
func (c *compiler) negation(x *tree.Unary) evalFn {
	f, o := c.scalar(x.X), &opInfo{op: "!", name: "not", at: c.site(x)}
	return func(vm *VM, fr *Frame) value.Value {
		v := f(vm, fr)
		if v.Kind() >= value.KScalarRef {
			if w, ok := vm.overloadUnary(v, o); ok {
				return w
			}
		}
		return value.Bool(!vm.truth(v))
	}
}

// overloadRead lets an object that overloads <> give the next value; ok is false if it is a file handle like any other.
func (vm *VM) overloadRead(v value.Value, at *site) (result value.Value, ok bool) {
	if v.Blessed() == nil || v.Kind() == value.KGlobRef {
		return value.Undef, false
	}
	return vm.overloadUnary(v, &opInfo{op: "<>", name: "<>", at: at})
}

// overloadTest lets an object that overloads -X answer a file test.
func (vm *VM) overloadTest(op byte, v value.Value) (result value.Value, ok bool) {
	if v.Blessed() == nil {
		return value.Undef, false
	}
	code := vm.overloadFor(v, "-X")
	if code == nil {
		return value.Undef, false
	}
	return vm.Call(code, []value.Value{v, value.Str(string(op)), value.No}, nil), true
}

// overloadsConcat tells whether the class of an object takes part in strings by its own concatenation.
func (vm *VM) overloadsConcat(v value.Value) bool {
	p := vm.overloading(v)
	return p != nil && (vm.overloadFirst(v, ".", "nomethod") != nil || vm.fallbackOf(p) == fallbackNever)
}

// textPart is a reference as part of a string: its text form, or the object itself if it has to be concatenated.
func (vm *VM) textPart(v value.Value, at *site) value.Value {
	if vm.overloading(v) == nil || v.Kind() == value.KRegexRef {
		return v.ToStr()
	}
	if vm.overloadsConcat(v) {
		return v
	}
	if w, ok := vm.convert(v, at, `""`, "0+", "bool"); ok {
		return w.ToStr()
	}
	return value.Bytes(v.AppendAddress(nil))
}

// concatParts goes on with a string under construction from part i on, whose value is v: as a chain of concatenations. The text
// before it lies at the end of vm.buf and is taken from there.
func (vm *VM) concatParts(fr *Frame, parts []interpPart, i int, v value.Value, before []byte, at *site) value.Value {
	o := &opInfo{op: ".", name: "concatenation (.) or string", at: at}
	left := v
	if len(parts) == 1 {
		left = v.ToStr()
	} else if i > 0 {
		text := value.Str(string(before))
		vm.buf = vm.buf[:len(vm.buf)-len(before)]
		left = concatenate(vm, text, v, o)
	}
	for _, p := range parts[i+1:] {
		right := value.Str(p.text)
		if p.f != nil {
			right = p.f(vm, fr)
		}
		left = concatenate(vm, left, right, o)
	}
	return left
}
