package perl

// This file defines pack, unpack and vec.

import (
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/format"
	"github.com/smrscript/smrscript/runtime/value"
)

func packEntries() []*runtime.Entry {
	return []*runtime.Entry{
		called("pack TEMPLATE,LIST", "make binary data of values", `Returns the values packed by the template.

    say unpack "H*", pack "nC", 258, 3;   #> 010203
`, func(c *runtime.Call) value.Value {
			v, err := format.Pack(c.Arg(0), c.Args[min(1, len(c.Args)):], formatOptions(c, "pack"))
			if err != nil {
				formatFailed(c, err)
			}
			return v
		}),
		called("unpack TEMPLATE,EXPR\nunpack TEMPLATE", "take binary data apart", `Returns the values that the template finds in the data, $_ by default; in
scalar context the first.

    say join ",", unpack "A2 x A2", "ab-cd";   #> ab,cd
`, unpack),
		called("vec EXPR,OFFSET,BITS", "element of a text as a vector of bits", `The element as an unsigned number; it can be assigned to.

    my $bits = "";
    vec($bits, 3, 1) = 1;
    say ord $bits;   #> 8
`, func(c *runtime.Call) value.Value {
			v, err := format.Vec(c.Arg(0), c.Arg(1).ToInt(), c.Arg(2).ToInt())
			if err != nil {
				c.Die("%s", err.Error())
			}
			return v
		}),
	}
}

func unpack(c *runtime.Call) value.Value {
	data := c.VM.Topic()
	if len(c.Args) > 1 {
		data = c.Args[1]
	}
	list, err := format.Unpack(c.Arg(0), data, formatOptions(c, "unpack"))
	if err != nil {
		c.Die("%s", err.Error())
	}
	if c.Want == runtime.WantList {
		return c.Return(list...)
	}
	if len(list) == 0 {
		return value.Undef
	}
	return list[0]
}
