package runtime

// This file defines the operators. Each has a path for integers at once, in line; everything else (floats, text, overflow,
// overloaded objects, warnings) goes through one function per operator that is kept out of line.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// opInfo is what the slow path of an operator must know.
type opInfo struct {
	op   string
	name string // as warnings call it
	at   *site
	x    *tree.Binary
	fn   binaryFn                // the operator in full
	test func(x, y float64) bool // of a numeric comparison
}

// binaryFn computes an operator from its operands.
type binaryFn func(vm *VM, a, b value.Value, o *opInfo) value.Value

// binary compiles a binary operator in scalar context.
func (c *compiler) binary(x *tree.Binary) evalFn {
	if f := c.comparison(x); f != nil {
		return func(vm *VM, fr *Frame) value.Value { return value.Bool(f(vm, fr)) }
	}
	switch x.Op {
	case "x":
		return c.repeat(x)
	case "xor":
		a, b := c.condition(x.Left, false), c.condition(x.Right, false)
		return func(vm *VM, fr *Frame) value.Value { return value.Bool(a(vm, fr) != b(vm, fr)) }
	case "isa":
		return c.isa(x)
	case "~~":
		return c.smartMatchOp(x)
	case ".":
		return c.concat(x)
	}
	if f := c.lateBinary(x); f != nil {
		return f
	}
	o := c.opInfo(x)
	f := o.fn
	if c.prag.integer {
		a, b := c.scalar(x.Left), c.scalar(x.Right)
		return func(vm *VM, fr *Frame) value.Value { return f(vm, a(vm, fr), b(vm, fr), o) }
	}
	switch x.Op {
	case "+", "-", "*":
		return c.arithmetic(x, o)
	case "%":
		return c.remainder(x, o)
	case "/":
		return c.quotient(x, o)
	case "&", "|", "^", "<<", ">>":
		return c.bitwise(x, o)
	}
	a, b := c.scalar(x.Left), c.scalar(x.Right)
	return func(vm *VM, fr *Frame) value.Value {
		p := a(vm, fr)
		return f(vm, p, b(vm, fr), o)
	}
}

func (c *compiler) opInfo(x *tree.Binary) *opInfo {
	return &opInfo{op: x.Op, name: opName(x.Op), at: c.site(x), x: x, fn: c.operator(x.Op)}
}

// arith computes + - * with the common kinds first.
func (vm *VM) arith(op byte, p, q value.Value, slow binaryFn, o *opInfo) value.Value {
	if p.IsInt() && q.IsInt() {
		x, y := p.I(), q.I()
		switch op {
		case '+':
			if s := x + y; (x^s)&(y^s) >= 0 {
				return value.Int(s)
			}
		case '-':
			if s := x - y; (x^y)&(x^s) >= 0 {
				return value.Int(s)
			}
		default:
			if int64(int32(x)) == x && int64(int32(y)) == y {
				return value.Int(x * y)
			}
		}
	} else if p.IsFloat() && q.IsFloat() {
		var r float64
		switch op {
		case '+':
			r = p.F() + q.F()
		case '-':
			r = p.F() - q.F()
		default:
			r = p.F() * q.F()
		}
		if r < exactBound && r > -exactBound {
			return value.Float(r)
		}
	}
	return slow(vm, p, q, o)
}

// exactBound is the size below which a whole float prints like the integer that perl would have computed.
const exactBound = 1e15

