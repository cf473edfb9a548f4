package stdlib

// This file finds what a script would do wrong, without running it: machines that do not exist, connections that are not made yet,
// statements that are never reached, strings that only look like paths.

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/smrscript/smrscript/lang"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime"
)

// CheckMachines returns the machines that a script names as they stand in it and that are not among those of the configuration.
func CheckMachines(r *runtime.Registry, file *source.File, known []string) diag.List {
	t, _ := lang.Parse(file, lang.Options{Words: r})
	var found diag.List
	tree.Inspect(t.Body, func(n tree.Node) bool {
		x, ok := n.(*tree.Command)
		if !ok {
			return true
		}
		for _, a := range x.Args {
			name, literal := a.Value.(*tree.Str)
			if a.Kind != "machine" || !literal || contains(known, name.Value) {
				continue
			}
			found = append(found, &diag.Diagnostic{Code: diag.UnknownMachine, File: file, Span: a.Span,
				Message: fmt.Sprintf("no machine of the configuration is called %q", name.Value), Expected: known, DidYouMean: diag.Suggest(name.Value, known),
				Help: "Add it to the configuration, or correct the name."})
		}
		return true
	})
	return found
}

// contains tells whether a name is in a list, in any letter case.
func contains(list []string, name string) bool {
	for _, s := range list {
		if strings.EqualFold(s, name) {
			return true
		}
	}
	return false
}

// flow warns about what the order of statements shows.
func flow(file *source.File, body *tree.Block) diag.List {
	found := unmade(file, body)
	tree.Inspect(body, func(n tree.Node) bool {
		if b, ok := n.(*tree.Block); ok {
			found = append(found, unreachable(file, b.Stmts)...)
		}
		return true
	})
	return append(found, lookalikes(file, body)...)
}

// unmade finds ids of connections in variables that nothing has set before. What is in subs and loops may run later or again.
func unmade(file *source.File, body *tree.Block) diag.List {
	var found diag.List
	seen := map[string]bool{}
	var visit func(n tree.Node) bool
	visit = func(n tree.Node) bool {
		switch n := n.(type) {
		case *tree.SubDef, *tree.AnonSub, *tree.While, *tree.Foreach, *tree.ForC, *tree.ForTo:
			inner := n
			tree.Inspect(inner, func(m tree.Node) bool { // its variables count as set from here on
				if v, ok := m.(*tree.Var); ok {
					seen[v.Name] = true
				}
				return true
			})
			return false
		case *tree.Assign:
			tree.Inspect(n.Right, visit) // before what it sets
			tree.Inspect(n.Left, visit)
			return false
		case *tree.Command:
			for _, a := range n.Args {
				v, ok := a.Value.(*tree.Var)
				if ok && a.Kind == "con_id" && v.Sigil == '$' && !seen[v.Name] && ordinary(v.Name) {
					found = append(found, &diag.Diagnostic{Severity: diag.Warning, Code: diag.UnmadeConnection, File: file, Span: a.Span,
						Message: fmt.Sprintf("$%s holds no connection yet", v.Name), Help: "Make it with connect, or find it with conid, before."})
				}
			}
		case *tree.Var:
			seen[n.Name] = true
		}
		return true
	}
	tree.Inspect(body, visit)
	return found
}

// ordinary tells a variable that only the script sets from those that the program sets.
func ordinary(name string) bool {
	c := name[0]
	return len(name) > 1 && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') && !strings.Contains(name, "::")
}

// unreachable finds the first statement behind one that always leaves.
func unreachable(file *source.File, list []tree.Stmt) diag.List {
	for i, s := range list {
		x, ok := s.(*tree.ExprStmt)
		if !ok {
			continue
		}
		f, ok := x.X.(*tree.Func)
		if !ok || f.Name != "exit" && f.Name != "die" {
			continue
		}
		for _, next := range list[i+1:] {
			switch next := next.(type) {
			case *tree.SubDef, *tree.Package, *tree.Use, *tree.Phase, *tree.Nop:
				continue
			case *tree.Bare:
				if next.Label != "" {
					return nil // a jump may lead here
				}
			}
			return diag.List{{Severity: diag.Warning, Code: diag.Unreachable, File: file, Span: next.Range(),
				Message: fmt.Sprintf("this is never reached: the %s before it always leaves", f.Name), Help: "Remove it, or give the " + f.Name + " a condition."}}
		}
		return nil
	}
	return nil
}

// PathReadings notes every string of a script whose backslashes are literal because its whole text is a Windows path. A script that does
// not parse has none.
func PathReadings(r *runtime.Registry, file *source.File) diag.List {
	t, diags := lang.Parse(file, lang.Options{Words: r})
	if diags.HasErrors() {
		return nil
	}
	var found diag.List
	tree.Inspect(t.Body, func(n tree.Node) bool {
		path := false
		switch n := n.(type) {
		case *tree.Str:
			path = n.Path
		case *tree.Interp:
			path = n.Path
		}
		if path {
			found = append(found, &diag.Diagnostic{Severity: diag.Note, Code: diag.PathReading, File: file, Span: n.Range(),
				Message: "this is read as a path, and its backslashes are literal"})
		}
		return true
	})
	return found
}

// lookalikes warns about strings that begin like a Windows path and are none, so that their backslashes mean something else.
func lookalikes(file *source.File, body *tree.Block) diag.List {
	like := regexp.MustCompile(`^"(?:[A-Za-z]:\\[A-Za-z0-9_]{2,}|\\\\[A-Za-z0-9_]{2,}\\[A-Za-z0-9_]{2,})`)
	var found diag.List
	tree.Inspect(body, func(n tree.Node) bool {
		path := false
		switch n := n.(type) {
		case *tree.Command:
			return false // a backslash in its arguments is one
		case *tree.Str:
			path = n.Path
		case *tree.Interp:
			path = n.Path
		default:
			return true
		}
		if span := n.Range(); !path && like.MatchString(file.Of(span)) {
			found = append(found, &diag.Diagnostic{Severity: diag.Warning, Code: diag.PathLookalike, File: file, Span: span,
				Message: "this begins like a path but is read as a string with escapes", Help: "Write it in single quotes, or double its backslashes."})
		}
		return true
	})
	return found
}
