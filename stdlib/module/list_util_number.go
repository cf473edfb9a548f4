package module

// This file defines List::Util: sums, extremes, chance, and values that occur once.

import (
	"math"
	"strconv"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
	"github.com/smrscript/smrscript/stdlib/perl"
)

func listNumberFunctions() []*runtime.Entry {
	fold := func(name, op, summary, doc string, empty value.Value) *runtime.Entry {
		return function(name+" LIST", summary, doc, func(c *runtime.Call) value.Value {
			if len(c.Args) == 0 {
				return empty
			}
			warnNumbers(c)
			args := append([]value.Value(nil), c.Args...)
			total := args[0]
			if total.Blessed() == nil {
				total = total.ToNum()
			}
			for _, v := range args[1:] {
				total = c.VM.Operate(op, total, v)
			}
			if total.Kind() == value.KUint {
				return value.Float(total.ToFloat()) // sums are signed integers or floats
			}
			return total
		})
	}
	extreme := func(name, op, summary, doc string, sign int64) *runtime.Entry {
		return function(name+" LIST", summary, doc, func(c *runtime.Call) value.Value {
			if op == "<=>" {
				warnNumbers(c)
			}
			args := append([]value.Value(nil), c.Args...)
			best := value.Undef
			for i, v := range args {
				if i == 0 || c.VM.Operate(op, v, best).ToInt()*sign > 0 {
					best = v
				}
			}
			return best
		})
	}
	return []*runtime.Entry{
		fold("sum", "+", "sum of numbers", "The sum, undef for an empty list.\n\n    use List::Util \"sum\";\n    say sum 1 .. 4;   #> 10\n", value.Undef),
		fold("sum0", "+", "sum of numbers, 0 for none", "The sum, 0 for an empty list.\n\n    use List::Util \"sum0\";\n    say sum0();   #> 0\n", value.Int(0)),
		fold("product", "*", "product of numbers", "The product, 1 for an empty list.\n\n    use List::Util \"product\";\n    say product 1 .. 5;   #> 120\n", value.Int(1)),
		extreme("max", "<=>", "largest number", "The largest number, undef for an empty list.\n\n    use List::Util \"max\";\n    say max 3, 9, 4;   #> 9\n", 1),
		extreme("min", "<=>", "smallest number", "The smallest number, undef for an empty list.\n\n    use List::Util \"min\";\n    say min 3, 9, 4;   #> 3\n", -1),
		extreme("maxstr", "cmp", "last text in order", "The text that sorts last.\n\n    use List::Util \"maxstr\";\n    say maxstr \"pear\", \"apple\";   #> pear\n", 1),
		extreme("minstr", "cmp", "first text in order", "The text that sorts first.\n\n    use List::Util \"minstr\";\n    say minstr \"pear\", \"apple\";   #> apple\n", -1),
		function("shuffle LIST", "a list in random order", `The values in random order, decided by rand's generator.

    use List::Util qw(shuffle sum);
    say sum shuffle 1 .. 10;   #> 55
`, shuffle),
		function("sample COUNT,LIST", "random values of a list", `COUNT values of the list, chosen at random.

    use List::Util "sample";
    say scalar(my @s = sample 2, 1 .. 10);   #> 2
`, sample),
		unique("uniq", "values that differ as text", "say join \" \", uniq qw(a b a);   #> a b", textKey),
		unique("uniqstr", "values that differ as text", "say join \" \", uniqstr qw(a b a);   #> a b", func(v value.Value) (string, value.Value) { return v.ToStr().UTF8(), v }),
		unique("uniqnum", "values that differ as numbers", "say join \" \", uniqnum 1, \"1.0\", 2;   #> 1 2", numberKey),
		unique("uniqint", "values that differ as integers", "say join \" \", uniqint 1, 1.5, 2;   #> 1 2", func(v value.Value) (string, value.Value) {
			n := value.Truncate(v.ToNum())
			return n.String(), n
		}),
	}
}

// warnNumbers warns of arguments that are no numbers.
func warnNumbers(c *runtime.Call) {
	if !c.Warns() {
		return
	}
	for _, v := range c.Args {
		warnNumber(c, v)
	}
}

func warnNumber(c *runtime.Call, v value.Value) {
	switch {
	case !v.Defined():
		c.Warn("Use of uninitialized value in subroutine entry")
	case v.IsString() && !v.LooksLikeNumber():
		c.Warn("Argument %s isn't numeric in subroutine entry", doubleQuoted(v, true))
	}
}

func shuffle(c *runtime.Call) value.Value {
	list := append([]value.Value(nil), c.Args...)
	for n := len(list); n > 1; n-- {
		i := int(perl.Random(c.VM) * float64(n))
		list[i], list[n-1] = list[n-1], list[i]
	}
	if c.Want != runtime.WantList {
		return value.Int(int64(len(list)))
	}
	return c.Return(list...)
}

func sample(c *runtime.Call) value.Value {
	list := items(c)
	n := min(int(c.Arg(0).ToInt()), len(list))
	for i := 0; i < n; i++ {
		j := i + int(perl.Random(c.VM)*float64(len(list)-i))
		list[i], list[j] = list[j], list[i]
	}
	return c.Return(list[:max(n, 0)]...)
}

// textKey tells undef from the empty text.
func textKey(v value.Value) (string, value.Value) {
	if !v.Defined() {
		return "u", v
	}
	return "d" + v.ToStr().UTF8(), v
}

// numberKey is the same for numbers that are equal.
func numberKey(v value.Value) (string, value.Value) {
	n := v.ToNum()
	if n.IsFloat() {
		if f := n.F(); f == math.Trunc(f) && math.Abs(f) < 1<<63 {
			return strconv.FormatInt(int64(f), 10), v
		}
		return strconv.FormatFloat(n.F(), 'g', -1, 64), v
	}
	return n.String(), v
}

// unique makes uniq and its kin: key gives what must differ, and the value to return.
func unique(name, summary, example string, key func(v value.Value) (string, value.Value)) *runtime.Entry {
	return function(name+" LIST", summary, "The first of each group of equal values; in scalar context how many groups.\n\n    use List::Util \""+name+"\";\n    "+example+"\n", func(c *runtime.Call) value.Value {
		seen := make(map[string]struct{}, len(c.Args))
		var out []value.Value
		for _, v := range append([]value.Value(nil), c.Args...) {
			if c.Warns() && (name == "uniqnum" || name == "uniqint" || !v.Defined() && name == "uniqstr") {
				warnNumber(c, v)
			}
			if !v.Defined() && name != "uniq" {
				v = map[bool]value.Value{true: value.Str(""), false: value.Int(0)}[name == "uniqstr"]
			}
			k, v := key(v)
			if _, dup := seen[k]; !dup {
				seen[k] = struct{}{}
				out = append(out, v)
			}
		}
		if c.Want != runtime.WantList {
			return value.Int(int64(len(out)))
		}
		return c.Return(out...)
	})
}
