package stdlib

// This file defines REPSET RULE ADD and REMOVE.

import (
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func repsetRulesEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "REPSET RULE ADD <path> [INCLUDE | EXCLUDE] [, (RECursive | NORECursive)] [TO <repset>]",
		Summary: "add a rule to a replication set",
		Effect:  engine.Change,
		Command: command(runRuleAdd),
		Doc: `
Adds a rule to the current replication set, or to the one named, which becomes the current one. A rule names a file or
a folder, or with the wildcards * and ? in its last part the entries whose names match. Rules include and go into
subfolders unless they say otherwise; of two rules for one file the one that names it more closely decides.

    smr> repset create docs
    smr> repset rule add "/data" include to docs
    smr> repset rule add "/data/tmp" exclude
    smr> repset rule add "/data/*.bak" exclude, rec to docs
    smr> repset save
    smr> repset display docs
    docs
      /data inc, rec
      /data/tmp exc, rec
      /data/*.bak exc, rec

The path is in quotes, in a variable, or looks like a path; a misspelt keyword is never taken for one:

    smr> repset rule add "/data" excluded
    error[E0201]: unexpected "excluded" in REPSET
    ...
`,
	}, {
		Usage:   "REPSET RULE REMOVE <path> [FROM <repset>]",
		Summary: "remove a rule from a replication set",
		Effect:  engine.Change,
		Command: command(runRuleRemove),
		Doc: `
Removes the rule with that path from the current replication set, or from the one named, which becomes the current one.

    smr> repset use db
    smr> repset rule add "/data/tmp" exclude
    smr> repset rule remove "/data/tmp"

    smr> repset rule remove "/other" from db
    error[E0601]: /other: the replication set has no such rule: replication set "db" has no rule for "/other" (-136)
    ...
`,
	}}
}

func runRuleAdd(c *call) (value.Value, error) {
	key, d, err := c.draft(c.text("repset"))
	if err != nil {
		return value.Undef, err
	}
	c.keep(key, d.AddRule(engine.Rule{Path: engine.Path(c.text("path")), Exclude: c.Has("EXCLUDE"), NoRecurse: c.Has("NORECURSIVE")}))
	return value.Undef, nil
}

func runRuleRemove(c *call) (value.Value, error) {
	key, d, err := c.draft(c.text("repset"))
	if err != nil {
		return value.Undef, err
	}
	d, err = d.RemoveRule(engine.Path(c.text("path")))
	if err != nil {
		return value.Undef, err
	}
	c.keep(key, d)
	return value.Undef, nil
}
