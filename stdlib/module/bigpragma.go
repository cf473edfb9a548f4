package module

// This file defines bigint, bignum, bigfloat and bigrat: the numbers in the text become objects. The parser hands each of them to the
// function _number of the module in force.

import (
	"math/big"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// numberPragma makes the functions of one of the modules.
func numberPragma(module string) []*runtime.Entry {
	number := func(vm *runtime.VM, text string) value.Value { return literalNumber(vm, module, text) }
	doc := func(example string) string {
		return "Part of " + module + ".\n\n    use " + module + ";\n    say " + example + "\n"
	}
	out := []*runtime.Entry{
		{Usage: "_number TEXT", Summary: "object of a number in the text", Doc: doc("2 ** 70;   #> 1180591620717411303424"), Fn1: func(vm *runtime.VM, v value.Value) value.Value { return number(vm, v.String()) }},
		{Usage: "inf", Summary: "infinity", Doc: doc("inf;   #> inf"), Default: true, Fn0: func(vm *runtime.VM) value.Value { return number(vm, "inf") }},
		{Usage: "NaN", Summary: "not a number", Doc: doc("NaN;   #> NaN"), Default: true, Fn0: func(vm *runtime.VM) value.Value { return number(vm, "NaN") }},
	}
	for name, prefix := range map[string]string{"hex": "0x", "oct": ""} {
		out = append(out, function(name+" EXPR\n"+name, "number of a text", doc(name+"(10) > 5 ? \"yes\" : \"no\";   #> yes"), func(c *runtime.Call) value.Value {
			v := c.VM.Topic()
			if len(c.Args) > 0 {
				v = c.Args[0]
			}
			return number(c.VM, radixText(v.String(), prefix))
		}))
		out[len(out)-1].Default = true
	}
	for name, f := range map[string]func(c *runtime.Call) *decimal{
		"PI":  func(*runtime.Call) *decimal { return pi(divScale) },
		"bpi": func(c *runtime.Call) *decimal { return pi(scaleOf(c, 0)) },
		"e":   func(*runtime.Call) *decimal { return exponential(small(1), divScale) },
		"bexp": func(c *runtime.Call) *decimal {
			return exponential(toDecimal(c.Arg(0)), scaleOf(c, 1))
		},
	} {
		usage := name + " LIST"
		if name == "PI" || name == "e" {
			usage = name
		}
		out = append(out, function(usage, "a constant of mathematics", "Part of "+module+".\n\n    use "+module+" \""+name+"\";\n    say "+name+"(1) > 0 ? \"yes\" : \"no\";   #> yes\n", func(c *runtime.Call) value.Value {
			d := f(c)
			if module == "bigint" {
				return newBig(c.VM, d.integer(), bigIntClass)
			}
			return newFloat(c.VM, d, bigFloatClass)
		}))
		if name == "PI" || name == "e" {
			out[len(out)-1].Doc = strings.Replace(out[len(out)-1].Doc, "(1)", "", 1)
		}
	}
	return out
}

// importNumbers imports the functions of one of the modules; other words of its list are options, which change nothing here.
func importNumbers(module string) func(vm *runtime.VM, pkg string, args []value.Value) error {
	return func(vm *runtime.VM, pkg string, args []value.Value) error {
		names := []string{"inf", "NaN", "hex", "oct"}
		for _, a := range args {
			switch name := a.String(); name {
			case "PI", "e", "bpi", "bexp":
				names = append(names, name)
			}
		}
		return vm.ImportNames(module, pkg, names)
	}
}

// radixText writes what hex or oct are given so that it reads as a number of that base.
func radixText(s, prefix string) string {
	s = strings.TrimSpace(s)
	lower := strings.ToLower(s)
	switch {
	case prefix == "0x":
		return "0x" + strings.TrimPrefix(strings.TrimPrefix(lower, "0"), "x")
	case strings.HasPrefix(lower, "0x"), strings.HasPrefix(lower, "0b"), strings.HasPrefix(lower, "0o"):
		return s
	case strings.HasPrefix(lower, "x"), strings.HasPrefix(lower, "b"), strings.HasPrefix(lower, "o"):
		return "0" + s
	}
	return "0o" + s
}

type upgradeKey struct{}

// setupNumberPragma loads the classes; upgrade lets integers become decimals where they must, and back.
func setupNumberPragma(upgrade bool) func(vm *runtime.VM) {
	return func(vm *runtime.VM) {
		for _, m := range []string{bigIntClass, bigFloatClass, bigRatClass} {
			vm.Load(m)
		}
		if upgrade {
			*upgradeState(vm) = true
		}
	}
}

func upgradeState(vm *runtime.VM) *bool {
	return vm.Local(upgradeKey{}, func() any { return new(bool) }).(*bool)
}

func upgrading(vm *runtime.VM) bool { return *upgradeState(vm) }

// upgrades tells whether an operand is no integer.
func upgrades(v value.Value) bool {
	if bigOf(v) != nil || v.IsInt() {
		return false
	}
	d := toDecimal(v)
	return d.kind == 0 && !d.isInteger()
}

// leavesIntegers tells whether the exact result of an operator on integers is none.
func leavesIntegers(op string, a, b *bigNumber) bool {
	if a.kind != 0 || b.kind != 0 {
		return false
	}
	switch op {
	case "/":
		return b.n.Sign() != 0 && new(big.Int).Rem(&a.n, &b.n).Sign() != 0
	case "**":
		return b.n.Sign() < 0
	}
	return false
}

// downgraded is the object of a decimal, an integer one where bignum is in force and it is one.
func downgraded(vm *runtime.VM, d *decimal, class string) value.Value {
	if upgrading(vm) && d.kind == 0 && d.isInteger() {
		return newBig(vm, d.integer(), bigIntClass)
	}
	return newFloat(vm, d, class)
}

// bigSeries computes a function of an integer: its integer part, or all of it under bignum.
func bigSeries(c *runtime.Call, f func(x *decimal, scale int) *decimal) value.Value {
	d := f(selfDecimal(c), scaleOf(c, 9))
	if upgrading(c.VM) {
		return downgraded(c.VM, d, bigFloatClass)
	}
	return newBig(c.VM, d.integer(), classOf(c, bigIntClass))
}

// literalNumber makes the object of a number as it stands in the text.
func literalNumber(vm *runtime.VM, module, text string) value.Value {
	text = strings.ReplaceAll(text, "_", "")
	if len(text) > 1 && text[0] == '0' && text[1]-'0' < 10 {
		text = "0o" + text[1:]
	}
	var d *decimal
	if lower := strings.ToLower(text); strings.HasPrefix(lower, "0x") && strings.Contains(lower, "p") {
		d = toDecimal(value.Str(text).ToNum())
	} else {
		d = parseDecimal(text)
	}
	switch module {
	case "bigint":
		return newBig(vm, d.integer(), bigIntClass)
	case "bigrat":
		return newRat(vm, decimalRat(d), bigRatClass)
	case "bignum":
		return downgradedLiteral(vm, d)
	}
	return newFloat(vm, d, bigFloatClass)
}

func downgradedLiteral(vm *runtime.VM, d *decimal) value.Value {
	if d.kind != 0 || d.isInteger() {
		return newBig(vm, d.integer(), bigIntClass)
	}
	return newFloat(vm, d, bigFloatClass)
}
