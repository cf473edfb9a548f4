package runtime

// This file defines imported variables, which need no declaration under `use strict "vars"`. What a module of the script's own exports
// is known only once it has run, so uses of undeclared variables behind such a `use` are noted and looked at then.

import (
	"strings"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// A doubtfulVar is a variable that only an import can have declared.
type doubtfulVar struct {
	name  string // sigil and qualified name
	plain string
	span  source.Span
}

// importVars notes the variables that a use statement declares.
func (r *resolver) importVars(s *tree.Use, words []string) {
	if s.No {
		return
	}
	for _, w := range append(moduleVars(s.Module), words...) {
		if len(w) > 1 && strings.IndexByte("$@%", w[0]) >= 0 {
			r.vars[w[:1]+r.qualify(w[1:])] = true
		}
	}
	if s.Module == "vars" && s.Args != nil && len(words) == 0 {
		r.doubtful = true // its names are computed
	}
	if s.Module != "" && s.Module[0]-'A' < 26 && (r.words == nil || r.words.Exports(s.Module, []string{}) == nil) {
		r.doubtful = true
	}
}

// moduleVars are the variables that built-in modules export without being asked.
func moduleVars(module string) []string {
	switch module {
	case "Test::More", "Test::Simple":
		return []string{"$TODO"}
	case "Config":
		return []string{"%Config"}
	case "English":
		var out []string
		for _, pair := range EnglishNames() {
			for _, name := range strings.Fields(pair[1]) {
				out = append(out, "$"+name, "@"+name, "%"+name)
			}
		}
		return out
	}
	return nil
}

// EnglishNames are the special variables with the names that module English gives them.
func EnglishNames() [][2]string {
	return [][2]string{{"_", "ARG"}, {"&", "MATCH"}, {"`", "PREMATCH"}, {"'", "POSTMATCH"}, {"+", "LAST_PAREN_MATCH LAST_MATCH_END"}, {"-", "LAST_MATCH_START"}, {"^N", "LAST_SUBMATCH_RESULT"},
		{".", "INPUT_LINE_NUMBER NR"}, {"/", "INPUT_RECORD_SEPARATOR RS"}, {"|", "OUTPUT_AUTOFLUSH"}, {",", "OUTPUT_FIELD_SEPARATOR OFS"}, {"\\", "OUTPUT_RECORD_SEPARATOR ORS"},
		{"\"", "LIST_SEPARATOR"}, {";", "SUBSCRIPT_SEPARATOR SUBSEP"}, {"?", "CHILD_ERROR"}, {"!", "OS_ERROR ERRNO"}, {"@", "EVAL_ERROR"}, {"$", "PROCESS_ID PID"}, {"<", "REAL_USER_ID UID"},
		{">", "EFFECTIVE_USER_ID EUID"}, {"(", "REAL_GROUP_ID GID"}, {")", "EFFECTIVE_GROUP_ID EGID"}, {"0", "PROGRAM_NAME"}, {"]", "OLD_PERL_VERSION"}, {"^V", "PERL_VERSION"}, {"^O", "OSNAME"},
		{"^T", "BASETIME"}, {"^W", "WARNING"}, {"^X", "EXECUTABLE_NAME"}, {"^E", "EXTENDED_OS_ERROR"}, {"^S", "EXCEPTIONS_BEING_CAUGHT"}}
}

// Alias makes a name stand for another glob entirely, as *name = *other does for a module that renames special variables.
func (vm *VM) Alias(name string, g *value.Glob) {
	i := strings.LastIndex(name, "::")
	vm.Package(name[:i]).Globs[name[i+2:]] = g
	vm.globs[name] = g
}

// Imported notes that a variable, named with its sigil and package ("$main::x"), was imported and so is declared.
func (vm *VM) Imported(name string) {
	if vm.imported == nil {
		vm.imported = map[string]bool{}
	}
	vm.imported[name] = true
}

// checkDoubtful dies of variables that no import declared after all.
func (vm *VM) checkDoubtful(p *Program) {
	for _, d := range p.doubtful {
		if !vm.imported[d.name] {
			at := &site{file: p.File, span: d.span, line: p.File.Line(d.span.Start), pkg: "main"}
			panic(vm.dieValue(at, value.Wide("Global symbol \""+d.plain+"\" requires explicit package name (did you forget to declare \"my "+d.plain+"\"?)"+
				vm.where(at)+"Execution of "+p.File.Name+" aborted due to compilation errors.\n")))
		}
	}
}
