package stdlib

// This file defines SOURCE.

import (
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func sourceEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "SOURCE <machine>",
		Summary: "name the current source",
		Effect:  engine.Read,
		Command: command(runSource),
		Doc: `
Names the machine whose replication sets and connections the commands after it are about. A command that names a source
itself is about that one. With another source no replication set is current.

    smr> source alpha
    smr> repset list
    - List of rep sets -
    db                               disabled
    = 1

The machine must be in the configuration; it need not answer yet.

    smr> source gamma
    error[E0601]: gamma: there is no such machine: configured are: ... (-109)
    ...
`,
	}}
}

func runSource(c *call) (value.Value, error) {
	name, err := c.known("machine")
	if err != nil {
		return value.Undef, err
	}
	if !strings.EqualFold(name, c.source) {
		c.current = draftKey{}
	}
	c.source = name
	return value.Undef, nil
}

// known returns the machine in a slot, which must be in the configuration.
func (c *call) known(slot string) (string, error) {
	name, err := c.named(slot, "", engine.CodeBadParameter)
	if err != nil {
		return "", err
	}
	// Asking for the version is the cheapest question about a machine: it needs no login and reaches no network.
	_, err = do(c, engine.Version{Machine: name})
	return name, err
}
