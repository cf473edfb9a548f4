package handle

// This file tests the forms of open.

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/runtime/value"
)

func strs(s ...string) []value.Value {
	var v []value.Value
	for _, x := range s {
		v = append(v, value.Str(x))
	}
	return v
}

func TestOpenModes(t *testing.T) {
	tests := []struct {
		mode      string
		args      []string
		start     string // content of f before; "-" for no file
		add       string // written
		want      string // content after
		readable  bool
		writable  bool
		errorName string
	}{
		{"<", []string{"f"}, "old", "", "old", true, false, ""},
		{"<", []string{"f"}, "-", "", "", false, false, "ENOENT"},
		{">", []string{"f"}, "old", "new", "new", false, true, ""},
		{">>", []string{"f"}, "old", "new", "oldnew", false, true, ""},
		{"+<", []string{"f"}, "older", "new", "newer", true, true, ""},
		{"+<", []string{"f"}, "-", "", "", false, false, "ENOENT"},
		{"+>", []string{"f"}, "older", "new", "new", true, true, ""},
		{"+>>", []string{"f"}, "old", "new", "oldnew", true, true, ""},
		{" > ", []string{"f"}, "-", "new", "new", false, true, ""},
		{">:utf8", []string{"f"}, "-", "\xe9", "\u00e9", false, true, ""},
		{"> :crlf", []string{"f"}, "-", "\n", "\r\n", false, true, ""},
		{"f", nil, "old", "", "old", true, false, ""},
		{"<f", nil, "old", "", "old", true, false, ""},
		{" < f \n", nil, "old", "", "old", true, false, ""},
		{">f", nil, "old", "new", "new", false, true, ""},
		{">> f", nil, "old", "new", "oldnew", false, true, ""},
		{"+<f", nil, "older", "new", "newer", true, true, ""},
		{"+>>  f", nil, "old", "new", "oldnew", true, true, ""},
		{"", nil, "-", "", "", false, false, "ENOENT"},
		{"<", []string{""}, "-", "", "", false, false, "ENOENT"},
		{"<", []string{"f\x00g"}, "old", "", "", false, false, "ENOENT"},
		{">", []string{"."}, "-", "", "", false, false, "EISDIR"},
		{"<:nope", []string{"f"}, "old", "", "", false, false, "ENOENT"},
		{"<:encoding(nope)", []string{"f"}, "old", "", "", false, false, "EINVAL"},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%s %q", tt.mode, tt.args), func(t *testing.T) {
			w := newWorld(t, "")
			if tt.start != "-" {
				w.put("f", tt.start)
			}
			h, err := w.Open(tt.mode, strs(tt.args...)...)
			if tt.errorName != "" {
				if !isCode(err, tt.errorName) || h != nil {
					t.Fatalf("%v, want %s", err, tt.errorName)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if h.Readable() != tt.readable || h.Writable() != tt.writable {
				t.Errorf("readable %v, writable %v", h.Readable(), h.Writable())
			}
			if tt.add != "" {
				write(t, h, tt.add, false)
			}
			closeOK(t, h)
			if got := w.get("f"); got != tt.want {
				t.Errorf("file %q, want %q", got, tt.want)
			}
		})
	}
}

func TestOpenMistakes(t *testing.T) {
	w := newWorld(t, "")
	for _, mode := range []string{"foo", "<<", "|", "", "<|", "+", ">+", "r"} {
		_, err := w.Open(mode, value.Str("x"))
		var me *ModeError
		if !errors.As(err, &me) || err.Error() != "Unknown open() mode '"+mode+"'" {
			t.Errorf("%q: %v", mode, err)
		}
	}
	if _, err := w.Open("<", strs("a", "b")...); err == nil {
		t.Error("a list for a file")
	}
	if _, err := w.OpenFile("-|", "x"); err == nil {
		t.Error("OpenFile starts a command")
	}
	if _, err := w.OpenFile("bad", "x"); err == nil {
		t.Error("OpenFile takes any mode")
	}
	for spec, text := range map[string]string{
		"|": "Missing command in piped open", " | ": "Missing command in piped open",
		"gone\n": "Unsuccessful open on filename containing newline",
	} {
		w.warnings = nil
		if _, err := w.Open(spec); err == nil || len(w.warnings) != 1 || w.warnings[0].Text != text {
			t.Errorf("%q: %v, %q", spec, err, w.texts())
		}
	}
	for _, spec := range []string{"-|", "|-"} {
		var ue *UnsupportedError
		if _, err := w.Open(spec); !errors.As(err, &ue) || !isCode(err, "ENOSYS") {
			t.Errorf("%s: %v", spec, err)
		}
		if _, err := w.Open(spec, value.Str("-")); !errors.As(err, &ue) {
			t.Errorf("%s with -: %v", spec, err)
		}
	}
	w.warnings = nil
	if _, err := w.Open("<", value.Str("a\nb\n")); err == nil || len(w.warnings) != 0 {
		t.Errorf("newline: %v, %q", err, w.texts())
	}
}

