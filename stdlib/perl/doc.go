// Package perl is the core functions of Perl 5.36, one registry entry each: syntax, documentation and, unless the compiler of
// package runtime implements the function itself, its code.
//
// Entries are grouped by family, a file or two each. What decides their form is what a function sees of its operands: those that
// only compute (lc, sqrt, index) take plain values and are called directly; those that need places, handles or the context
// they are called in take a *runtime.Call. Functions that Perl has and this language leaves out are entries too, so that a script
// that uses one is told its name, the place and the way out instead of that the name is unknown.
package perl

// This file defines the list of all entries.

import (
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// Entries returns the entries of all core functions, for runtime.Registry.Add. Each call makes new ones.
func Entries() []*runtime.Entry {
	var all []*runtime.Entry
	for _, family := range [...]func() []*runtime.Entry{
		arrayEntries, controlEntries, textEntries, caseEntries, numberEntries, randomEntries, timeEntries, packEntries, outputEntries, openEntries,
		readEntries, positionEntries, directoryEntries, fileEntries, statEntries, processEntries, signalEntries, introspectionEntries, accountEntries, tieEntries, refusedEntries,
	} {
		all = append(all, family()...)
	}
	return passing(all)
}

// pure makes an entry of a function of one value, $_ by default.
func pure(name, operand, summary, doc string, f func(vm *runtime.VM, v value.Value) value.Value) *runtime.Entry {
	return &runtime.Entry{Usage: name + " " + operand + "\n" + name, Summary: summary, Doc: doc, Fn1: f}
}

// called makes an entry of a function that looks at its call.
func called(usage, summary, doc string, f runtime.Native) *runtime.Entry {
	return &runtime.Entry{Usage: usage, Summary: summary, Doc: doc, Call: f}
}

// core makes an entry of a function that the compiler implements.
func core(usage, summary, doc string) *runtime.Entry {
	return &runtime.Entry{Usage: usage, Summary: summary, Doc: doc, Core: true}
}