// operator returns the function of an operator under the pragmas in force.
func (c *compiler) operator(op string) binaryFn {
	if c.prag.integer {
		switch op {
		case "+", "-", "*", "/", "%", "<<", ">>":
			return integerOperator(op[0])
		case "&", "|", "^":
			if !c.prag.bitwise {
				return integerOperator(op[0])
			}
		case "<=>":
			return integerSpaceship
		}
	}
	var f func(a, b value.Value) value.Value
	if c.prag.bitwise {
		f = numericBitwise(op)
	}
	switch op {
	case "+":
		f = value.Add
	case "-":
		f = value.Sub
	case "*":
		f = value.Mul
	case "/":
		return divide
	case "%":
		return modulo
	case "**":
		f = value.Pow
	case "<<":
		f = value.ShiftLeft
	case ">>":
		f = value.ShiftRight
	case "&", "|", "^":
		if f == nil {
			f = eitherBitwise(op)
		}
	case "&.":
		f = value.StrBitAnd
	case "|.":
		f = value.StrBitOr
	case "^.":
		f = value.StrBitXor
	case ".":
		return concatenate
	case "x":
		return func(vm *VM, a, b value.Value, o *opInfo) value.Value {
			if v, ok := vm.overloadBinary(a, b, o); ok {
				return v
			}
			if o.at.warn && o.x != nil {
				vm.warnNumber(b, o.x.Right, o.name, o.at)
				if a.IsUndef() {
					vm.warnUninitialized(o.name, o.x.Left, o.at)
				}
			}
			return vm.repeatText(a, b, o.at)
		}
	case "<=>":
		return spaceship
	case "cmp":
		return stringCompare
	default:
		return compareOperator(op)
	}
	return func(vm *VM, a, b value.Value, o *opInfo) value.Value {
		if a, b, ok := vm.operands(a, b, o); ok {
			return f(a, b)
		} else {
			return a
		}
	}
}

// operands prepares the operands of an operator: it warns of undef and gives overloaded objects their say, in which case ok is
// false and the first result is the operator's.
func (vm *VM) operands(a, b value.Value, o *opInfo) (p, q value.Value, ok bool) {
	if a.Kind() >= value.KScalarRef || b.Kind() >= value.KScalarRef {
		if v, done := vm.overloadBinary(a, b, o); done {
			return v, v, false
		}
	}
	if o.at.warn {
		vm.checkOperands(a, b, o)
	}
	return a, b, true
}

func divide(vm *VM, a, b value.Value, o *opInfo) value.Value {
	a, b, ok := vm.operands(a, b, o)
	if !ok {
		return a
	}
	q, ok := value.Div(a, b)
	if !ok {
		panic(vm.dief(o.at, "Illegal division by zero"))
	}
	return q
}

func modulo(vm *VM, a, b value.Value, o *opInfo) value.Value {
	a, b, ok := vm.operands(a, b, o)
	if !ok {
		return a
	}
	m, ok := value.Mod(a, b)
	if !ok {
		panic(vm.dief(o.at, "Illegal modulus zero"))
	}
	return m
}

func integerOperator(op byte) binaryFn {
	return func(vm *VM, a, b value.Value, o *opInfo) value.Value {
		a, b, ok := vm.operands(a, b, o)
		if !ok {
			return a
		}
		v, ok := value.IntegerOp(op, a, b)
		if !ok {
			if op == '%' {
				panic(vm.dief(o.at, "Illegal modulus zero"))
			}
			panic(vm.dief(o.at, "Illegal division by zero"))
		}
		return v
	}
}

func concatenate(vm *VM, a, b value.Value, o *opInfo) value.Value {
	a, b, ok := vm.operands(a, b, o)
	if !ok {
		return a
	}
	return value.Concat(a, b)
}

func (c *compiler) concatInfo(x *tree.Binary) *opInfo {
	return &opInfo{op: ".", name: "concatenation (.) or string", at: c.site(x), x: x}
}

// concat compiles `.`; a chain of them is one string under construction.
func (c *compiler) concat(x *tree.Binary) evalFn {
	if f := c.lateConcat(x); f != nil {
		return f
	}
	a, b, o := c.scalar(x.Left), c.scalar(x.Right), c.concatInfo(x)
	return func(vm *VM, fr *Frame) value.Value {
		p := a(vm, fr)
		q := b(vm, fr)
		if p.Kind() == value.KStr && q.Kind() == value.KStr {
			return value.Str(p.S() + q.S())
		}
		return concatenate(vm, p, q, o)
	}
}

func (c *compiler) repeat(x *tree.Binary) evalFn {
	a, b := c.scalar(x.Left), c.scalar(x.Right)
	f, o, late := c.operator("x"), &opInfo{op: "x", name: "repeat (x)", at: c.site(x), x: x}, isLate(x.Left, x.Right)
	return func(vm *VM, fr *Frame) value.Value {
		p := a(vm, fr)
		q := b(vm, fr)
		if late {
			p = a(vm, fr)
		}
		if o.at.warn && q.ToFloat() < 0 {
			vm.warnIn(o.at, warnNumeric, "Negative repeat count does nothing")
		}
		return f(vm, p, q, o)
	}
}

const maxText = 1 << 31 // bytes in one string