func TestOpenDash(t *testing.T) {
	w := newWorld(t, "in\n")
	for spec, want := range map[string]*Handle{"-": w.Stdin, "<-": w.Stdin, "< -": w.Stdin, ">-": w.Stdout, ">>-": w.Stdout} {
		if h, err := w.Open(spec); h != want || err != nil {
			t.Errorf("%q: %v, %v", spec, h, err)
		}
	}
	w.put("-", "a file called minus")
	h := w.open("<", "-")
	if got, _ := h.Read(100); got != "a file called minus" {
		t.Errorf("three arguments: %q", got)
	}
}

func TestDup(t *testing.T) {
	w := newWorld(t, "")
	glob := &value.Glob{Name: "LOG"}
	log := w.open(">", "log")
	w.config.Resolve = func(v value.Value) *Handle {
		if v.Kind() == value.KGlobRef && v.Glob() == glob {
			return log
		}
		return nil
	}
	write(t, log, "1", false)
	for _, tt := range []struct {
		mode string
		args []value.Value
		num  int
	}{
		{">&", []value.Value{value.RefGlob(glob)}, 4},
		{">>&", []value.Value{value.Int(3)}, 5},
		{">&=", []value.Value{value.Int(3)}, 3},
		{">&3", nil, 6},
		{">&=3", nil, 3},
		{">&STDOUT", nil, 7},
		{"> & STDERR", nil, 8},
		{">&", []value.Value{value.Str("*main::STDOUT")}, 9},
	} {
		h, err := w.Open(tt.mode, tt.args...)
		if err != nil {
			t.Errorf("%s: %v", tt.mode, err)
			continue
		}
		if h.Fileno() != tt.num {
			t.Errorf("%s: fileno %d, want %d", tt.mode, h.Fileno(), tt.num)
		}
		write(t, h, "x", false)
		if err := h.Flush(); err != nil {
			t.Error(err)
		}
	}
	if got := w.get("log"); got != "1xxxxx" {
		t.Errorf("log %q", got)
	}
	closeOK(t, log)
	if _, err := w.Open(">&", value.RefGlob(glob)); !isCode(err, "EBADF") {
		t.Errorf("dup of a closed handle: %v", err)
	}
	if _, err := w.Open(">&=44"); !isCode(err, "EBADF") {
		t.Errorf("dup of a number that is not open: %v", err)
	}
	var bad *BadHandleError
	if _, err := w.Open("<&", value.Str("NOPE")); !errors.As(err, &bad) || err.Error() != "Bad filehandle: NOPE" {
		t.Errorf("dup of no handle: %v", err)
	}
	if _, err := w.Dup(">&", nil); !isCode(err, "EBADF") {
		t.Errorf("Dup of nil: %v", err)
	}
	if _, err := w.Dup("&", w.Stdout); err == nil {
		t.Error("Dup with a bad mode")
	}
}

// A file stays open until its last handle is closed, and a duplicate begins where its original stands.
func TestDupShares(t *testing.T) {
	w := newWorld(t, "")
	w.put("f", "a\nb\nc\n")
	h := w.open("<", "f")
	sep := sepOf("\n")
	if line, _, _ := h.ReadLine(&sep); line != "a\n" {
		t.Fatal(line)
	}
	d, err := w.Dup("<&", h)
	if err != nil {
		t.Fatal(err)
	}
	closeOK(t, h)
	if got := lines(t, d, sep); !reflect.DeepEqual(got, []string{"b\n", "c\n"}) {
		t.Errorf("%q", got)
	}
	v := value.NewScalar(value.Str("xyz"))
	m := w.memory("<", v)
	md, err := w.Dup("<&", m)
	if err != nil || md.Fileno() != -1 {
		t.Fatal(err)
	}
	if got, _ := md.Read(9); got != "xyz" {
		t.Errorf("in memory: %q", got)
	}
}

// The usual dance: save STDOUT, point it to a file, put it back.
func TestReopenStandard(t *testing.T) {
	w := newWorld(t, "")
	write(t, w.Stdout, "before ", false)
	saved, err := w.Open(">&", value.Str("STDOUT"))
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Stdout.SetAutoflush(true); err != nil {
		t.Fatal(err)
	}
	if err := w.Reopen(w.Stdout, ">", value.Str("captured")); err != nil {
		t.Fatal(err)
	}
	if w.Stdout.Fileno() != 1 || !w.Stdout.Autoflush() {
		t.Errorf("fileno %d, autoflush %v", w.Stdout.Fileno(), w.Stdout.Autoflush())
	}
	write(t, w.Stdout, "inside", false)
	if err := w.Reopen(w.Stdout, ">", value.Str("no/such/dir")); !isCode(err, "ENOENT") || !w.Stdout.IsOpen() {
		t.Errorf("a failing reopen: %v, open %v", err, w.Stdout.IsOpen())
	}
	closeOK(t, w.Stdout)
	if err := w.Reopen(w.Stdout, ">&="+fmt.Sprint(saved.Fileno())); err != nil {
		t.Fatal(err)
	}
	if w.Stdout.Fileno() != 1 {
		t.Errorf("STDOUT has fileno %d", w.Stdout.Fileno())
	}
	write(t, w.Stdout, "after", false)
	if err := w.FlushAll(); err != nil {
		t.Fatal(err)
	}
	if w.out.String() != "before after" || w.get("captured") != "inside" {
		t.Errorf("output %q, captured %q", w.out.String(), w.get("captured"))
	}
}

