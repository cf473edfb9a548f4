package module

// This file defines mro: the order in which classes are searched for methods.

import (
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func mroEntries() []*runtime.Entry {
	return []*runtime.Entry{
		function("get_linear_isa LIST", "classes that methods are looked for in", `A reference to the list, the class first. A second operand asks for the order "dfs" or "c3" instead of that of the class.

    @B::ISA = ("A");
    say join " ", @{mro::get_linear_isa("B")};   #> B A
`, func(c *runtime.Call) value.Value {
			return value.RefArray(value.NewArray(c.Ancestry(c.Arg(0).String(), c.Arg(1).String())))
		}),
		function("set_mro CLASS,KIND", "set the order of classes", `"dfs" searches depth first; "c3" searches every class before its parents.

    mro::set_mro("main", "c3");
    say mro::get_mro("main");   #> c3
`, func(c *runtime.Call) value.Value {
			c.SetOrder(c.Arg(0).String(), c.Arg(1).String())
			return c.Nothing()
		}),
		function("get_mro CLASS", "order of classes", `"dfs" or "c3".

    say mro::get_mro("main");   #> dfs
`, func(c *runtime.Call) value.Value { return value.Str(c.VM.Order(c.Arg(0).String())) }),
		function("get_isarev CLASS", "classes that inherit from one", `A reference to the list, in no order.

    @B::ISA = ("A");
    say "@{mro::get_isarev('A')}";   #> B
`, func(c *runtime.Call) value.Value {
			return value.RefArray(value.NewArray(c.VM.Descendants(c.Arg(0).String())))
		}),
		function("is_universal CLASS", "ask for UNIVERSAL and its parents", `True for a class that all others inherit from.

    say mro::is_universal("UNIVERSAL") ? "yes" : "no";   #> yes
`, func(c *runtime.Call) value.Value {
			name := c.Arg(0).String()
			return value.Bool(name == "UNIVERSAL" || c.VM.Isa("UNIVERSAL", name))
		}),
		function("invalidate_all_method_caches", "forget which methods were found", `Not needed: changes are noticed.

    mro::invalidate_all_method_caches();
`, forgetMethods),
		function("method_changed_in CLASS", "forget which methods were found", `Not needed: changes are noticed.

    mro::method_changed_in("main");
`, forgetMethods),
		function("get_pkg_gen CLASS", "count changes of a class", `A number that grows when methods change, 0 for a class that does not exist.

    say mro::get_pkg_gen("main") > 0 ? "yes" : "no";   #> yes
`, func(c *runtime.Call) value.Value {
			if !c.VM.HasPackage(c.Arg(0).String()) {
				return value.Int(0)
			}
			return value.Int(int64(c.VM.Generation() + 1))
		}),
	}
}

func forgetMethods(c *runtime.Call) value.Value {
	c.VM.SubsChanged()
	return c.Nothing()
}
