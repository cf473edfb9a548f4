package runtime

// This file defines the categories of warnings that `no warnings "name"` silences one by one, and fatal warnings.

import (
	"fmt"
	"strings"
)

// A category is a set of kinds of warnings, one bit for each of perldoc warnings.
type category uint64

// The categories. Those that hold others stand at the end.
const (
	warnUninit category = 1 << iota
	warnNumeric
	warnSubstr
	warnClosed
	warnUnopened
	warnNewline
	warnExec
	warnLayer
	warnPipe
	warnSyscalls
	warnPrintf
	warnPack
	warnUnpack
	warnMissing
	warnRedundant
	warnMisc
	warnSurrogate
	warnNonchar
	warnNonUnicode
	warnUTF8Only
	warnOverflow
	warnPortable
	warnDigit
	warnRecursion
	warnRedefine
	warnOnce
	warnVoid
	warnAmbiguous
	warnBareword
	warnParenthesis
	warnPrecedence
	warnPrototype
	warnQw
	warnReserved
	warnSemicolon
	warnSyntaxOnly
	warnShadow
	warnClosure
	warnExiting
	warnRegexp
	warnDeprecated
	warnExperimental
	warnSignal
	warnGlob
	warnImprecision
	warnSevere
	warnUntie
	warnLocale
	warnForList
	warnOther
	warnAll category = 1<<iota - 1

	warnIO     = warnClosed | warnUnopened | warnNewline | warnExec | warnLayer | warnPipe | warnSyscalls
	warnUTF8   = warnUTF8Only | warnSurrogate | warnNonchar | warnNonUnicode
	warnSyntax = warnSyntaxOnly | warnAmbiguous | warnBareword | warnDigit | warnParenthesis | warnPrecedence | warnPrintf |
		warnPrototype | warnQw | warnReserved | warnSemicolon
)

// categoryOf returns the set that a name of perldoc warnings stands for.
func categoryOf(name string) category {
	switch name {
	case "all", "NONFATAL":
		return warnAll
	case "io":
		return warnIO
	case "utf8":
		return warnUTF8
	case "syntax":
		return warnSyntax
	case "experimental::for_list":
		return warnForList
	}
	if strings.HasPrefix(name, "experimental::") {
		return warnExperimental
	}
	for i, n := range categoryNames() {
		if n == name {
			return 1 << i
		}
	}
	return warnOther
}

// categoryNames are the names of the single bits, in their order.
func categoryNames() [46]string {
	return [...]string{"uninitialized", "numeric", "substr", "closed", "unopened", "newline", "exec", "layer", "pipe", "syscalls", "printf",
		"pack", "unpack", "missing", "redundant", "misc", "surrogate", "nonchar", "non_unicode", "", "overflow", "portable", "digit",
		"recursion", "redefine", "once", "void", "ambiguous", "bareword", "parenthesis", "precedence", "prototype", "qw", "reserved",
		"semicolon", "", "shadow", "closure", "exiting", "regexp", "deprecated", "experimental", "signal", "glob", "imprecision", "severe"}
}

// applyWarnings is `use warnings LIST` and `no warnings LIST`.
func (p *pragmas) applyWarnings(on bool, words []string) {
	var set category
	fatal, nonfatal := false, false
	for _, w := range words {
		switch w {
		case "FATAL":
			fatal = true
			continue
		case "NONFATAL":
			nonfatal = true
			continue
		}
		if set |= categoryOf(w); w == "experimental" {
			set |= warnForList // the one feature that can be told from the others
		}
	}
	if set == 0 && (len(words) == 0 || fatal || nonfatal) {
		set = warnAll
	}
	switch {
	case !on && set == warnAll:
		p.warn, p.quiet = false, warnAll
	case !on:
		p.quiet |= set
	case !p.warn:
		p.warn, p.quiet = true, warnAll&^set
	default:
		p.quiet &^= set
	}
	switch {
	case on && fatal:
		p.fatal |= set
	case nonfatal || !on:
		p.fatal &^= set
	}
}

// warns tells whether warnings of a category are on at a place.
func (p *pragmas) warns(set category) bool { return p.warn && p.quiet&set == 0 }

// warns tells whether warnings of a category are on at a place.
func (at *site) warns(set category) bool { return at != nil && at.warn && at.quiet&set == 0 }

// warnIn is warnf for a warning of a category: it is silent where the script asked for that, and an exception where warnings are
// fatal.
func (vm *VM) warnIn(at *site, set category, format string, args ...any) {
	if at != nil && at.quiet&set == set {
		return
	}
	if at != nil && at.fatal&set != 0 {
		panic(vm.fatalWarning(at, format, args...))
	}
	vm.warnf(at, format, args...)
}

// WarnIn writes a warning of a category of perldoc warnings ("numeric", "printf", ...) with the place of the call, if it is on there.
func (c *Call) WarnIn(name, text string) {
	if c.Warns() {
		c.VM.warnIn(c.site, categoryOf(name), "%s", text)
	}
}

// fatalWarning is the exception that a warning becomes where warnings are fatal.
func (vm *VM) fatalWarning(at *site, format string, args ...any) *Die {
	return vm.dief(at, "%s", fmt.Sprintf(format, args...))
}
