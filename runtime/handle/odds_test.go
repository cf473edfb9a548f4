package handle

// This file tests what the other files' tests leave out: rare files, streams and failures of the system.

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"github.com/smrscript/smrscript/runtime/value"
)

func TestOpenString(t *testing.T) {
	w := newWorld(t, "")
	tests := []struct {
		text string
		wide bool
		want []string
	}{
		{"a\nb", false, []string{"a\n", "b"}},
		{"é\n€", true, []string{"é\n", "€"}},
		{"\xe9\n", false, []string{"\xe9\n"}},
		{"", true, nil},
	}
	for _, tt := range tests {
		h := w.OpenString("DATA", tt.text, tt.wide)
		if got := lines(t, h, Separator{}); !reflect.DeepEqual(got, tt.want) || h.Wide() != tt.wide {
			t.Errorf("%q: %q, wide %v", tt.text, got, h.Wide())
		}
		if h.Name() != "DATA" || h.Fileno() != -1 || h.Writable() || h.IsPipe() {
			t.Errorf("%q: name %s, number %d", tt.text, h.Name(), h.Fileno())
		}
		if _, err := h.Seek(0, io.SeekStart); err != nil {
			t.Error(err)
		}
		if c, ok, _ := h.Getc(); ok != (tt.want != nil) || ok && !strings.HasPrefix(tt.want[0], c) {
			t.Errorf("%q: after seek %q", tt.text, c)
		}
	}
}

func TestLineNumbers(t *testing.T) {
	w := newWorld(t, "")
	w.put("f", "a\nb\nc\n")
	h := w.open("<", "f")
	sep := sepOf("\n")
	h.SetLine(41)
	if _, _, err := h.ReadLine(&sep); err != nil || h.Line() != 42 {
		t.Errorf("$. is %d, %v", h.Line(), err)
	}
	if n := h.Buffered(); n != 4 {
		t.Errorf("%d bytes are buffered", n)
	}
	var rest []string
	if err := h.ReadLines(&sep, func(s string) { rest = append(rest, s) }); err != nil || h.Line() != 44 || len(rest) != 2 {
		t.Errorf("%q, $. %d, %v", rest, h.Line(), err)
	}
	closeOK(t, h)
	if h.Line() != 0 {
		t.Errorf("$. after close: %d", h.Line())
	}
}

// A crowdedFS has too many files open for the first few times.
type crowdedFS struct {
	FS
	left *int
	err  error
}

func (f crowdedFS) Open(name string, flag int, perm fs.FileMode) (File, error) {
	if *f.left--; *f.left >= 0 {
		return nil, &fs.PathError{Op: "open", Path: name, Err: f.err}
	}
	return f.FS.Open(name, flag, perm)
}

func TestTooManyOpenFiles(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "f"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		times int
		err   error
		ok    bool
	}{{3, syscall.EMFILE, true}, {2, syscall.ENFILE, true}, {1000, syscall.EMFILE, false}, {1, syscall.EACCES, false}} {
		s := NewSet(Config{FS: crowdedFS{OS(), &tt.times, tt.err}, Dir: dir})
		h, err := s.OpenFile("<", "f")
		if (err == nil) != tt.ok || tt.ok && !h.IsOpen() || !tt.ok && !errors.Is(err, tt.err) {
			t.Errorf("%v: %v", tt.err, err)
		}
	}
}

// A stubbornFS does not remove open files, as Windows does not.
type stubbornFS struct {
	FS
	refuse *bool
}

func (f stubbornFS) Unlink(name string) error {
	if *f.refuse {
		return syscall.EACCES
	}
	return f.FS.Unlink(name)
}

func TestTemporaryIsRemovedAtClose(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	refuse := true
	s := NewSet(Config{FS: stubbornFS{OS(), &refuse}})
	left := func() int {
		all, _ := filepath.Glob(filepath.Join(dir, "*"))
		return len(all)
	}
	h, err := s.OpenTemp("+>")
	if err != nil || left() != 1 {
		t.Fatal(err, left())
	}
	refuse = false
	closeOK(t, h)
	if left() != 0 {
		t.Error("the file is still there")
	}
	refuse = true
	if h, err = s.OpenTemp("+>"); err != nil {
		t.Fatal(err)
	}
	if _, err := h.Close(); !errors.Is(err, syscall.EACCES) {
		t.Errorf("a file that cannot be removed: %v", err)
	}
	t.Setenv("TMPDIR", filepath.Join(dir, "gone"))
	if _, err := s.OpenTemp("+>"); !isCode(err, "ENOENT") {
		t.Errorf("no directory for temporary files: %v", err)
	}
}

