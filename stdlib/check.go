package stdlib

// This file defines what check finds beyond the grammar.

import (
	"slices"

	"github.com/smrscript/smrscript/lang"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime"
)

// Check reads a script without running it and returns its mistakes and warnings in the order of the text. Its own modules are looked for
// in the folders of include, which come before "lib" and ".".
func Check(r *runtime.Registry, file *source.File, include ...string) diag.List {
	module := func(name string, dirs []string) *source.File { return r.ModuleText(name, slices.Concat(dirs, include)) }
	t, diags := lang.Parse(file, lang.Options{Words: r, Module: module})
	diags = slices.Clone(diags)
	tree.Inspect(t.Body, func(n tree.Node) bool {
		if x, ok := n.(*tree.Command); ok {
			diags = append(diags, passwords(file, x)...)
		}
		return true
	})
	diags = append(diags, misspelt(r, file, t.Body)...)
	diags = append(diags, flow(file, t.Body)...)
	if !diags.HasErrors() {
		_, more := runtime.CompileWith(file, r, module) // names are looked up only once the text is right
		diags = append(diags, only(more, diags)...)
	}
	diags.Sort()
	return diags
}

// only returns those of list that are not in known: compiling parses once more.
func only(list, known diag.List) diag.List {
	return slices.DeleteFunc(list, func(d *diag.Diagnostic) bool {
		return slices.ContainsFunc(known, func(k *diag.Diagnostic) bool { return k.Code == d.Code && k.Span == d.Span && k.Message == d.Message })
	})
}

// passwords warns about a password that stands in the script.
func passwords(file *source.File, x *tree.Command) diag.List {
	var found diag.List
	for _, a := range x.Args {
		if _, literal := a.Value.(*tree.Str); literal && a.Kind == "secret" {
			found = append(found, &diag.Diagnostic{Severity: diag.Warning, Code: diag.LiteralPassword, File: file, Span: a.Span,
				Message: "the password stands in the script", Help: `keep it elsewhere and write secret("name") here`})
		}
	}
	return found
}
