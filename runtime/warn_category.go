package runtime

// This file defines the categories of warnings that `no warnings "name"` silences one by one, and fatal warnings.

import "fmt"

// A category is a set of kinds of warnings. Its bits mean: silent.
type category uint16

// The categories that scripts silence.
const (
	warnUninit category = 1 << iota
	warnNumeric
	warnSubstr
	warnIO
	warnFormat
	warnMisc
	warnUTF8
	warnOverflow
	warnRecursion
	warnExec
	warnOther
	warnAll category = 1<<iota - 1
)

// categoryOf returns the set that a name of perldoc warnings stands for.
func categoryOf(name string) category {
	switch name {
	case "all", "FATAL", "NONFATAL":
		return warnAll
	case "uninitialized":
		return warnUninit
	case "numeric":
		return warnNumeric
	case "substr":
		return warnSubstr
	case "io", "closed", "unopened", "newline", "layer", "pipe":
		return warnIO
	case "printf", "missing", "redundant", "pack", "unpack":
		return warnFormat
	case "misc":
		return warnMisc
	case "utf8", "surrogate", "nonchar", "non_unicode":
		return warnUTF8
	case "overflow", "portable", "digit":
		return warnOverflow
	case "recursion":
		return warnRecursion
	case "exec":
		return warnExec
	}
	return warnOther
}

// applyWarnings is `use warnings LIST` and `no warnings LIST`.
func (p *pragmas) applyWarnings(on bool, words []string) {
	var set category
	fatal := false
	for _, w := range words {
		if w == "FATAL" {
			fatal = true
			continue
		}
		set |= categoryOf(w)
	}
	if len(words) == 0 || fatal && set == 0 {
		set = warnAll
	}
	switch {
	case !on && set == warnAll:
		p.warn, p.fatal = false, false
	case !on:
		p.quiet |= set
	case !p.warn:
		p.warn, p.quiet = true, warnAll&^set
	default:
		p.quiet &^= set
	}
	if on && fatal {
		p.fatal = true
	}
}

// warnIn is warnf for a warning of a category: it is silent where the script asked for that, and an exception where warnings are
// fatal.
func (vm *VM) warnIn(at *site, set category, format string, args ...any) {
	if at != nil && at.quiet&set != 0 {
		return
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
