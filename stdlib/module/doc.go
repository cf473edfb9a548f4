// Package module is the modules that scripts expect to find. Nearly all are written in Go: entries for their functions, classes
// with their methods, and variables. A few small ones, mostly thin layers over others, are files of the language in the directory text;
// they are read like a script's own modules, where it has none of that name.
//
// A module in Go costs nothing until a script uses it: Register notes names only, and the entries of a module are made at the first
// question for one of them. Functions of modules are registry entries like core functions, so they parse by their usage, are
// documented and called the same way. Classes are packages whose methods are Go functions, defined when the module is first
// loaded into a VM. What a module keeps between calls belongs to the VM (see runtime.VM.Local), never to this package.
package module

// This file defines the list of all modules and the makers of their entries.

import (
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// A library is one module as it stands in the list.
type library struct {
	name    string
	load    func() []*runtime.Entry
	setup   func(vm *runtime.VM)
	imports func(vm *runtime.VM, pkg string, args []value.Value) error
}

// Register adds every built-in module to a registry.
func Register(r *runtime.Registry) {
	r.AddTexts(textFile)
	for _, list := range [...][]library{dataModules(), textModules(), fileModules(), systemModules(), mathModules(), testModules(), classModules(), lateModules()} {
		for _, l := range list {
			m := r.Module(l.name)
			m.Load, m.Setup, m.Import, m.Version = l.load, l.setup, l.imports, versionText(l.name)
		}
	}
}

// function makes an entry of a function that is imported when it is asked for.
func function(usage, summary, doc string, f runtime.Native) *runtime.Entry {
	return &runtime.Entry{Usage: usage, Summary: summary, Doc: doc, Call: f}
}

// exported makes an entry of a function that `use Module` imports without being asked.
func exported(usage, summary, doc string, f runtime.Native) *runtime.Entry {
	return &runtime.Entry{Usage: usage, Summary: summary, Doc: doc, Call: f, Default: true}
}

// tagged puts entries into the lists of names that `use Module ":tag"` imports.
func tagged(tag string, entries ...*runtime.Entry) []*runtime.Entry {
	for _, e := range entries {
		e.Tags = append(e.Tags, tag)
	}
	return entries
}
