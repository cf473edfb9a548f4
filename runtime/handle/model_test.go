package handle

// This file compares handles with simple models of what they do, and throws nonsense at what reads text.

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/runtime/value"
)

// A model is a file as a slice with a position.
type model struct {
	data    []byte
	at      int
	appends bool
}

func (m *model) read(n int) string {
	from := min(m.at, len(m.data))
	to := min(from+n, len(m.data))
	if to > from {
		m.at = to
	}
	return string(m.data[from:to])
}

func (m *model) line() (string, bool) {
	rest := m.data[min(m.at, len(m.data)):]
	if len(rest) == 0 {
		return "", false
	}
	if i := bytes.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i+1]
	}
	m.at += len(rest)
	return string(rest), true
}

func (m *model) write(s string) {
	if s == "" {
		return
	}
	if m.appends {
		m.at = len(m.data)
	}
	if gap := m.at - len(m.data); gap > 0 {
		m.data = append(m.data, make([]byte, gap)...)
	}
	m.data = append(m.data[:m.at], append([]byte(s), m.data[min(m.at+len(s), len(m.data)):]...)...)
	m.at += len(s)
}

func (m *model) truncate(n int) {
	if n <= len(m.data) {
		m.data = m.data[:n]
	} else {
		m.data = append(m.data, make([]byte, n-len(m.data))...)
	}
}

// Reading and writing in any order, on a file and in memory, with pieces around the size of the buffers.
func TestHandleAgainstModel(t *testing.T) {
	sizes := []int{0, 1, 2, 10, 100, firstRead - 1, firstRead, firstRead + 1, bufferSize - 1, bufferSize, bufferSize + 1}
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 3))
		mode := []string{"+<", "+>>", "+>"}[r.IntN(3)]
		start := strings.Repeat("some text\nand more\n", r.IntN(9000))
		m := &model{appends: mode == "+>>"}
		if mode != "+>" {
			m.data = []byte(start)
		}
		if m.appends {
			m.at = len(m.data)
		}
		w := newWorld(t, "")
		scalar := value.NewScalar(value.Str(start))
		var h *Handle
		memory := seed%2 == 0
		if memory {
			h = w.memory(mode, scalar)
		} else {
			w.put("f", start)
			h = w.open(mode, "f")
		}
		sep := sepOf("\n")
		for step := range 60 {
			what := ""
			ok := true
			switch r.IntN(7) {
			case 0:
				n := sizes[r.IntN(len(sizes))]
				what = fmt.Sprint("read ", n)
				got, err := h.Read(n)
				ok = got == m.read(n) && err == nil
			case 1:
				what = "line"
				line, more, err := h.ReadLine(&sep)
				want, wantMore := m.line()
				ok = line == want && more == wantMore && err == nil
			case 2:
				s := strings.Repeat(string(rune('a'+r.IntN(26))), sizes[r.IntN(len(sizes))])
				what = fmt.Sprint("write ", len(s))
				m.write(s)
				ok = h.Write(s, false) == nil
			case 3:
				to := r.IntN(len(m.data) + 100)
				what = fmt.Sprint("seek ", to)
				at, err := h.Seek(int64(to), io.SeekStart)
				m.at = to
				ok = at == int64(to) && err == nil
			case 4:
				what = "seek from the end"
				_, err := h.Seek(0, io.SeekEnd)
				m.at = len(m.data)
				ok = err == nil
			case 5:
				what = "eof"
				ok = h.EOF() == (m.at >= len(m.data))
			case 6:
				n := r.IntN(len(m.data) + 100)
				what = fmt.Sprint("truncate ", n)
				// What was read ahead is older than the new size: as in C, a seek comes first.
				if _, err := h.Seek(0, io.SeekCurrent); err != nil {
					t.Fatal(err)
				}
				ok = h.Truncate(int64(n)) == nil
				m.truncate(n)
			}
			if at := h.Tell(); !ok || at != int64(m.at) {
				t.Fatalf("seed %d, mode %s, memory %v, step %d: %s: ok %v, at %d, want %d", seed, mode, memory, step, what, ok, at, m.at)
			}
		}
		closeOK(t, h)
		got := scalar.V.String()
		if !memory {
			got = w.get("f")
		}
		if got != string(m.data) {
			t.Fatalf("seed %d, mode %s, memory %v: %d bytes, want %d", seed, mode, memory, len(got), len(m.data))
		}
	}
}

