package handle

// This file tests stat's fields, the file tests and $!.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/smrscript/smrscript/runtime/value"
)

const statTests = "erwxoRWXOzsfdlpSbcugk"

func (w *world) menagerie() []string {
	w.t.Helper()
	w.put("empty", "")
	w.put("file", "text\n")
	w.put("script", "#!/bin/sh\n")
	w.put("special", "x")
	err := errors.Join(os.Chmod(w.path("script"), 0o755), os.Mkdir(w.path("dir"), 0o755), os.Symlink("file", w.path("link")),
		os.Symlink("nowhere", w.path("dangling")), w.Chmod("special", 0o7444), w.Chmod("empty", 0))
	if err != nil {
		w.t.Fatal(err)
	}
	return []string{"empty", "file", "script", "special", "dir", "link", "/dev/null", "/dev", "dangling", "nope"}
}

func TestFileTestsAgainstPerl(t *testing.T) {
	w := newWorld(t, "")
	names := w.menagerie()
	want := perl(t, w.dir, `for my $n (qw(`+strings.Join(names, " ")+`)) { for my $o (qw(`+strings.Join(strings.Split(statTests, ""), " ")+`)) {
		my $r = eval "-$o \$n"; print "$n $o ", defined $r ? "[$r]" : "undef", "\n" } }`)
	var got strings.Builder
	for _, n := range names {
		for _, op := range []byte(statTests) {
			stat := w.Stat
			if op == 'l' {
				stat = w.Lstat
			}
			st, err := stat(n)
			if err != nil {
				fmt.Fprintf(&got, "%s %c undef\n", n, op)
				continue
			}
			v, ok := st.Test(op, time.Now())
			if !ok {
				t.Errorf("-%c is no test", op)
			}
			fmt.Fprintf(&got, "%s %c [%s]\n", n, op, v.String())
		}
	}
	compareLines(t, got.String(), want)
}

func compareLines(t *testing.T, got, want string) {
	t.Helper()
	g, p := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(p)) {
		a, b := "", ""
		if i < len(g) {
			a = g[i]
		}
		if i < len(p) {
			b = p[i]
		}
		if a != b {
			t.Errorf("line %d: got %q, perl %q", i, a, b)
		}
	}
}

func TestStatAgainstPerl(t *testing.T) {
	w := newWorld(t, "")
	names := w.menagerie()
	want := perl(t, w.dir, `for (qw(`+strings.Join(names, " ")+`)) { print join(" ", stat), "|", join(" ", lstat), "\n" }`)
	list := func(st *Stat, err error) string {
		if err != nil {
			return ""
		}
		var s []string
		for _, v := range st.List() {
			s = append(s, v.String())
		}
		return strings.Join(s, " ")
	}
	var got strings.Builder
	for _, n := range names {
		fmt.Fprintf(&got, "%s|%s\n", list(w.Stat(n)), list(w.Lstat(n)))
	}
	compareLines(t, got.String(), want)
	h := w.open("<", "file")
	if a, b := list(h.Stat()), list(w.Stat("file")); a != b {
		t.Errorf("handle %s, name %s", a, b)
	}
	if _, err := w.OpenReader("r", strings.NewReader("")).Stat(); err == nil {
		t.Error("stat of a stream")
	}
	if err := h.Chmod(0o600); err != nil {
		t.Error(err)
	}
	if st, _ := w.Stat("file"); st.Mode != 0o100600 {
		t.Errorf("chmod of a handle: %o", st.Mode)
	}
}

