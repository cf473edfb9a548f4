package regex

// This file defines the compiled pattern and the package's entry points.

import (
	"strings"
	"sync"
)

// Regexp is a compiled pattern. It may be used by several goroutines at once, each with a State of its own.
type Regexp struct {
	pattern string
	given   Flags
	tree    *parsed

	once   [2]sync.Once
	progs  [2]*program // by mode, made on first use
	within [2]sync.Once
	inners [2]*program // the same as part of another pattern
}

// Compile reads a pattern. What it cannot read gives an *Error. The text must be final: variables and \Q, \U and their
// like have been replaced by the caller, and embedded code, (?{...}) and (??{...}), by its CodeMark.
func Compile(pattern string, flags Flags) (*Regexp, error) {
	flags = flags.normal()
	tree, err := parse(pattern, flags)
	if err != nil {
		return nil, err
	}
	return &Regexp{pattern: pattern, given: flags, tree: tree}, nil
}

// Match finds the leftmost match that begins at byte offset pos of subject or later. With utf8 the subject is UTF-8 text,
// else a string of bytes; offsets are in bytes either way. The results are in st. If there is no match, or an error
// (*BudgetError, *CancelError, or *Error for endless recursion), they are not meaningful.
func (r *Regexp) Match(st *State, subject string, utf8 bool, pos int) (bool, error) {
	if pos < 0 || pos > len(subject) {
		return false, nil
	}
	m := modeBytes
	if utf8 {
		m = modeUTF8
	}
	return st.match(r.program(m), subject, pos)
}

// program gives the program of a mode.
func (r *Regexp) program(m mode) *program {
	r.once[m].Do(func() {
		r.progs[m] = compile(r.pattern, r.tree, m, false)
		r.progs[m].owner = r
	})
	return r.progs[m]
}

// inner gives the program of a mode for use inside of another pattern.
func (r *Regexp) inner(m mode) *program {
	r.within[m].Do(func() {
		r.inners[m] = compile(r.pattern, r.tree, m, true)
		r.inners[m].owner = r
	})
	return r.inners[m]
}

// NumCaptures gives the number of the highest capture group.
func (r *Regexp) NumCaptures() int { return r.tree.groups }

// Names gives the names of the groups by number; "" is a group without one. Names()[0] is always "".
func (r *Regexp) Names() []string { return r.tree.names }

// Groups gives the numbers of the groups of a name in the order of the pattern, nil if there is none.
func (r *Regexp) Groups(name string) []int { return r.tree.byName[name] }

// String gives the pattern as it was compiled.
func (r *Regexp) String() string { return r.pattern }

// Flags gives the flags, with those that the pattern implies: a pattern with characters above 255 has U.
func (r *Regexp) Flags() Flags { return r.tree.flags }

// Embed gives the form in which a compiled pattern stands for itself inside of another, and in which qr// prints:
// (?^i:pattern).
func (r *Regexp) Embed() string {
	var b strings.Builder
	b.WriteString("(?^")
	b.WriteString(r.tree.flags.String())
	b.WriteByte(':')
	b.WriteString(r.pattern)
	if r.tree.comment {
		b.WriteByte('\n') // or the comment would swallow the parenthesis
	}
	b.WriteByte(')')
	return b.String()
}

// Literal gives the text that the pattern consists of, if it is nothing but text that is matched as it stands.
func (r *Regexp) Literal() (string, bool) {
	switch e := r.tree.root.(type) {
	case *emptyExpr:
		return "", true
	case *litExpr:
		if e.flags&I != 0 {
			return "", false
		}
		for _, c := range e.runes {
			if c >= 0x80 {
				return "", false
			}
		}
		return string(e.runes), true
	}
	return "", false
}
