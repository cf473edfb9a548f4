package handle

// This file opens with two arguments, where the name says the mode, and opens handles again.

import (
	"strings"
	"syscall"

	"github.com/smrscript/smrscript/runtime/value"
)

// open2 is open with one string: "<f", ">> f", "cmd |", "| cmd", "-", ">&STDERR".
func (s *Set) open2(spec string) (*Handle, error) {
	text := strings.Trim(spec, blanks)
	if cmd, ok := strings.CutPrefix(text, "|"); ok {
		return s.open2Pipe(cmd, canWrite)
	}
	m, rest, ok := splitFile(text)
	if !ok {
		if cmd, ok := strings.CutSuffix(text, "|"); ok {
			return s.open2Pipe(cmd, canRead)
		}
		m.operator("<")
	} else {
		rest = strings.TrimLeft(m.duplicates(rest), blanks)
	}
	if err := s.modeLayers(&m, ""); err != nil {
		return nil, err
	}
	if m.dup {
		from, err := s.source(value.Str(rest))
		if err != nil {
			return nil, err
		}
		return s.dup(m, from)
	}
	if rest == "-" && m.flags != canRead|canWrite {
		if m.flags&canWrite != 0 {
			return s.Stdout, nil
		}
		return s.Stdin, nil
	}
	if strings.HasSuffix(spec, "\n") && !ok {
		// The trailing line feed is trimmed as all blanks are, but it is why the name may not be found.
		h, err := s.openPath(m, rest)
		if err != nil {
			s.warn(Warning{Kind: NewlineInName, Category: "newline", Text: "Unsuccessful open on filename containing newline"})
		}
		return h, err
	}
	return s.openPath(m, rest)
}

// splitFile is splitMode for the file operators only: "-|" is no prefix of the two-argument form.
func splitFile(text string) (mode, string, bool) {
	if strings.HasPrefix(text, "-") {
		return mode{}, text, false
	}
	return splitMode(text)
}

func (s *Set) open2Pipe(cmd string, fl flags) (*Handle, error) {
	m := mode{pipe: true, flags: fl}
	if err := s.modeLayers(&m, ""); err != nil {
		return nil, err
	}
	return s.openPipe(m, []value.Value{value.Str(strings.Trim(cmd, blanks))})
}

// openPipe starts a command and returns the handle of its output or input.
func (s *Set) openPipe(m mode, args []value.Value) (*Handle, error) {
	c := Command{Line: args[0].String()}
	if len(args) > 1 {
		c = Command{}
		for _, a := range args {
			c.Args = append(c.Args, a.String())
		}
	}
	switch {
	case len(args) == 1 && strings.Trim(c.Line, blanks) == "":
		s.warn(Warning{Kind: MissingCommand, Category: "pipe", Text: "Missing command in piped open"})
		return nil, syscall.EPIPE
	case len(args) == 1 && strings.Trim(c.Line, blanks) == "-":
		return nil, &UnsupportedError{What: "open that forks"}
	}
	return s.startPipe(c, m.flags, m.layers)
}

// OpenCommand starts c and returns a handle that reads its output, or writes to its input; layers as for Binmode,
// "" for none.
func (s *Set) OpenCommand(c Command, write bool, layers string) (*Handle, error) {
	m := mode{pipe: true, flags: canRead}
	if write {
		m.flags = canWrite
	}
	if err := s.modeLayers(&m, layers); err != nil {
		return nil, err
	}
	return s.startPipe(c, m.flags, m.layers)
}

// Reopen is open on a handle that exists: everybody who holds h sees the new file, and children inherit it if h is a
// standard handle. A standard handle stays as it was when opening fails; any other is closed first, as in perl, and
// keeps its line number.
func (s *Set) Reopen(h *Handle, mode string, args ...value.Value) error {
	line := h.line
	if h.d != nil {
		if h.flags&standard != 0 || strings.Contains(mode, "&") {
			_ = h.Flush() // the error is kept until the handle is closed below
		} else {
			_, _ = h.Close() // an implicit close reports nothing
		}
	}
	n, err := s.Open(mode, args...)
	if err != nil {
		if h.d != nil && h.flags&standard == 0 {
			_, _ = h.Close()
		}
		return err
	}
	if n == h {
		return nil
	}
	if n == s.Stdin || n == s.Stdout {
		if n, err = s.dup(modeOf(n), n); err != nil {
			return err
		}
	}
	s.replace(h, n)
	h.line = line
	return nil
}

func modeOf(h *Handle) mode {
	return mode{flags: h.flags & (canRead | canWrite), layers: h.layers}
}

// replace moves what n has open into h.
func (s *Set) replace(h, n *Handle) {
	num, keep, auto := h.num, h.flags&standard, h.flags&autoflush
	wasOpen := h.d != nil
	if wasOpen {
		_, _ = h.Close() // an implicit close reports nothing
	}
	if h == s.Stderr {
		keep |= immediate
	}
	d, c := n.d, n.child
	s.release(n)
	delete(s.children, n)
	d.refs--
	s.fit(h, d, n.name, n.flags&^immediate|keep|auto, n.layers)
	n.d, n.child = nil, nil
	h.set = s
	if h.child = c; c != nil {
		s.adopt(h)
	}
	switch {
	case n.num < 0:
		h.num = -1
	case wasOpen && num >= 0:
		h.num = s.renumber(h, num)
	default:
		h.num = s.number(h)
	}
}
