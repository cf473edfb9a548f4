package stdlib

// This file defines REPSET LIST, DISPLAY and CALCULATE.

import (
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func repsetShowEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "REPSET LIST",
		Summary: "list the replication sets of the current source",
		Effect:  engine.Read,
		Command: command(runRepsetList),
		Doc: `
Lists the saved replication sets of the current source: enabled while connections use them, else disabled. The result is
how many there are; in list context, their names.

    smr> repset list
    - List of rep sets -
    db                               disabled
    = 1

    smr> repset list db
    error[E0201]: unexpected "db" in REPSET
    ...
`,
	}, {
		Usage:   "REPSET DISPLAY [<repset>]",
		Summary: "print the rules of a replication set",
		Effect:  engine.Read,
		Command: command(runRepsetDisplay),
		Doc: `
Prints the rules of a replication set, unsaved changes included, in the order in which they were added.

    smr> repset display db
    db
      /data inc, rec

    smr> repset display bd
    error[E0601]: bd: there is no such replication set (-123)
    ...
`,
	}, {
		Usage:   "REPSET CALCULATE [<repset>]",
		Summary: "add up what a replication set holds",
		Effect:  engine.Read,
		Command: command(runRepsetCalculate),
		Doc: `
Walks through a replication set and adds up its files. The result is the number of bytes.

    smr> repset calculate db
    db: 12 bytes in 2 files, 2 folders
    = 12

    smr> repset calculate bd
    error[E0601]: bd: there is no such replication set (-123)
    ...
`,
	}}
}

func runRepsetList(c *call) (value.Value, error) {
	src, err := c.sourceName()
	if err != nil {
		return value.Undef, err
	}
	list, err := do(c, engine.ListRepsets{Source: src})
	if err != nil {
		return value.Undef, err
	}
	c.shows(list)
	c.Print("- List of rep sets -")
	for _, set := range list {
		state := "disabled"
		if set.Connections > 0 {
			state = "enabled"
		}
		c.Print("%-32s %s", set.Name, state)
		c.Found = append(c.Found, value.Str(set.Name))
	}
	return count(len(list)), nil
}

func runRepsetDisplay(c *call) (value.Value, error) {
	_, d, err := c.draft(c.text("repset"))
	if err != nil {
		return value.Undef, err
	}
	note := ""
	if d.Changed() {
		note = " (not saved)"
	}
	c.shows(d.Repset)
	c.Print("%s%s", d.Name, note)
	for _, r := range d.Rules {
		c.Print("  %s", r)
	}
	return value.Undef, nil
}

func runRepsetCalculate(c *call) (value.Value, error) {
	src, err := c.sourceName()
	if err != nil {
		return value.Undef, err
	}
	name, err := c.repsetName()
	if err != nil {
		return value.Undef, err
	}
	if err := c.saved(src, name); err != nil {
		return value.Undef, err
	}
	size, err := do(c, engine.CalculateRepset{Source: src, Repset: name})
	if err != nil {
		return value.Undef, err
	}
	c.shows(size)
	c.Print("%s: %s in %s, %s", name, plural(size.Bytes, "byte"), plural(size.Files, "file"), plural(size.Folders, "folder"))
	if size.Errors > 0 {
		c.Print("%s could not be read", plural(size.Errors, "entry"))
	}
	return runtime.Succeeded(size.Bytes), nil
}