// What an FS of the host's knows of its files becomes a Stat.
func TestStatOfOtherFileSystems(t *testing.T) {
	then := time.Unix(1_234_567_890, 0)
	for mode, want := range map[fs.FileMode]uint32{
		0o644:                                 typeFile | 0o644,
		fs.ModeDir | 0o755:                    typeDir | 0o755,
		fs.ModeSymlink | 0o777:                typeLink | 0o777,
		fs.ModeNamedPipe:                      typeFifo,
		fs.ModeSocket:                         typeSocket,
		fs.ModeDevice:                         typeBlock,
		fs.ModeDevice | fs.ModeCharDevice:     typeChar,
		fs.ModeSetuid | fs.ModeSetgid | 0o755: typeFile | modeSetuid | modeSetgid | 0o755,
		fs.ModeSticky | fs.ModeDir | 0o777:    typeDir | modeSticky | 0o777,
	} {
		m := fstest.MapFS{"f": {Data: []byte("abc"), Mode: mode, ModTime: then}}
		d, err := m.Open(".")
		if err != nil {
			t.Fatal(err)
		}
		entries, err := d.(fs.ReadDirFile).ReadDir(-1)
		if err != nil {
			t.Fatal(err)
		}
		info, err := entries[0].Info()
		if err != nil {
			t.Fatal(err)
		}
		st := StatOf(info)
		if st.Mode != want || st.Size != 3 || st.Nlink != 1 || !st.Mtime.Equal(then) || !st.Atime.Equal(then) || !st.Ctime.Equal(then) {
			t.Errorf("%v: %o, %+v", mode, st.Mode, st)
		}
		if st.IsDir() != mode.IsDir() {
			t.Errorf("%v: IsDir %v", mode, st.IsDir())
		}
	}
	for perm, want := range map[uint32]fs.FileMode{
		0o644: 0o644, 0o4755: fs.ModeSetuid | 0o755, 0o2755: fs.ModeSetgid | 0o755, 0o1777: fs.ModeSticky | 0o777,
	} {
		if got := fileMode(perm); got != want {
			t.Errorf("%o: %v, want %v", perm, got, want)
		}
	}
}

func TestAccessOfGroups(t *testing.T) {
	groups, err := os.Getgroups()
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range groups {
		if !inGroup(g) {
			t.Errorf("not in its group %d", g)
		}
	}
	if inGroup(1 << 30) {
		t.Error("in a group that nobody is in")
	}
}

// Reads of a host's stream: what a child did not take, an error, both at once.
func TestReaderFile(t *testing.T) {
	boom := errors.New("boom")
	f := &readerFile{r: io.MultiReader(strings.NewReader("abc"), &failing{boom})}
	ctx := t.Context()
	b, err := f.readFor(ctx)
	if string(b) != "abc" || err != nil {
		t.Fatal(string(b), err)
	}
	f.giveBack([]byte("bc"))
	f.giveBack(nil)
	f.giveBack([]byte("a"))
	var buf [2]byte
	for _, want := range []string{"ab", "c"} {
		if n, err := f.Read(buf[:]); string(buf[:n]) != want || err != nil {
			t.Errorf("%q, %v; want %q", buf[:n], err, want)
		}
	}
	if _, err := f.readFor(ctx); !errors.Is(err, boom) {
		t.Errorf("%v", err)
	}
	f.err = boom
	if _, err := f.Read(buf[:]); !errors.Is(err, boom) {
		t.Errorf("%v", err)
	}
	done, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := f.readFor(done); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	r, w := io.Pipe()
	slow := &readerFile{r: r}
	short, stop := context.WithTimeout(ctx, time.Millisecond)
	defer stop()
	if _, err := slow.readFor(short); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v", err)
	}
	go func() { _, _ = w.Write([]byte("xy")) }()
	if n, err := slow.Read(buf[:]); n != 2 || err != nil || string(buf[:]) != "xy" {
		t.Errorf("the read that was under way is lost: %q, %v", buf[:n], err)
	}
}

type failing struct{ err error }

func (f *failing) Read([]byte) (int, error) { return 0, f.err }

// The streams that stand in for files refuse what a file could do, and closing them is nothing.
func TestStreamsAreNoFiles(t *testing.T) {
	for _, f := range []File{&readerFile{r: emptyReader{}}, &writerFile{w: io.Discard}} {
		if _, err := f.Seek(0, io.SeekStart); !errors.Is(err, syscall.ESPIPE) {
			t.Errorf("%T: seek: %v", f, err)
		}
		if err := f.Close(); err != nil {
			t.Errorf("%T: close: %v", f, err)
		}
	}
	if _, err := (&readerFile{}).Write(nil); !errors.Is(err, syscall.EBADF) {
		t.Error(err)
	}
	if _, err := (&writerFile{}).Read(nil); !errors.Is(err, syscall.EBADF) {
		t.Error(err)
	}
}

