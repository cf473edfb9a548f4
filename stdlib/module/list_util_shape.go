package module

// This file defines List::Util: parts of lists, pairs, lists side by side.

import (
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func listShapeFunctions() []*runtime.Entry {
	return []*runtime.Entry{
		function("head COUNT,LIST", "first values of a list", `The first COUNT values; a negative count leaves that many out at the end.

    use List::Util "head";
    say join " ", head 2, 1 .. 5;   #> 1 2
`, func(c *runtime.Call) value.Value {
			list, n := items(c), int(c.Arg(0).ToInt())
			if n < 0 {
				n = max(0, len(list)+n)
			}
			return c.Return(list[:min(n, len(list))]...)
		}),
		function("tail COUNT,LIST", "last values of a list", `The last COUNT values; a negative count leaves that many out at the start.

    use List::Util "tail";
    say join " ", tail 2, 1 .. 5;   #> 4 5
`, func(c *runtime.Call) value.Value {
			list, n := items(c), int(c.Arg(0).ToInt())
			if n < 0 {
				n = max(0, len(list)+n)
			}
			return c.Return(list[len(list)-min(n, len(list)):]...)
		}),
		function("pairs KVLIST", "list of pairs", `An array reference for each pair, with methods key and value.

    use List::Util "pairs";
    say join " ", map { $_->key . $_->value } pairs a => 1, b => 2;   #> a1 b2
`, pairs),
		function("unpairs LIST", "flat list of pairs", `The first two elements of each array reference.

    use List::Util "unpairs";
    say join " ", unpairs ["a", 1], ["b", 2];   #> a 1 b 2
`, func(c *runtime.Call) value.Value {
			var out []value.Value
			for _, v := range append([]value.Value(nil), c.Args...) {
				if v.Kind() == value.KArrayRef {
					out = append(out, v.Array().Get(0), v.Array().Get(1))
				}
			}
			return c.Return(out...)
		}),
		function("pairkeys KVLIST", "first of each pair", "Every second value, from the first on.\n\n    use List::Util \"pairkeys\";\n    say join \" \", pairkeys a => 1, b => 2;   #> a b\n",
			func(c *runtime.Call) value.Value { return everySecond(c, 0) }),
		function("pairvalues KVLIST", "second of each pair", "Every second value, from the second on.\n\n    use List::Util \"pairvalues\";\n    say join \" \", pairvalues a => 1, b => 2;   #> 1 2\n",
			func(c *runtime.Call) value.Value { return everySecond(c, 1) }),
		sideBySide("zip", true, false), sideBySide("zip_longest", true, false), sideBySide("zip_shortest", true, true),
		sideBySide("mesh", false, false), sideBySide("mesh_longest", false, false), sideBySide("mesh_shortest", false, true),
	}
}

func pairs(c *runtime.Call) value.Value {
	list := append([]value.Value(nil), c.Args...)
	if len(list)%2 != 0 && c.Warns() {
		c.Warn("Odd number of elements in pairs")
	}
	class := c.VM.Package("List::Util::_Pair").Class
	var out []value.Value
	for i := 0; i < len(list); i += 2 {
		pair := []value.Value{list[i], value.Undef}
		if i+1 < len(list) {
			pair[1] = list[i+1]
		}
		ref := value.RefArray(value.NewArray(pair))
		ref.Bless(class)
		out = append(out, ref)
	}
	if c.Want != runtime.WantList {
		return value.Int(int64(len(out)))
	}
	return c.Return(out...)
}

func everySecond(c *runtime.Call, from int) value.Value {
	list := append([]value.Value(nil), c.Args...)
	if len(list)%2 != 0 && c.Warns() {
		c.Warn("Odd number of elements in pair%s", [...]string{"keys", "values"}[from])
	}
	var out []value.Value
	for i := from; i < len(list)+from*(len(list)%2); i += 2 {
		if i < len(list) {
			out = append(out, list[i])
		} else {
			out = append(out, value.Undef)
		}
	}
	return c.Return(out...)
}

// sideBySide makes zip (one array reference per row) and mesh (all rows in one list).
func sideBySide(name string, rows, shortest bool) *runtime.Entry {
	example := "say join \" \", map { \"@$_\" } " + name + " [1, 2], [\"a\", \"b\"];   #> 1 a 2 b"
	if !rows {
		example = "say join \" \", " + name + " [1, 2], [\"a\", \"b\"];   #> 1 a 2 b"
	}
	return function(name+" LIST", "lists side by side", "Takes the first elements of all arrays, then the second ones, and so on.\n\n    use List::Util \""+name+"\";\n    "+example+"\n", func(c *runtime.Call) value.Value {
		args := append([]value.Value(nil), c.Args...)
		n := -1
		for _, v := range args {
			if v.Kind() != value.KArrayRef {
				c.Die("Expected an ARRAY reference to zip")
			}
			if l := v.Array().Len(); n < 0 || shortest && l < n || !shortest && l > n {
				n = l
			}
		}
		var out []value.Value
		for i := 0; i < n; i++ {
			row := make([]value.Value, len(args))
			for j, v := range args {
				row[j] = v.Array().Get(int64(i))
			}
			if rows {
				out = append(out, value.RefArray(value.NewArray(row)))
			} else {
				out = append(out, row...)
			}
		}
		return c.Return(out...)
	})
}

// setupListUtil defines the class of what pairs returns.
func setupListUtil(vm *runtime.VM) {
	for i, name := range []string{"key", "value"} {
		vm.Define("List::Util::_Pair::"+name, func(c *runtime.Call) value.Value {
			if v := c.Arg(0); v.Kind() == value.KArrayRef {
				return v.Array().Get(int64(i))
			}
			return value.Undef
		})
	}
}