func TestPermissionBits(t *testing.T) {
	mine, other := uint32(os.Geteuid()), uint32(os.Geteuid()+1)
	tests := []struct {
		mode, uid, gid uint32
		r, w, x        bool // for somebody who is not the superuser
	}{
		{0o100700, mine, 0, true, true, true},
		{0o100077, mine, 0, false, false, false},
		{0o100050, other, uint32(os.Getegid()), true, false, true},
		{0o100604, other, 1 << 30, true, false, false},
		{0o100001, other, 1 << 30, false, false, true},
	}
	for _, tt := range tests {
		st := &Stat{Mode: tt.mode, Uid: tt.uid, Gid: tt.gid}
		r, w, x := st.may(4, effective), st.may(2, effective), st.mayExecute(effective)
		want := [3]bool{tt.r, tt.w, tt.x}
		if os.Geteuid() == 0 {
			want = [3]bool{true, true, tt.mode&0o111 != 0}
		}
		if got := [3]bool{r, w, x}; got != want {
			t.Errorf("%o of %d: %v, want %v", tt.mode, tt.uid, got, want)
		}
	}
	if (&Stat{Mode: 0o040000}).mayExecute(realUser) != (os.Getuid() == 0) {
		t.Error("searching a directory without permissions")
	}
}

func TestAges(t *testing.T) {
	start := time.Unix(1_000_000, 0)
	st := &Stat{Mtime: start.Add(-48 * time.Hour), Atime: start.Add(12 * time.Hour), Ctime: start.Add(-6*time.Hour + time.Nanosecond)}
	for op, want := range map[byte]string{'M': "2", 'A': "-0.5", 'C': "0.25"} {
		if v, ok := st.Test(op, start); !ok || v.String() != want {
			t.Errorf("-%c: %s, want %s", op, v.String(), want)
		}
	}
	for _, op := range []byte("tTBq") {
		if _, ok := st.Test(op, start); ok {
			t.Errorf("-%c is answered by a Stat", op)
		}
	}
}

func TestTextAgainstPerl(t *testing.T) {
	w := newWorld(t, "")
	samples := map[string]string{
		"empty": "", "ascii": "plain\ttext\r\n", "nul": "text\x00text", "utf8": "h\u00e9llo w\u00f6rld", "latin1": "h\xe9llo",
		"mostlyhigh": "\xe9\xe9\xe9a", "control": "\x01\x02\x03abcdef", "third": "\x01ab", "half": "\x01a", "escape": "\x1b[1mbold\x1b[0m\b",
		"vt": "\v\v\va", "del": "\x7f\x7fa", "cut": strings.Repeat("é", 255) + "x" + strings.Repeat("é", 255),
		"longnul": strings.Repeat("a", 600) + "\x00", "badutf8": "\xc3\x28\xc3\x28", "ff": "ab\xffc",
	}
	if err := os.Mkdir(w.path("dir"), 0o755); err != nil {
		t.Fatal(err)
	}
	names := []string{"dir", "nope"}
	for n, s := range samples {
		w.put(n, s)
		names = append(names, n)
	}
	want := perl(t, w.dir, `for (qw(`+strings.Join(names, " ")+`)) { my ($t, $b) = (-T, -B);
		print "$_ ", defined $t ? $t ? 1 : 0 : "u", defined $b ? $b ? 1 : 0 : "u"; open my $f, "<", $_; print -T $f ? 1 : 0 if -f; print "\n" }`)
	var got strings.Builder
	digit := func(yes bool, err error) string {
		switch {
		case err != nil:
			return "u"
		case yes:
			return "1"
		}
		return "0"
	}
	for _, n := range names {
		got.WriteString(n + " " + digit(w.TestText('T', n)) + digit(w.TestText('B', n)))
		if h, err := w.OpenFile("<", n); err == nil && n != "dir" {
			got.WriteString(digit(h.TestText('T')))
			closeOK(t, h)
		}
		got.WriteString("\n")
	}
	compareLines(t, got.String(), want)
}