// No mode or name makes open panic, whatever it is; and nothing is opened that the host forbids.
func FuzzOpen(f *testing.F) {
	for _, s := range []string{"<f", "+>>:utf8", "-|", "|-", "| x", "x |", ">&=3", "<&STDIN", "-", ">-", ":", "<:encoding(", "", "\n", "+<&", ">&", "<:crlf:pop:raw"} {
		f.Add(s, "f")
	}
	f.Add("<", "\x00")
	f.Add(">&", "STDERR")
	f.Fuzz(func(t *testing.T, mode, name string) {
		s := NewSet(Config{FS: Forbidden(), NoProcesses: true})
		for _, args := range [][]value.Value{nil, {value.Str(name)}, {value.Undef}, {value.Str(name), value.Str(mode)}, {value.RefScalar(value.NewScalar(value.Str(name)))}} {
			h, err := s.Open(mode, args...)
			if (h == nil) == (err == nil) {
				t.Fatalf("%q %q: %v, %v", mode, args, h, err)
			}
			if err != nil {
				if code, text := Errno(err); code == 0 || text == "" {
					t.Fatalf("%q %q: %v has no errno", mode, args, err)
				}
				continue
			}
			_ = h.Write("x\n", false)
			_, _, _ = h.ReadLine(&Separator{})
			if h.Fileno() > 2 || h.Fileno() < 0 {
				_, _ = h.Close()
			}
		}
	})
}

// A command line either goes to the shell as it is, or has nothing in it that a shell would see.
func FuzzCommandLine(f *testing.F) {
	for _, s := range []string{"ls -l", "a 2>&1", "A=1 b", "exec x", ". x", "a\n", "a\nb", "", " ", "2>&1", "x 2>&1 2>&1", "a;b 2>&1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		path, args, merge := Command{Line: line}.argv()
		if len(args) == 3 && args[1] == "-c" && path == "/bin/sh" {
			if args[2] != line || !needsShell(line) {
				t.Fatalf("%q: shell with %q", line, args)
			}
			return
		}
		for _, a := range args {
			if a == "" || strings.ContainsAny(a, "$&*(){}[]'\";\\|?<>~`\n") {
				t.Fatalf("%q: %q without a shell", line, args)
			}
		}
		if merge && !strings.Contains(line, "2>&1") {
			t.Fatalf("%q: standard error moves", line)
		}
	})
}

// A layer specification is refused as a whole or taken as a whole.
func FuzzLayers(f *testing.F) {
	for _, s := range []string{":utf8", ":raw:crlf", ":encoding(UTF-8)", ":encoding(", ":pop:pop", "x", ":(", ":é", ":encoding()"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, spec string) {
		base := layering{enc: encUTF16, crlf: true}
		l, err := base.with(spec)
		var le *LayerError
		if err != nil && (!errors.As(err, &le) || l != base) {
			t.Fatalf("%q: %v, %+v", spec, err, l)
		}
		if err == nil && len(l.names()) < 2 {
			t.Fatalf("%q: %q", spec, l.names())
		}
	})
}

// A glob matches as the slow, obvious matcher says.
func TestGlobMatchAgainstModel(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	letters := "ab"
	operators := []string{"a", "b", "*", "?", "[ab]", "[!a]", "[a-b]", "**"}
	for range 20_000 {
		var p strings.Builder
		for range r.IntN(7) {
			p.WriteString(operators[r.IntN(len(operators))])
		}
		var name strings.Builder
		for range r.IntN(8) {
			name.WriteByte(letters[r.IntN(2)])
		}
		compiled, _ := globCompile(globQuote(p.String()))
		if got, want := globMatch(name.String(), compiled), slowMatch(name.String(), compiled); got != want {
			t.Fatalf("%q on %q: %v", p.String(), name.String(), got)
		}
	}
}

func slowMatch(name string, p []globChar) bool {
	switch {
	case len(p) == 0:
		return name == ""
	case p[0] == star:
		return slowMatch(name, p[1:]) || name != "" && slowMatch(name[1:], p)
	case name == "":
		return false
	}
	n := globOne(name[0], p)
	return n > 0 && slowMatch(name[1:], p[n:])
}

// Two sets in one process keep their directories, umasks and handles apart.
func TestSetsAreIndependent(t *testing.T) {
	a, b := newWorld(t, "input a\n"), newWorld(t, "input b\n")
	a.Umask(0o077)
	for name, w := range map[string]*world{"a": a, "b": b} {
		h := w.open(">", "same name")
		write(t, h, name, false)
		closeOK(t, h)
		write(t, w.Stdout, name, false)
		if err := errors.Join(w.Mkdir("d", 0o777), w.Chdir("d"), w.FlushAll()); err != nil {
			t.Fatal(err)
		}
	}
	for name, w := range map[string]*world{"a": a, "b": b} {
		if got := w.get("same name"); got != name || w.out.String() != name {
			t.Errorf("%s: file %q, output %q", name, got, w.out.String())
		}
		if line, _, _ := w.Stdin.ReadLine(&Separator{}); line != "input "+name+"\n" {
			t.Errorf("%s: input %q", name, line)
		}
		st, err := os.Stat(w.path("same name"))
		if err != nil {
			t.Fatal(err)
		}
		if private := st.Mode().Perm()&0o077 == 0; private != (name == "a") {
			t.Errorf("%s: permissions %v", name, st.Mode())
		}
	}
}
