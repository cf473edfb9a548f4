package module

// This file defines List::Util: the functions that take a block.

import (
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func listUtil() []*runtime.Entry {
	return append(listBlockFunctions(), append(listNumberFunctions(), listShapeFunctions()...)...)
}

func listBlockFunctions() []*runtime.Entry {
	return []*runtime.Entry{
		function("reduce BLOCK LIST", "fold a list", `Calls the block with $a the result so far and $b the next value; undef for an empty list.

    use List::Util "reduce";
    say reduce { $a * $b } 1 .. 5;   #> 120
`, func(c *runtime.Call) value.Value {
			list := reductions(c)
			if len(list) == 0 {
				return value.Undef
			}
			return list[len(list)-1]
		}),
		function("reductions BLOCK LIST", "fold a list, step by step", `As reduce, but returns every result on the way.

    use List::Util "reductions";
    say join " ", reductions { $a + $b } 1 .. 4;   #> 1 3 6 10
`, func(c *runtime.Call) value.Value {
			list := reductions(c)
			if c.Want != runtime.WantList {
				return value.Int(int64(len(list)))
			}
			return c.Return(list...)
		}),
		topics("first BLOCK LIST", "first value that passes a test", `The first value for which the block is true, undef if there is none.

    use List::Util "first";
    say first { $_ > 2 } 1 .. 5;   #> 3
`, func(c *runtime.Call) value.Value {
			result := value.Undef
			c.VM.EachTopic(items(c), func(v value.Value) bool {
				if blockTruth(c) {
					result = v
					return false
				}
				return true
			})
			return result
		}),
		quantifier("any", "ask whether a value passes a test", true, true, "say((any { $_ == 2 } 1, 2, 3) ? \"yes\" : \"no\");   #> yes"),
		quantifier("all", "ask whether every value passes a test", false, false, "say((all { $_ > 0 } 1, 2, 3) ? \"yes\" : \"no\");   #> yes"),
		quantifier("none", "ask whether no value passes a test", true, false, "say((none { $_ > 5 } 1, 2, 3) ? \"yes\" : \"no\");   #> yes"),
		quantifier("notall", "ask whether a value fails a test", false, true, "say((notall { $_ > 1 } 1, 2, 3) ? \"yes\" : \"no\");   #> yes"),
		function("pairmap BLOCK KVLIST", "compute a list from pairs", `Calls the block in list context with $a and $b set to each pair.

    use List::Util "pairmap";
    say join " ", pairmap { "$a-$b" } x => 1, y => 2;   #> x-1 y-2
`, pairmap),
		function("pairgrep BLOCK KVLIST", "select pairs", `The pairs for which the block is true with $a and $b set to them; in scalar context how many.

    use List::Util "pairgrep";
    say join " ", pairgrep { $b > 1 } x => 1, y => 2;   #> y 2
`, func(c *runtime.Call) value.Value { return pairgrep(c, false) }),
		function("pairfirst BLOCK KVLIST", "first pair that passes a test", `The first pair for which the block is true.

    use List::Util "pairfirst";
    say join " ", pairfirst { $b > 1 } x => 1, y => 2, z => 3;   #> y 2
`, func(c *runtime.Call) value.Value { return pairgrep(c, true) }),
	}
}

// topics makes an entry of a function whose block may change the operands through $_.
func topics(usage, summary, doc string, f runtime.Native) *runtime.Entry {
	e := function(usage, summary, doc, f)
	e.Topics = true
	return e
}

// block returns the code that the call begins with; anything else ends the call.
func block(c *runtime.Call) *value.Code {
	if v := c.Arg(0); v.Kind() == value.KCodeRef {
		return v.Code()
	}
	c.Die("Not a subroutine reference")
	return nil
}

// items are the arguments after the block.
func items(c *runtime.Call) []value.Value {
	return c.Args[min(1, len(c.Args)):]
}

// blockTruth calls the block and tells whether it gave true.
func blockTruth(c *runtime.Call) bool { return c.Run(block(c)).Truth() }

func reductions(c *runtime.Call) []value.Value {
	code, list := block(c), items(c)
	if len(list) == 0 {
		return nil
	}
	out := make([]value.Value, 1, len(list))
	out[0] = list[0]
	c.VM.WithPair(code, func(set func(a, b value.Value)) {
		for _, v := range list[1:] {
			set(out[len(out)-1], v)
			out = append(out, c.Run(code))
		}
	})
	return out
}

// quantifier makes any and its kin: the search ends at the first value whose truth is stop, with the given result.
func quantifier(name, summary string, stop, result bool, example string) *runtime.Entry {
	return topics(name+" BLOCK LIST", summary, "Stops at the first value that decides.\n\n    use List::Util \""+name+"\";\n    "+example+"\n", func(c *runtime.Call) value.Value {
		found := !result
		c.VM.EachTopic(items(c), func(value.Value) bool {
			if blockTruth(c) == stop {
				found = result
				return false
			}
			return true
		})
		return value.Bool(found)
	})
}

// pairsOf runs f with $a and $b set to each pair in turn, until it returns false.
func pairsOf(c *runtime.Call, f func(code *value.Code, a, b value.Value) bool) {
	code, list := block(c), items(c)
	if len(list)%2 != 0 && c.Warns() {
		c.Warn("Odd number of elements in %s", c.Name())
	}
	c.VM.WithPair(code, func(set func(a, b value.Value)) {
		for i := 0; i < len(list); i += 2 {
			second := value.Undef
			if i+1 < len(list) {
				second = list[i+1]
			}
			set(list[i], second)
			if !f(code, list[i], second) {
				return
			}
		}
	})
}

func pairmap(c *runtime.Call) value.Value {
	var out []value.Value
	pairsOf(c, func(code *value.Code, _, _ value.Value) bool {
		out = append(out, c.RunList(code)...)
		return true
	})
	if c.Want != runtime.WantList {
		return value.Int(int64(len(out)))
	}
	return c.Return(out...)
}

func pairgrep(c *runtime.Call, one bool) value.Value {
	var out []value.Value
	pairsOf(c, func(code *value.Code, a, b value.Value) bool {
		if c.Run(code).Truth() {
			out = append(out, a, b)
			return !one
		}
		return true
	})
	switch {
	case c.Want == runtime.WantList:
		return c.Return(out...)
	case one && len(out) == 0:
		return value.Undef
	case one:
		return value.Bool(true)
	}
	return value.Int(int64(len(out) / 2))
}