func TestErrno(t *testing.T) {
	tests := []struct {
		err  error
		name string
		text string
	}{
		{nil, "", ""},
		{syscall.ENOENT, "ENOENT", "No such file or directory"},
		{&fs.PathError{Op: "open", Path: "x", Err: syscall.EACCES}, "EACCES", "Permission denied"},
		{fmt.Errorf("wrapped: %w", syscall.ENOSPC), "ENOSPC", "No space left on device"},
		{exec.ErrNotFound, "ENOENT", "No such file or directory"},
		{fs.ErrExist, "EEXIST", "File exists"},
		{fs.ErrPermission, "EACCES", "Permission denied"},
		{fs.ErrNotExist, "ENOENT", "No such file or directory"},
		{os.ErrClosed, "EBADF", "Bad file descriptor"},
		{fs.ErrInvalid, "EINVAL", "Invalid argument"},
		{io.ErrClosedPipe, "EPIPE", "Broken pipe"},
		{errors.ErrUnsupported, "ENOSYS", "Function not implemented"},
		{context.Canceled, "EINTR", "Interrupted system call"},
		{&StateError{Reason: Closed}, "EBADF", "Bad file descriptor"},
		{&StateError{Reason: Unseekable}, "ESPIPE", "Illegal seek"},
		{&ModeError{"x"}, "EINVAL", "Invalid argument"},
		{&ForbiddenError{"open", "x"}, "EACCES", "open x: not allowed by the program that runs this script"},
		{errors.New("the network is tired"), "EIO", "the network is tired"},
	}
	for _, tt := range tests {
		code, text := Errno(tt.err)
		want, ok := ErrnoNumber(tt.name)
		if code != want || ok != (tt.name != "") || text != tt.text {
			t.Errorf("%v: %d %q, want %d %q", tt.err, code, text, want, tt.text)
		}
	}
	if Strerror(0) != "" || Strerror(9999) != "Unknown error 9999" || Strerror(-1) != "Unknown error -1" {
		t.Errorf("%q %q %q", Strerror(0), Strerror(9999), Strerror(-1))
	}
	if _, ok := ErrnoNumber("ENONSENSE"); ok {
		t.Error("ENONSENSE has a number")
	}
	for alias, name := range map[string]string{"EWOULDBLOCK": "EAGAIN", "ENOTSUP": "EOPNOTSUPP", "EDEADLOCK": "EDEADLK"} {
		a, _ := ErrnoNumber(alias)
		if b, _ := ErrnoNumber(name); a != b || a == 0 {
			t.Errorf("%s is %d, %s is %d", alias, a, name, b)
		}
	}
	if ErrnoName(-1) != "" || ErrnoName(9999) != "" {
		t.Error("names of numbers that do not exist")
	}
}

// All of perl's texts and names.
func TestErrnoAgainstPerl(t *testing.T) {
	want := perl(t, t.TempDir(), `for (0 .. 140) { $! = $_; print "$_ $!\n" } use Errno; print "$_ ", &{"Errno::$_"}(), "\n" for sort keys %!`)
	var got strings.Builder
	for i := range 141 {
		fmt.Fprintf(&got, "%d %s\n", i, Strerror(i))
	}
	names := ErrnoNames()
	sorted := append([]string(nil), names...)
	for i := range sorted {
		for j := i; j > 0 && sorted[j] < sorted[j-1]; j-- {
			sorted[j], sorted[j-1] = sorted[j-1], sorted[j]
		}
	}
	for _, n := range sorted {
		code, _ := ErrnoNumber(n)
		fmt.Fprintf(&got, "%s %d\n", n, code)
		if back, _ := ErrnoNumber(ErrnoName(code)); back != code {
			t.Errorf("%s -> %d -> %s", n, code, ErrnoName(code))
		}
	}
	compareLines(t, got.String(), want)
}

func TestErrorTexts(t *testing.T) {
	for reason, want := range map[Reason]string{
		Closed: "f: cannot op: it is closed; open it first", NotReadable: "opened only for output", NotWritable: "opened only for input",
		Unseekable: "without positions", Encoded: "op isn't allowed", WideData: "Wide character in op", NotAFile: "no file of the system",
	} {
		if got := (&StateError{"op", "f", reason}).Error(); !strings.Contains(got, want) {
			t.Errorf("%d: %s", reason, got)
		}
	}
	if got := (&StateError{"op", "", Closed}).Error(); !strings.HasPrefix(got, "handle: ") {
		t.Error(got)
	}
	if got := (&UnsupportedError{"fork"}).Error(); !strings.Contains(got, "fork is not available") {
		t.Error(got)
	}
	_ = value.Undef
}
