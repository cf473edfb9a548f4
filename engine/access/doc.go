// Package access decides what a login may do, in front of any engine.
//
// A [Keeper] knows the users and an engine that trusts whoever asks it. Each [Session] that it hands out is a client of that engine
// which remembers who logged in where, refuses what the login may not do with the guide's codes, and hides the connections and events of
// machines on which it may not read.
//
// The hard part is that operations name machines in different ways, and many only a connection. What an operation needs
// is therefore found in its fields, not listed by type: whatever reads needs monitor access to the source, whatever changes
// needs full access to source and target, a connection stands for both its machines, and an operation that names nothing needs that access
// on some machine. An operation that is added later is guarded without a line here.
package access
