package stdlib

// This file defines MACHINES.

import (
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func machinesEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "MACHINES",
		Summary: "list the machines of the configuration",
		Effect:  engine.Read,
		Command: command(runMachines),
		Doc: `
Lists the machines of the configuration: their engine, whether they answer, what this login may do there, and where they
are. The result is how many there are; in list context, their names.

    smr> machines
    Machine  Engine    State    Access          Address
    alpha    embedded  online   DT_FULL_ACCESS  ...
    away     embedded  offline  DT_FULL_ACCESS  ...
    beta     embedded  online   DT_FULL_ACCESS  ...
    = 3

It takes no argument:

    smr> machines alpha
    error[E0201]: unexpected "alpha" in MACHINES
    ...
`,
	}}
}

func runMachines(c *call) (value.Value, error) {
	list, err := do(c, engine.ListMachines{})
	if err != nil {
		return value.Undef, err
	}
	c.shows(list)
	t := table{head: []string{"Machine", "Engine", "State", "Access", "Address"}}
	for _, m := range list {
		state := "online"
		if !m.Online {
			state = "offline"
		}
		t.add(m.Name, m.Driver, state, m.Access.String(), m.Address)
		c.Found = append(c.Found, value.Str(m.Name))
	}
	if len(list) == 0 {
		c.Print("no machines")
	} else {
		c.Print("%s", t.String())
	}
	return count(len(list)), nil
}
