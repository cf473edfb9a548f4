package stdlib

// This file defines COMPRESSION.

import (
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/lang/usage"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func compressionEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "COMPRESSION (ENABLE | DISABLE | SET <level>) [TO <target>]",
		Summary: "compress what is sent to a target",
		Effect:  engine.Change,
		Command: command(runCompression),
		Doc: `
Switches compression of what goes to a target on or off, or sets its level: low, medium or high, or a number from 0 to
3. ENABLE means medium. The embedded engine copies between folders of one host and sends nothing, so that there is
nothing to compress: it refuses with -155.

    smr> compression list
    1  low
    ...

    smr> compression enable to beta
    error[E0601]: COMPRESSION ENABLE TO: this engine does not support the operation: ... (-155)
    ...
`,
	}, {
		Usage:   "COMPRESSION LIST",
		Summary: "list the levels of compression",
		Effect:  engine.Read,
		Command: command(func(c *call) (value.Value, error) {
			names := []string{"low", "medium", "high"}
			c.shows(names)
			for i, name := range names {
				c.Print("%d  %s", i+1, name)
				c.Found = append(c.Found, value.Str(name))
			}
			return count(len(c.Found)), nil
		}),
		Doc: `
Lists the levels that COMPRESSION SET knows.

    smr> compression list
    1  low
    2  medium
    3  high
    = 3

    smr> compression list to beta
    error[E0201]: unexpected "to" in COMPRESSION
    ...
`,
	}}
}

func runCompression(c *call) (value.Value, error) {
	src, dst, err := c.pair()
	if err != nil {
		return value.Undef, err
	}
	level, err := parsed(c, "level", usage.ParseLevel, engine.CodeBadParameter)
	if err != nil {
		return value.Undef, err
	}
	if c.Has("ENABLE") {
		level = 2
	}
	return done(c, engine.SetCompression{Source: src, Target: dst, Level: level})
}
