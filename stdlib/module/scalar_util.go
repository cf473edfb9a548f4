package module

// This file defines Scalar::Util.

import (
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func scalarUtil() []*runtime.Entry {
	one := func(name, summary, doc string, f func(v value.Value) value.Value) *runtime.Entry {
		return &runtime.Entry{Usage: name + " EXPR", Summary: summary, Doc: doc, Fn1: func(_ *runtime.VM, v value.Value) value.Value { return f(v) }}
	}
	return []*runtime.Entry{
		one("blessed", "class of an object", "The class, undef if the value is no object.\n\n    use Scalar::Util \"blessed\";\n    say blessed(bless {}, \"Thing\");   #> Thing\n", func(v value.Value) value.Value {
			if cl := v.Blessed(); cl != nil {
				return value.Str(cl.Name)
			}
			if v.Kind() == value.KRegexRef {
				return value.Str("Regexp")
			}
			return value.Undef
		}),
		one("reftype", "type of what a reference points to", "As ref, but without regard to classes; undef for no reference.\n\n    use Scalar::Util \"reftype\";\n    say reftype(bless [], \"Thing\");   #> ARRAY\n", func(v value.Value) value.Value {
			if !v.IsRef() {
				return value.Undef
			}
			if v.Kind() == value.KRegexRef {
				return value.Str("REGEXP")
			}
			return value.Str(v.RefType())
		}),
		one("looks_like_number", "ask whether text is a number", "True for numbers and for text that is one as a whole.\n\n    use Scalar::Util \"looks_like_number\";\n    say looks_like_number(\"1e3\") ? \"yes\" : \"no\";   #> yes\n", func(v value.Value) value.Value {
			return value.Bool(v.Defined() && v.LooksLikeNumber())
		}),
		one("refaddr", "address of a reference", "A number that tells things apart, undef for no reference.\n\n    use Scalar::Util \"refaddr\";\n    my $r = [];\n    say refaddr($r) == refaddr($r) ? \"same\" : \"other\";   #> same\n", func(v value.Value) value.Value {
			if !v.IsRef() {
				return value.Undef
			}
			return value.Uint(uint64(v.Addr()))
		}),
		one("isdual", "ask for a dual value", "True for a value whose number and text are independent.\n\n    use Scalar::Util qw(dualvar isdual);\n    say isdual(dualvar 1, \"x\") ? \"yes\" : \"no\";   #> yes\n", func(v value.Value) value.Value {
			return value.Bool(v.Kind() == value.KBox)
		}),
		one("isvstring", "ask for a version string", "False: version strings are ordinary text here.\n\n    use Scalar::Util \"isvstring\";\n    say isvstring(\"x\") ? \"yes\" : \"no\";   #> no\n", func(value.Value) value.Value { return value.No }),
		one("tainted", "ask for data from outside", "False: nothing is tainted here.\n\n    use Scalar::Util \"tainted\";\n    say tainted($0) ? \"yes\" : \"no\";   #> no\n", func(value.Value) value.Value { return value.No }),
		{Usage: "dualvar NUM,STRING", Summary: "value with a number and a text", Doc: "The number and the text are independent, as in $!.\n\n    use Scalar::Util \"dualvar\";\n    my $d = dualvar 5, \"five\";\n    say $d + 1, \" $d\";   #> 6 five\n",
			Fn2: func(vm *runtime.VM, n, s value.Value) value.Value {
				if n.IsString() && !n.LooksLikeNumber() {
					vm.Warn("Argument %s isn't numeric in subroutine entry", doubleQuoted(n, true))
				}
				return value.NewBox(&value.Dual{Num: n.ToNum(), Str: s.ToStr()})
			}},
		function("weaken SCALAR", "make a reference weak", "Does nothing: what nothing refers to any more is freed here even if it refers to itself.\n\n    use Scalar::Util \"weaken\";\n    my $r = {};\n    weaken $r;\n    say ref $r;   #> HASH\n",
			func(c *runtime.Call) value.Value {
				if cell := c.Arg(0); cell.Kind() == value.KScalarRef && !cell.Cell().Get().IsRef() {
					c.Die("Can't weaken a nonreference")
				}
				return value.Undef
			}),
		function("unweaken SCALAR", "make a reference strong", "Does nothing, as weaken.\n\n    use Scalar::Util \"unweaken\";\n    my $r = {};\n    unweaken $r;\n    say ref $r;   #> HASH\n", func(*runtime.Call) value.Value { return value.Undef }),
		function("isweak SCALAR", "ask for a weak reference", "False: no reference is weak here.\n\n    use Scalar::Util \"isweak\";\n    my $r = {};\n    say isweak($r) ? \"weak\" : \"strong\";   #> strong\n", func(*runtime.Call) value.Value { return value.No }),
		function("readonly SCALAR", "ask whether a value can be changed", "True for a constant.\n\n    use Scalar::Util \"readonly\";\n    my $x = 1;\n    say readonly($x) ? \"constant\" : \"variable\";   #> variable\n", func(c *runtime.Call) value.Value {
			if c.IsLiteral(0) {
				return value.Int(1)
			}
			return value.Int(0)
		}),
		function("set_prototype SUBREF,PROTO", "set a sub's prototype", "Sets or, with undef, removes the prototype and returns the reference.\n\n    use Scalar::Util \"set_prototype\";\n    my $f = sub { 1 };\n    set_prototype($f, '$$');\n    say prototype $f;   #> $$\n", func(c *runtime.Call) value.Value {
			if c.Arg(0).Kind() != value.KCodeRef {
				c.Die("set_prototype: not a subroutine reference")
			}
			code := c.Args[0].Code()
			code.HasProto = c.Arg(1).Defined()
			code.Proto = c.Arg(1).String()
			return c.Args[0]
		}),
		function("openhandle EXPR", "ask for an open handle", "The operand if it is an open handle, else undef.\n\n    use Scalar::Util \"openhandle\";\n    say defined openhandle(*STDIN) ? \"open\" : \"closed\";   #> open\n", func(c *runtime.Call) value.Value {
			if !c.Arg(0).IsString() && c.VM.HandleOf(c.Arg(0)).IsOpen() {
				return c.Arg(0)
			}
			return value.Undef
		}),
	}
}