func TestReopenOrdinary(t *testing.T) {
	w := newWorld(t, "")
	w.put("f", "a\nb\n")
	w.put("g", "c\n")
	h := w.open("<", "f")
	sep := sepOf("\n")
	lines(t, h, sep)
	num := h.Fileno()
	if err := w.Reopen(h, "<", value.Str("g")); err != nil {
		t.Fatal(err)
	}
	if got := lines(t, h, sep); len(got) != 1 || h.Line() != 3 || h.Fileno() != num {
		t.Errorf("%q, $. %d, fileno %d", got, h.Line(), h.Fileno())
	}
	if err := w.Reopen(h, "<&", value.Int(int64(num))); err != nil || !h.IsOpen() {
		t.Errorf("a handle duplicates itself: %v", err)
	}
	if err := w.Reopen(h, "<", value.Str("gone")); !isCode(err, "ENOENT") || h.IsOpen() {
		t.Errorf("failing: %v, open %v", err, h.IsOpen())
	}
	if err := w.Reopen(h, "-"); err != nil || !h.EOF() {
		t.Errorf("STDIN: %v", err)
	}
	closeOK(t, h)
	if !w.Stdin.IsOpen() {
		t.Error("closing the copy closed STDIN")
	}
	if err := w.Reopen(w.Stdin, "<&", value.Str("STDIN")); err != nil {
		t.Error(err)
	}
}

func TestTemporary(t *testing.T) {
	w := newWorld(t, "")
	t.Setenv("TMPDIR", w.dir)
	h, err := w.Open("+>", value.Undef)
	if err != nil {
		t.Fatal(err)
	}
	write(t, h, "temporary", false)
	if _, err := h.Seek(0, 0); err != nil {
		t.Fatal(err)
	}
	if got, _ := h.Read(99); got != "temporary" {
		t.Errorf("read back %q", got)
	}
	closeOK(t, h)
	if left, _ := filepath.Glob(filepath.Join(w.dir, "smr*")); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
	if _, err := w.OpenTemp("-|"); err == nil {
		t.Error("a temporary command")
	}
}

func TestSysopen(t *testing.T) {
	w := newWorld(t, "")
	h, err := w.Sysopen("f", os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil || !h.Readable() || !h.Writable() {
		t.Fatal(err)
	}
	if _, err := w.Sysopen("f", os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600); !isCode(err, "EEXIST") {
		t.Errorf("O_EXCL: %v", err)
	}
	a, err := w.Sysopen("f", os.O_WRONLY|os.O_APPEND, 0)
	if err != nil || a.Readable() {
		t.Fatal(err)
	}
	if r, err := w.Sysopen("f", os.O_RDONLY, 0); err != nil || r.Writable() {
		t.Error(err)
	}
	w.config.DefaultLayers = func() (string, string) { return ":utf8", ":nope" }
	if r, err := w.Sysopen("f", os.O_RDONLY, 0); err != nil || !r.Wide() {
		t.Errorf("default layers: %v", err)
	}
	if _, err := w.Sysopen("f", os.O_WRONLY, 0); err == nil {
		t.Error("a bad default layer")
	}
	if r := w.open("<:raw", "f"); r.Wide() {
		t.Error("an explicit layer does not replace the default")
	}
	if r, err := w.Open("f"); err != nil || !r.Wide() {
		t.Errorf("two arguments take the default layers: %v", err)
	}
}

// Two-argument names that perl and we must read the same way.
func TestOpen2AgainstPerl(t *testing.T) {
	specs := []string{"f", " f", "f ", "<f", "< f", "<  f  ", "+<f", "+< f", "echo hi|", " echo  hi | ", "<&=0", "f|x", ">&1", "nope", "", " ", "&x", "<<f", "+f", "+|"}
	for _, spec := range specs {
		w := newWorld(t, "")
		w.put("f", "content\n")
		want := perl(t, w.dir, `open STDERR, ">", "/dev/null"; $r = eval { open F, q{`+spec+`} }; print defined $@ && $@ ? "die" : $r ? "ok" : 0+$!`)
		if err := os.RemoveAll(w.path("<f")); err != nil {
			t.Fatal(err)
		}
		h, err := w.Open(spec)
		got := "ok"
		var me *ModeError
		if errors.As(err, &me) {
			got = "die"
		} else if err != nil {
			code, _ := Errno(err)
			got = fmt.Sprint(code)
		}
		if got != want {
			t.Errorf("%q: %s (%v), perl %s", spec, got, err, want)
		}
		if h != nil && strings.Contains(spec, "echo") {
			if out, _, _ := h.slurp(); out != "hi\n" || !h.IsPipe() {
				t.Errorf("%q: read %q", spec, out)
			}
			closeOK(t, h)
		}
	}
}