func (vm *VM) repeatText(s, n value.Value, at *site) value.Value {
	count := n.ToInt()
	if count > 0 {
		n := int64(len(s.String()))
		if n > maxText/count {
			panic(vm.dief(at, "Out of memory in perl:repeatcpy"))
		}
		vm.Room(n * count)
	}
	return value.Repeat(s, count)
}

func (c *compiler) unary(x *tree.Unary) evalFn {
	if x.Op == "\\" {
		return c.referenceTo(x.X)
	}
	o := &opInfo{op: "neg", name: "negation (-)", at: c.site(x)}
	switch x.Op {
	case "!":
		if mayBeObject(x.X) {
			return c.negation(x)
		}
		cond := c.condition(x.X, true)
		return func(vm *VM, fr *Frame) value.Value { return value.Bool(cond(vm, fr)) }
	case "-":
		if b, ok := x.X.(*tree.Bareword); ok {
			return constant(value.Str("-" + b.Name))
		}
		f := c.scalar(x.X)
		if n, ok := x.X.(*tree.Num); ok {
			return constant(value.Neg(c.number(n)))
		}
		integer := c.prag.integer
		return func(vm *VM, fr *Frame) value.Value {
			v := f(vm, fr)
			if v.Kind() >= value.KScalarRef {
				if w, ok := vm.overloadUnary(v, o); ok {
					return w
				}
			}
			if o.at.warn {
				if v.IsUndef() {
					vm.warnUninitialized(o.name, x.X, o.at)
				} else if v.IsString() && !namesSomething(v.S()) {
					vm.warnNumber(v, x.X, o.name, o.at)
				}
			}
			if integer {
				return value.IntegerNeg(v)
			}
			return value.Neg(v)
		}
	case "~":
		f, integer, numeric := c.scalar(x.X), c.prag.integer, c.prag.bitwise
		if c.prag.warn {
			f = c.warnUndef(f, x.X, "1's complement (~)")
		}
		o := &opInfo{op: "~", name: "1's complement (~)", at: c.site(x)}
		return func(vm *VM, fr *Frame) value.Value {
			v := f(vm, fr)
			if w, ok := vm.overloadUnary(v, o); ok {
				return w
			}
			if integer {
				return value.IntegerNot(v)
			}
			if numeric {
				return value.NumBitNot(v)
			}
			return value.BitNot(v)
		}
	case "~.":
		f := c.scalar(x.X)
		return func(vm *VM, fr *Frame) value.Value { return value.StrBitNot(f(vm, fr)) }
	}
	return c.scalar(x.X)
}

// opName is how warnings call an operator.
func opName(op string) string {
	switch op {
	case "+":
		return "addition (+)"
	case "-":
		return "subtraction (-)"
	case "*":
		return "multiplication (*)"
	case "/":
		return "division (/)"
	case "%":
		return "modulus (%)"
	case "**":
		return "exponentiation (**)"
	case "==":
		return "numeric eq (==)"
	case "!=":
		return "numeric ne (!=)"
	case "<":
		return "numeric lt (<)"
	case ">":
		return "numeric gt (>)"
	case "<=":
		return "numeric le (<=)"
	case ">=":
		return "numeric ge (>=)"
	case "<=>":
		return "numeric comparison (<=>)"
	case "eq", "ne", "lt", "gt", "le", "ge":
		return "string " + op
	case "cmp":
		return "string comparison (cmp)"
	case ".":
		return "concatenation (.) or string"
	case "x":
		return "repeat (x)"
	case "<<":
		return "left bitshift (<<)"
	case ">>":
		return "right bitshift (>>)"
	case "&":
		return "bitwise and (&)"
	case "|":
		return "bitwise or (|)"
	case "^":
		return "bitwise xor (^)"
	}
	return op
}

// eitherBitwise works on text when both operands are text; numericBitwise, under the feature "bitwise", never does.
func eitherBitwise(op string) func(a, b value.Value) value.Value {
	switch op {
	case "&":
		return value.BitAnd
	case "|":
		return value.BitOr
	}
	return value.BitXor
}

func numericBitwise(op string) func(a, b value.Value) value.Value {
	switch op {
	case "&":
		return value.NumBitAnd
	case "|":
		return value.NumBitOr
	case "^":
		return value.NumBitXor
	}
	return nil
}
