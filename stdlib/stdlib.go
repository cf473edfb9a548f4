// Package stdlib holds every word of the language that is no syntax: one entry each, with its usage line, its
// documentation, what it does to an engine, and its implementation.
//
// The replication commands are in this folder, a file each; Perl's functions are in package perl, the built-in
// modules in package module. A command is small because the hard part is elsewhere: the usage line has already
// been matched when it runs, and the engine does the work. What remains here is to fill in what was left out (the current
// source, target and set), to turn slots into one operation of package engine, and to say the result as scripts
// expect it: a positive number, and output in the guide's layout.
package stdlib

// This file assembles the registry.

import (
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/stdlib/module"
)

// Registry returns a registry of all words. It is only read afterwards and may serve any number of VMs.
func Registry() *runtime.Registry {
	r := runtime.NewRegistry()
	addPerl(r)
	r.Add(commands()...)
	r.Add(helpEntry(r))
	r.Add(functions()...)
	module.Register(r)
	return r
}

// commands lists the entries of the replication commands; it is the table of contents of this folder.
func commands() []*runtime.Entry {
	var all []*runtime.Entry
	for _, group := range [][]*runtime.Entry{
		loginEntries(), logoutEntries(), sourceEntries(), targetEntries(), pingEntries(), machinesEntries(), versionEntries(),
		repsetEntries(), repsetRulesEntries(), repsetStoreEntries(), repsetShowEntries(),
		connectEntries(), tduEntries(), disconnectEntries(), conidEntries(), mirrorEntries(), replicationEntries(), waitEntries(), statusEntries(),
		transmissionEntries(), pauseEntries(), bandwidthEntries(), compressionEntries(), verifyEntries(), orphansEntries(), restoreEntries(),
		scheduleEntries(), scriptEntries(), queueTaskEntries(), snapshotEntries(), monitorEntries(), failoverEntries(), failbackEntries(), targetPathEntries(),
		statsEntries(), settingEntries(), emailEntries(), loadEntries(),
		onErrorEntries(),
	} {
		all = append(all, group...)
	}
	return all
}

// functions lists the functions of the command language.
func functions() []*runtime.Entry {
	return append(dataEntries(), writeEntry(), secretEntry())
}
