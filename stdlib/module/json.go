package module

// This file defines JSON::PP: its functions, objects and booleans. json_encode.go and json_decode.go do the work.

import (
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func jsonEntries() []*runtime.Entry {
	return []*runtime.Entry{
		exported("encode_json EXPR", "value as JSON", `Returns UTF-8 bytes. Numbers stay numbers and text stays text; undef is null.

    use JSON::PP;
    say encode_json [1, "a", undef];   #> [1,"a",null]
`, func(c *runtime.Call) value.Value { return encodeJSON(c, jsonOptions{utf8: true}, c.Arg(0)) }),
		exported("decode_json EXPR", "value of JSON", `Reads UTF-8 bytes. Dies of text that is no JSON, naming the place in it.

    use JSON::PP;
    say decode_json('{"a":[1,2]}')->{a}[1];   #> 2
`, func(c *runtime.Call) value.Value { return decodeJSON(c, jsonOptions{utf8: true}, c.Arg(0)) }),
		function("is_bool EXPR", "ask for a JSON boolean", `True for the values that true and false are read as.

    use JSON::PP;
    say JSON::PP::is_bool(decode_json("[true]")->[0]) ? "yes" : "no";   #> yes
`, func(c *runtime.Call) value.Value { return value.Bool(isBoolean(c.Arg(0))) }),
	}
}

// jsonOptions are the settings of a JSON::PP object; the zero value is that of a new one.
type jsonOptions struct {
	utf8, ascii, latin1, indent, spaceBefore, spaceAfter, canonical, relaxed, allowBlessed, convertBlessed, allowUnknown, escapeSlash, singleQuote, bareKey, loose, noNonref, bigNumbers bool
	indentLength                                                                                                                                                                         int
	sortBy                                                                                                                                                                               value.Value
	maxDepth                                                                                                                                                                             int
	boolFalse                                                                                                                                                                            value.Value
	boolTrue                                                                                                                                                                             value.Value
	ownBooleans                                                                                                                                                                          bool
}

// jsonSwitches are the methods that set one option.
func jsonSwitches() []string {
	return strings.Fields("utf8 ascii latin1 indent space_before space_after canonical relaxed allow_blessed convert_blessed allow_unknown escape_slash allow_singlequote allow_barekey " +
		"loose allow_nonref allow_bignum shrink allow_tags core_bools unblessed_bool boolean_values_set")
}

// optionsOf reads the settings of an object.
func optionsOf(self value.Value) jsonOptions {
	h := self.Hash()
	on := func(name string) bool { return h.Get(value.KeyString(name)).Truth() }
	o := jsonOptions{utf8: on("utf8"), ascii: on("ascii"), latin1: on("latin1"), indent: on("indent"), spaceBefore: on("space_before"), spaceAfter: on("space_after"), canonical: on("canonical"),
		relaxed: on("relaxed"), allowBlessed: on("allow_blessed"), convertBlessed: on("convert_blessed"), allowUnknown: on("allow_unknown"), escapeSlash: on("escape_slash"),
		singleQuote: on("allow_singlequote"), bareKey: on("allow_barekey"), loose: on("loose"), noNonref: !on("allow_nonref"), bigNumbers: on("allow_bignum"), sortBy: h.Get(value.KeyString("sort_by")),
		indentLength: 3, maxDepth: 512}
	if n := h.Get(value.KeyString("indent_length")); n.Defined() {
		o.indentLength = int(n.ToInt())
	}
	if n := h.Get(value.KeyString("max_depth")); n.Defined() {
		o.maxDepth = int(n.ToInt())
	}
	if v := h.Get(value.KeyString("boolean_values")); v.Kind() == value.KArrayRef {
		o.ownBooleans, o.boolFalse, o.boolTrue = true, v.Array().Get(0), v.Array().Get(1)
	}
	return o
}

// setupJSON defines the classes JSON::PP and JSON::PP::Boolean.
func setupJSON(vm *runtime.VM) {
	vm.Define("JSON::PP::new", func(c *runtime.Call) value.Value {
		h := value.NewHash()
		h.SetString("allow_nonref", value.Int(1))
		return blessHash(c.VM, h, c.Arg(0).String())
	})
	for _, name := range jsonSwitches() {
		key := value.KeyString(name)
		vm.Define("JSON::PP::"+name, func(c *runtime.Call) value.Value {
			c.Arg(0).Hash().Set(key, value.Bool(len(c.Args) < 2 || c.Args[1].Truth()))
			return c.Args[0]
		})
		vm.Define("JSON::PP::get_"+name, func(c *runtime.Call) value.Value { return value.Bool(c.Arg(0).Hash().Get(key).Truth()) })
	}
	vm.Define("JSON::PP::pretty", func(c *runtime.Call) value.Value {
		on := value.Bool(len(c.Args) < 2 || c.Args[1].Truth())
		for _, name := range []string{"indent", "space_before", "space_after"} {
			c.Arg(0).Hash().SetString(name, on)
		}
		return c.Arg(0)
	})
	for _, name := range []string{"indent_length", "max_depth", "max_size", "sort_by"} {
		vm.Define("JSON::PP::"+name, func(c *runtime.Call) value.Value {
			v := c.Arg(1)
			if len(c.Args) < 2 && name == "sort_by" {
				v = value.Int(1)
			}
			c.Arg(0).Hash().SetString(name, v)
			return c.Arg(0)
		})
	}
	vm.Define("JSON::PP::boolean_values", func(c *runtime.Call) value.Value {
		v := value.Undef
		if len(c.Args) > 2 {
			v = value.RefArray(value.NewArray([]value.Value{c.Args[1], c.Args[2]}))
		}
		c.Arg(0).Hash().SetString("boolean_values", v)
		return c.Arg(0)
	})
	vm.Define("JSON::PP::encode", func(c *runtime.Call) value.Value { return encodeJSON(c, optionsOf(c.Arg(0)), c.Arg(1)) })
	vm.Define("JSON::PP::decode", func(c *runtime.Call) value.Value { return decodeJSON(c, optionsOf(c.Arg(0)), c.Arg(1)) })
	vm.Define("JSON::PP::decode_prefix", decodePrefix)
	for i, name := range []string{"false", "true"} {
		vm.Define("JSON::PP::"+name, func(c *runtime.Call) value.Value { return boolean(c.VM, i == 1) })
	}
	vm.Define("JSON::PP::null", func(*runtime.Call) value.Value { return value.Undef })
	number := func(c *runtime.Call) value.Value { return c.Arg(0).Cell().Get() }
	vm.Overload("JSON::PP::Boolean", map[string]runtime.Native{
		"0+": number,
		"++": func(c *runtime.Call) value.Value { return value.Add(number(c), value.Int(1)) },
		"--": func(c *runtime.Call) value.Value { return value.Sub(number(c), value.Int(1)) },
	})
	for i, name := range []string{"false", "true"} {
		vm.Scalar("JSON::PP::" + name).Set(boolean(vm, i == 1))
	}
}

// booleanKey is where a VM keeps the two booleans.
type booleanKey bool

// boolean returns JSON::PP::true or JSON::PP::false.
func boolean(vm *runtime.VM, b bool) value.Value {
	return vm.Local(booleanKey(b), func() any {
		n := value.Int(0)
		if b {
			n = value.Int(1)
		}
		ref := value.RefScalar(value.NewScalar(n))
		ref.Bless(vm.Package("JSON::PP::Boolean").Class)
		return ref
	}).(value.Value)
}

func isBoolean(v value.Value) bool {
	cl := v.Blessed()
	return cl != nil && cl.Name == "JSON::PP::Boolean"
}
