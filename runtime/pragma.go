package runtime

// This file defines the lexical pragmas: what `use strict` and its kin switch on for the rest of a block.

import "strings"

// pragmas are the switches in force at a place of the source.
type pragmas struct {
	pkg        string // the current package
	strictVars bool
	strictRefs bool
	strictSubs bool
	warn       bool
	quiet      category // warnings that are silent although warn is set
	fatal      category // warnings that are exceptions
	integer    bool
	autodie    bool
	english    bool   // the special variables have long names
	bitwise    bool   // | & ^ ~ are numeric whatever their operands
	numbers    string // the module that makes objects of numbers in the text, "" for none
	unicode    bool   // the letters of byte strings follow Unicode
	bytes      bool   // length counts bytes
}

// apply changes the switches as a use or no statement says. It reports false when the module is no pragma it knows.
func (p *pragmas) apply(module string, on bool, words []string) bool {
	switch module {
	case "strict":
		if len(words) == 0 {
			words = []string{"vars", "refs", "subs"}
		}
		for _, w := range words {
			switch w {
			case "vars":
				p.strictVars = on
			case "refs":
				p.strictRefs = on
			case "subs":
				p.strictSubs = on
			}
		}
	case "warnings":
		p.applyWarnings(on, words)
	case "integer":
		p.integer = on
	case "autodie":
		p.autodie = on
	case "bigint", "bignum", "bigfloat", "bigrat":
		if p.numbers = ""; on {
			p.numbers = module
		}
		return false // it is a module as well
	case "English":
		p.english = on
	case "feature":
		for _, w := range words {
			switch {
			case w == "bitwise":
				p.bitwise = on
			case w == "unicode_strings" || w == ":all":
				p.unicode = on
			case strings.HasPrefix(w, ":") && on:
				p.applyFeatures(perlVersion("v" + w[1:]))
			}
		}
	case "bytes":
		p.bytes = on
	case "experimental": // what is asked for is no longer warned of
		for _, w := range words {
			if set := categoryOf("experimental::" + w); on {
				p.quiet |= set
			} else {
				p.quiet &^= set
			}
		}
	case "utf8", "warnings::register", "diagnostics", "locale", "open", "less", "sort", "subs", "vars", "lib", "mro", "re", "filetest", "if":
	default:
		return false
	}
	return true
}

// applyVersion does what `use VERSION` does: 5.12 and later switch strict on, 5.36 warnings too.
func (p *pragmas) applyVersion(version string) {
	major, minor := perlVersion(version)
	if major > 5 || major == 5 && minor >= 11 {
		p.strictVars, p.strictRefs, p.strictSubs = true, true, true
	}
	p.applyFeatures(major, minor)
	if major > 5 || major == 5 && minor >= 35 {
		p.warn = true
	}
}

// applyFeatures switches on what the bundle of features of a version holds.
func (p *pragmas) applyFeatures(major, minor int) {
	p.bitwise = p.bitwise || major > 5 || major == 5 && minor >= 27
	p.unicode = p.unicode || major > 5 || major == 5 && minor >= 11
}

// perlVersion reads "v5.36.0", "5.36", "5.036" and "5.036001" as major and minor numbers.
func perlVersion(version string) (major, minor int) {
	v := strings.TrimPrefix(version, "v")
	whole, rest, _ := strings.Cut(v, ".")
	major = atoi(whole)
	if !strings.HasPrefix(version, "v") && strings.Count(v, ".") == 1 {
		for len(rest) < 3 {
			rest += "0"
		}
		return major, atoi(rest[:3])
	}
	minorText, _, _ := strings.Cut(rest, ".")
	return major, atoi(minorText)
}

func atoi(s string) int {
	n := 0
	for i := 0; i < len(s) && s[i]-'0' < 10; i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}
