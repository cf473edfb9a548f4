package handle

// This file reads the mode argument of open.

import (
	"os"
	"strings"
)

// A mode is what an open mode says: "+<", ">>:utf8", "-|", ">&=".
type mode struct {
	os     int // for opening a file
	flags  flags
	pipe   bool // "-|" reads from, "|-" writes to a command
	dup    bool
	alias  bool // "&=": the same descriptor
	layers layering
}

// truncates reports whether opening empties the file.
func (m mode) truncates() bool { return m.os&os.O_TRUNC != 0 }

// operators lists the file operators, longest first where one begins another.
const operators = "+>> +> +< >> > <"

// splitMode separates the operator of a mode from what follows it.
func splitMode(s string) (m mode, rest string, ok bool) {
	for _, op := range strings.Fields("-| |- " + operators) {
		if rest, ok := strings.CutPrefix(s, op); ok {
			m.operator(op)
			return m, rest, true
		}
	}
	return m, s, false
}

func (m *mode) operator(op string) {
	switch op {
	case "<":
		m.os, m.flags = os.O_RDONLY, canRead
	case ">":
		m.os, m.flags = os.O_WRONLY|os.O_CREATE|os.O_TRUNC, canWrite
	case ">>":
		m.os, m.flags = os.O_WRONLY|os.O_CREATE|os.O_APPEND, canWrite|appends
	case "+<":
		m.os, m.flags = os.O_RDWR, canRead|canWrite
	case "+>":
		m.os, m.flags = os.O_RDWR|os.O_CREATE|os.O_TRUNC, canRead|canWrite
	case "+>>":
		m.os, m.flags = os.O_RDWR|os.O_CREATE|os.O_APPEND, canRead|canWrite|appends
	case "-|":
		m.pipe, m.flags = true, canRead
	case "|-":
		m.pipe, m.flags = true, canWrite
	}
}

// duplicates reads "&" or "&=" off the front of rest.
func (m *mode) duplicates(rest string) string {
	if !m.pipe && strings.HasPrefix(rest, "&") {
		m.dup = true
		rest = rest[1:]
		if strings.HasPrefix(rest, "=") {
			m.alias = true
			rest = rest[1:]
		}
	}
	return rest
}

// parseMode reads the mode of a three-argument open. Unknown layers are warned about as well as returned.
func (s *Set) parseMode(text string) (mode, error) {
	m, rest, ok := splitMode(strings.TrimLeft(text, blanks))
	if !ok {
		return m, &ModeError{text}
	}
	rest = strings.TrimLeft(m.duplicates(rest), blanks)
	if rest != "" && strings.IndexByte("<>|+&-", rest[0]) >= 0 {
		return m, &ModeError{text}
	}
	return m, s.modeLayers(&m, rest)
}

func (s *Set) modeLayers(m *mode, spec string) (err error) {
	if spec == "" && s.config.DefaultLayers != nil {
		in, out := s.config.DefaultLayers()
		spec = in
		if m.flags&canWrite != 0 {
			spec = out
		}
	}
	if m.layers, err = m.layers.with(spec); err != nil {
		s.warn(Warning{Kind: UnknownLayer, Category: "layer", Text: err.Error()})
	}
	return err
}

// blanks are what open ignores around names.
const blanks = " \t\r\n\f"
