package stdlib

// This file defines WRITE.

import (
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// writeEntry is a function, so that its arguments are expressions; the parser knows it in any letter case.
func writeEntry() *runtime.Entry {
	return &runtime.Entry{
		Usage:   "write LIST\nwrite",
		Summary: "print values and a line end",
		Doc: `
Prints the values of a list one after the other, and a line end, whatever $, and $\ say.

    smr> $n = 3
    smr> write "sets: ", $n
    sets: 3

    smr> write "sets: " $n
    error[...
    ...
`,
		Call: func(c *runtime.Call) value.Value {
			var text strings.Builder
			wide := false
			for _, v := range c.Args {
				wide = wide || v.ToStr().IsWide()
			}
			for _, v := range c.Args {
				if wide {
					text.WriteString(v.UTF8())
				} else {
					text.WriteString(v.String())
				}
			}
			text.WriteByte('\n')
			h := c.VM.HandleOf(value.GlobValue(c.VM.Selected()))
			return value.Bool(h != nil && h.Write(text.String(), wide) == nil)
		},
	}
}
