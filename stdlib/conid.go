package stdlib

// This file defines CONID and FIND CONNECTION.

import (
	"errors"
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

const findClauses = " [<repset>] [TO <target>] [MAP (EXACT | BASE <path> | <path> TO <path>)] [FROM <source>]"

func conidEntries() []*runtime.Entry {
	const summary = "find the id of an existing connection"
	return []*runtime.Entry{{
		Usage:   "CONid" + findClauses,
		Summary: summary,
		Effect:  engine.Read,
		Command: command(runConid),
		Doc: `
Finds the connections that fit what is given; the current source, target and set stand for what is left out. The result
is the id of the newest one, in list context the ids of all of them, oldest first. A mapping fits when it leads to the
same folders, however it is written.

    smr> connect db to beta map base "/copies/one"
    = 1
    smr> conid db to beta
    = 1
    smr> conid map "/data" to "/copies/one"
    = 1

When there is none the result is -107, and in list context an empty list, which is no failure:

    smr> @ids = conid db map base "/copies/two"
    smr> write scalar(@ids)
    0

    smr> $con = conid db map base "/copies/two"
    error[E0601]: there is no such connection: of db from alpha to beta map base "/copies/two" (-107)
    ...
    = -107
`,
	}, {
		Usage:   "FIND CONnection" + findClauses,
		Summary: summary,
		Effect:  engine.Read,
		Command: command(runConid),
		Doc: `
The same as CONID, in words.

    smr> connect db to beta map base "/copies/one"
    = 1
    smr> find connection db to beta
    = 1

    smr> find connection db map base "/copies/two"
    error[E0601]: there is no such connection: of db from alpha to beta map base "/copies/two" (-107)
    ...
`,
	}}
}

func runConid(c *call) (value.Value, error) {
	op := engine.FindConnections{Source: c.orCurrent("source", c.source), Target: c.orCurrent("target", c.target), Mapping: c.mapping(),
		Repset: c.orCurrent("repset", c.current.name)}
	list, err := do(c, op)
	if err != nil {
		return value.Undef, err
	}
	c.shows(list)
	if len(list) == 0 && c.Want == runtime.WantList {
		c.Found = []value.Value{} // an empty list says it all
		return runtime.Succeeded(0), nil
	}
	if len(list) == 0 {
		return value.Undef, &engine.Error{Code: engine.CodeNoConnection, Cause: errors.New(sought(op))}
	}
	for _, con := range list {
		c.Found = append(c.Found, value.Int(int64(con.ID)))
	}
	return c.Found[len(c.Found)-1], nil
}

// orCurrent returns a slot's text, or what is current if it was not given.
func (c *call) orCurrent(slot, current string) string {
	if name := c.text(slot); name != "" {
		return name
	}
	return current
}

// sought says what was looked for.
func sought(op engine.FindConnections) string {
	var parts []string
	for _, p := range []struct{ word, name string }{{"of", op.Repset}, {"from", op.Source}, {"to", op.Target}} {
		if p.name != "" {
			parts = append(parts, p.word+" "+p.name)
		}
	}
	if op.Mapping != nil {
		parts = append(parts, "map "+op.Mapping.String())
	}
	if len(parts) == 0 {
		return "no machine has any"
	}
	return strings.Join(parts, " ")
}