// A command that the system refuses to start, after its streams were connected.
func TestStartFailsLate(t *testing.T) {
	w := newWorld(t, "input\n")
	before := runtime.NumGoroutine()
	for range 20 {
		if status, err := w.Run(nil, Command{Path: "go", Args: []string{"go", "a\x00b"}}, Stdio{}); status != -1 || err == nil {
			t.Fatal(status, err)
		}
	}
	if line, _, _ := w.Stdin.ReadLine(&Separator{}); line != "input\n" {
		t.Errorf("the input is gone: %q", line)
	}
	deadline := time.Now().Add(10 * time.Second)
	for runtime.NumGoroutine() > before+2 {
		if time.Now().After(deadline) {
			t.Fatalf("%d goroutines, %d before", runtime.NumGoroutine(), before)
		}
		runtime.Gosched()
	}
}

func TestFlushOfHandlesInOrderOfErrors(t *testing.T) {
	w := newWorld(t, "")
	bad, _ := w.journal(canWrite, 0)
	good, j := w.journal(canWrite, -1)
	write(t, bad, "lost", false)
	write(t, good, "kept", false)
	if err := w.FlushAll(); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("%v", err)
	}
	if strings.Join(j.writes, "") != "kept" {
		t.Error("an error keeps later handles from being written")
	}
	if err := w.FlushAll(); err != nil {
		t.Errorf("nothing to write: %v", err)
	}
}

// STDOUT's own failure shows at the end even if it was met long before.
func TestStandardOutputFails(t *testing.T) {
	s := NewSet(Config{Stdout: &journal{room: 1}})
	write(t, s.Stdout, "two", false)
	if err := s.Stdout.Flush(); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("flush: %v", err)
	}
	if err := s.CloseAll(); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("CloseAll: %v", err)
	}
}

func TestSeparatorsOfOddValues(t *testing.T) {
	tests := []struct {
		v    value.Value
		want Separator
	}{
		{value.Int(1), Separator{bytes: "1", chars: "1"}},
		{value.Str("\n"), Separator{}},
		{value.Wide("é"), Separator{kind: sepString, bytes: "\xe9", chars: "é"}},
		{value.Wide("☺"), Separator{kind: sepString, bytes: "☺", chars: "☺"}},
		{value.RefScalar(value.NewScalar(value.Int(0))), Separator{kind: sepSlurp}},
		{value.RefScalar(value.NewScalar(value.Int(-3))), Separator{kind: sepSlurp}},
		{value.RefScalar(value.NewScalar(value.Float(7.9))), Separator{kind: sepRecord, size: 7}},
		{value.RefScalar(value.NewScalar(value.Int(1 << 60))), Separator{kind: sepRecord, size: maxRead}},
		{value.Str(""), Separator{kind: sepParagraph}},
	}
	for _, tt := range tests {
		if got := NewSeparator(tt.v); got != tt.want {
			t.Errorf("%v: %+v, want %+v", tt.v, got, tt.want)
		}
	}
}

// A wide separator finds its bytes on a handle of bytes, and the other way round.
func TestSeparatorsAcrossEncodings(t *testing.T) {
	w := newWorld(t, "")
	w.put("utf8", "aéb")
	w.put("latin1", "a\xe9b")
	for _, sep := range []Separator{NewSeparator(value.Wide("é")), sepOf("\xe9")} {
		for file, mode := range map[string]string{"utf8": "<:utf8", "latin1": "<"} {
			if got := lines(t, w.open(mode, file), sep); len(got) != 2 || got[1] != "b" {
				t.Errorf("%s: %q", file, got)
			}
		}
	}
}

func TestNamesAndCommandNames(t *testing.T) {
	for want, c := range map[string]Command{
		"ls -l": {Line: "ls -l"}, "prog": {Args: []string{"prog", "x"}}, "real": {Path: "real", Args: []string{"shown"}},
	} {
		if got := c.name(); got != want {
			t.Errorf("%+v: %q", c, got)
		}
	}
	env := []string{"A=1", "B=2", "A=3", "C"}
	for name, want := range map[string]string{"A": "3", "B": "2", "C": "", "D": ""} {
		if got := lookup(env, name); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
	s := NewSet(Config{})
	if len(s.env()) != len(os.Environ()) {
		t.Error("the default environment")
	}
	if !slices.Contains(ErrnoNames(), "ENOENT") {
		t.Error("ErrnoNames")
	}
}

// Handles of one set may be made and forgotten while the collector runs; their numbers come back.
func TestNumbersOfForgottenHandles(t *testing.T) {
	w := newWorld(t, "")
	w.put("f", "")
	highest := 0
	for i := range 3000 {
		highest = max(highest, w.open("<", "f").Fileno())
		if i%100 == 0 {
			runtime.GC()
		}
	}
	if highest > 1500 {
		t.Errorf("the highest number is %d", highest)
	}
	kept := w.open("<", "f")
	n := kept.Fileno()
	runtime.GC()
	w.sweep()
	if w.ByFileno(n) != kept {
		t.Error("a handle in use lost its number")
	}
	runtime.KeepAlive(kept)
}
