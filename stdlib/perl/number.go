package perl

// This file defines the arithmetic functions.

import (
	"math"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/elementary"
	"github.com/smrscript/smrscript/runtime/value"
)

func numberEntries() []*runtime.Entry {
	return []*runtime.Entry{
		pure("abs", "VALUE", "absolute value", "Returns the number without its sign.\n\n    say abs -3;   #> 3\n",
			overloaded("abs", func(_ *runtime.VM, v value.Value) value.Value { return value.Abs(v) })),
		pure("int", "EXPR", "integer part", "Cuts the fraction off, towards zero.\n\n    say int -3.7;   #> -3\n",
			overloaded("int", func(_ *runtime.VM, v value.Value) value.Value { return value.Truncate(v) })),
		pure("sqrt", "EXPR", "square root", "Dies of a negative number.\n\n    say sqrt 16;   #> 4\n", overloaded("sqrt", sqrt)),
		pure("sin", "EXPR", "sine", "Takes radians.\n\n    say sin 0;   #> 0\n", overloaded("sin", float(elementary.Sin))),
		pure("cos", "EXPR", "cosine", "Takes radians.\n\n    say cos 0;   #> 1\n", overloaded("cos", float(elementary.Cos))),
		pure("exp", "EXPR", "e to a power", "Returns e raised to the operand.\n\n    say exp 0;   #> 1\n", overloaded("exp", float(elementary.Exp))),
		pure("log", "EXPR", "natural logarithm", "Dies of zero and of negative numbers.\n\n    say log 1;   #> 0\n", overloaded("log", logarithm)),
		{Usage: "atan2 Y,X", Summary: "arc tangent of Y/X", Doc: "The angle of the point (X, Y), in radians from -pi to pi.\n\n    printf \"%.4f\\n\", atan2(1, 1) * 4;   #> 3.1416\n",
			Fn2: func(vm *runtime.VM, y, x value.Value) value.Value {
				if v, ok := vm.OverloadBinary("atan2", y, x); ok {
					return v
				}
				return value.Float(elementary.Atan2(y.ToFloat(), x.ToFloat()))
			}},
		pure("hex", "EXPR", "number of a hexadecimal text", "Reads hexadecimal digits, 0x in front or not.\n\n    say hex \"ff\";   #> 255\n",
			func(vm *runtime.VM, v value.Value) value.Value { return radix(vm, "hex", v, value.HexChecked) }),
		pure("oct", "EXPR", "number of an octal text", "Reads octal digits, or what a prefix 0x, 0b or 0o announces.\n\n    say oct \"755\";    #> 493\n    say oct \"0b101\";  #> 5\n",
			func(vm *runtime.VM, v value.Value) value.Value { return radix(vm, "oct", v, value.OctChecked) }),
	}
}

// overloaded lets objects compute a function themselves.
func overloaded(op string, f func(vm *runtime.VM, v value.Value) value.Value) func(vm *runtime.VM, v value.Value) value.Value {
	return func(vm *runtime.VM, v value.Value) value.Value {
		if v.Blessed() != nil {
			if r, ok := vm.OperateUnary(op, v); ok {
				return r
			}
		}
		return f(vm, v)
	}
}

func float(f func(float64) float64) func(*runtime.VM, value.Value) value.Value {
	return func(_ *runtime.VM, v value.Value) value.Value { return value.Float(f(v.ToFloat())) }
}

func sqrt(vm *runtime.VM, v value.Value) value.Value {
	f := v.ToFloat()
	if f < 0 {
		vm.Die("Can't take sqrt of %s", value.Float(f))
	}
	return value.Float(math.Sqrt(f))
}

func logarithm(vm *runtime.VM, v value.Value) value.Value {
	f := v.ToFloat()
	if f <= 0 {
		vm.Die("Can't take log of %s", value.Float(f))
	}
	return value.Float(elementary.Log(f))
}

// radix reads the number of a text and warns as perl does.
func radix(vm *runtime.VM, name string, v value.Value, read func(v value.Value) (value.Value, value.RadixProblem)) value.Value {
	if value.HasWide(v) {
		vm.Die("Wide character in %s", name)
	}
	n, problem := read(v)
	if problem.Digit != 0 {
		switch problem.Base {
		case 16:
			vm.WarnIn("digit", "Illegal hexadecimal digit '%c' ignored", problem.Digit)
		case 2:
			vm.WarnIn("digit", "Illegal binary digit '%c' ignored", problem.Digit)
		default:
			if problem.Digit == '8' || problem.Digit == '9' {
				vm.WarnIn("digit", "Illegal octal digit '%c' ignored", problem.Digit)
			}
		}
	}
	if problem.Overflow {
		names := map[int]string{2: "binary", 8: "octal", 16: "hexadecimal"}
		vm.WarnIn("overflow", "Integer overflow in %s number", names[problem.Base])
	}
	if n.ToFloat() > math.MaxUint32 {
		switch problem.Base {
		case 2:
			vm.WarnIn("portable", "Binary number > 0b11111111111111111111111111111111 non-portable")
		case 8:
			vm.WarnIn("portable", "Octal number > 037777777777 non-portable")
		default:
			vm.WarnIn("portable", "Hexadecimal number > 0xffffffff non-portable")
		}
	}
	return n
}
