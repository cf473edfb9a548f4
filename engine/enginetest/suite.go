// Package enginetest states what every replication engine must do, in terms of
// files on both sides.
//
// A driver's own test opens its engine in a [Fixture] and calls [Run]. The hard
// part of such a suite is waiting: nothing here sleeps for a fixed time. Cases use
// the engine's own waits, and where something must not happen they first make the
// engine prove that it is past the point where it would have happened.
package enginetest

// This file defines the fixture and lists the cases.

import (
	"context"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// Fixture is an open engine with two machines whose files the suite can reach.
type Fixture struct {
	Client    engine.Client
	Source    string // name of the source machine
	Target    string // name of the target machine
	SourceDir string // folder of this host that is the source machine's "/"
	TargetDir string

	// Reopen closes the engine and opens it again with the same state; nil when
	// the engine outlives its clients.
	Reopen func(t *testing.T) engine.Client

	// Secured opens an engine with the same machines that knows the users
	// "admin" (password "right", full access) and "watcher" ("look", monitor); nil
	// when the driver has no users.
	Secured func(t *testing.T) engine.Client

	// Traits are what the driver does in another way than most, see Trait.
	Traits []Trait

	// Patience is how long one operation of a case may take; 0 means 30 s. A case as a whole may take longer the more it does, since
	// how fast the machine is that the suite runs on says nothing about the driver.
	Patience time.Duration

	// Clock is the time by which the engine does things by itself; nil: it is the system's, and cases that would wait for long wait for little.
	Clock Clock

	// Own reports whether a name is one that the driver keeps beside the data; nil: it keeps none.
	Own func(name string) bool
}

// patience is how long an operation may take before its case fails, unless the fixture says otherwise.
const patience = 30 * time.Second

// casePatience is how many times its patience a whole case may take.
const casePatience = 4

// group is a number of cases under a name.
type group struct {
	name  string
	cases map[string]func(*bench)
}

// groups lists all cases.
func groups() []group {
	return []group{
		{"machines", machineCases()},
		{"repsets", repsetCases()},
		{"connections", connectionCases()},
		{"mirror", mirrorCases()},
		{"rules", ruleCases()},
		{"orphans", orphanCases()},
		{"safety", safetyCases()},
		{"replication", replicationCases()},
		{"moves", moveCases()},
		{"freeze", freezeCases()},
		{"restart", restartCases()},
		{"events", eventCases()},
		{"ways", wayCases()},
		{"agent", agentCases()},
		{"failover", failoverCases()},
	}
}

// Run runs the suite. open is called for each case and must give empty machines.
func Run(t *testing.T, open func(t *testing.T) Fixture) {
	for _, g := range groups() {
		t.Run(g.name, func(t *testing.T) {
			for name, run := range g.cases {
				t.Run(name, func(t *testing.T) {
					f := open(t) // may call t.Parallel, so the time begins after it
					if f.Patience == 0 {
						f.Patience = patience
					}
					ctx, cancel := context.WithTimeout(context.Background(), casePatience*f.Patience)
					t.Cleanup(cancel)
					run(&bench{T: t, Fixture: f, ctx: ctx})
				})
			}
		})
	}
}

// bench is a fixture during one case.
type bench struct {
	*testing.T
	Fixture
	ctx context.Context
}
