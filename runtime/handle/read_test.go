package handle

// This file tests reading: separators, lines across buffers, amounts, look-ahead.

import (
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/smrscript/smrscript/runtime/value"
)

func TestReadLineSeparators(t *testing.T) {
	slurp := NewSeparator(value.Undef)
	tests := []struct {
		name, data string
		sep        Separator
		want       []string
	}{
		{"lines", "a\nbc\n\nd", sepOf("\n"), []string{"a\n", "bc\n", "\n", "d"}},
		{"zero separator is a line feed", "a\nb\n", Separator{}, []string{"a\n", "b\n"}},
		{"empty file", "", sepOf("\n"), nil},
		{"no final newline", "abc", sepOf("\n"), []string{"abc"}},
		{"one other byte", "a;b;c", sepOf(";"), []string{"a;", "b;", "c"}},
		{"a string", "aENDbENDENc", sepOf("END"), []string{"aEND", "bEND", "ENc"}},
		{"overlapping start", "aaab", sepOf("aab"), []string{"aaab"}},
		{"slurp", "a\nb\n", slurp, []string{"a\nb\n"}},
		{"slurp of nothing gives one empty string", "", slurp, []string{""}},
		{"paragraphs", "\n\na\nb\n\n\n\nc\n\nd", sepOf(""), []string{"a\nb\n\n", "c\n\n", "d"}},
		{"paragraphs, trailing newlines", "a\n\n\n\n", sepOf(""), []string{"a\n\n"}},
		{"records", "abcdefgh", records(3), []string{"abc", "def", "gh"}},
		{"high byte", "a\xffb\xff", sepOf("\xff"), []string{"a\xff", "b\xff"}},
	}
	for _, tt := range tests {
		for _, chunk := range []int{0, 1, 2, 3} {
			t.Run(fmt.Sprintf("%s/%d", tt.name, chunk), func(t *testing.T) {
				w := newWorld(t, "")
				var h *Handle
				if chunk == 0 {
					w.put("f", tt.data)
					h = w.open("<", "f")
				} else {
					h = w.OpenReader("r", &slowReader{tt.data, chunk})
				}
				if got := lines(t, h, tt.sep); !reflect.DeepEqual(got, tt.want) {
					t.Errorf("got %q, want %q", got, tt.want)
				}
				if int(h.Line()) != len(tt.want) {
					t.Errorf("$. is %d, want %d", h.Line(), len(tt.want))
				}
				if !h.EOF() {
					t.Error("not at the end after the last line")
				}
			})
		}
	}
}

// A slowReader returns n bytes at a time.
type slowReader struct {
	s string
	n int
}

func (r *slowReader) Read(b []byte) (int, error) {
	if r.s == "" {
		return 0, io.EOF
	}
	n := copy(b, r.s[:min(r.n, len(r.s))])
	r.s = r.s[n:]
	return n, nil
}

// perl itself says what its separators do.
func TestReadLineAgainstPerl(t *testing.T) {
	data := "\n\none\ntwo\n\n\nthree::four\n::\nfive\r\nsix"
	w := newWorld(t, "")
	w.put("f", data)
	for src, sep := range map[string]Separator{
		`"\n"`: sepOf("\n"), `""`: sepOf(""), `undef`: NewSeparator(value.Undef), `"::"`: sepOf("::"), `\5`: records(5),
		`"e"`: sepOf("e"), `"\n\n"`: sepOf("\n\n"),
	} {
		want := perl(t, w.dir, `open F, "<", "f"; $/ = `+src+`; while (<F>) { s/\n/~/g; print "$.:", tell(F), ":", eof(F) ? 1 : 0, ":$_|" }`)
		h := w.open("<", "f")
		var got strings.Builder
		for {
			line, ok, err := h.ReadLine(&sep)
			if err != nil {
				t.Fatal(err)
			}
			if !ok {
				break
			}
			eof := 0
			tell := h.Tell()
			if h.EOF() {
				eof = 1
			}
			fmt.Fprintf(&got, "%d:%d:%d:%s|", h.Line(), tell, eof, strings.ReplaceAll(line, "\n", "~"))
		}
		if got.String() != want {
			t.Errorf("$/ = %s:\n got %s\nperl %s", src, got.String(), want)
		}
	}
}

func TestSlurpAtEndOnlyOnce(t *testing.T) {
	w := newWorld(t, "")
	w.put("f", "x\n")
	h := w.open("<", "f")
	sep, slurp := sepOf("\n"), NewSeparator(value.Undef)
	if line, ok, _ := h.ReadLine(&sep); !ok || line != "x\n" {
		t.Fatalf("%q %v", line, ok)
	}
	if _, ok, _ := h.ReadLine(&slurp); ok {
		t.Error("slurping at the end after a line gave a string, not undef")
	}
	empty := w.open("<", os.DevNull)
	for i, want := range []bool{true, false} {
		if _, ok, _ := empty.ReadLine(&slurp); ok != want {
			t.Errorf("slurp %d of an empty file: %v, want %v", i, ok, want)
		}
	}
	var list []string
	fresh := w.open("<", os.DevNull)
	if err := fresh.ReadLines(&slurp, func(s string) { list = append(list, s) }); err != nil || list != nil {
		t.Errorf("list context slurp of nothing: %q, %v", list, err)
	}
}

func TestLongLinesStayValid(t *testing.T) {
	w := newWorld(t, "")
	var want []string
	for i, n := range []int{1, 255, 256, 257, 2048, bufferSize - 1, bufferSize, bufferSize + 1, 3*bufferSize + 7, 10} {
		want = append(want, strings.Repeat(string(rune('a'+i)), n)+"\n")
	}
	w.put("f", strings.Join(want, ""))
	for _, mode := range []string{"<", "<:utf8", "<:crlf", "<:encoding(UTF-8)"} {
		got := lines(t, w.open(mode, "f"), sepOf("\n"))
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: lines differ", mode)
		}
	}
	n := 0
	h := w.open("<", "f")
	sep := sepOf("\n")
	if err := h.EachLine(&sep, func(line []byte) bool {
		if string(line) != want[n] {
			t.Errorf("EachLine %d differs", n)
		}
		n++
		return n < 5
	}); err != nil || n != 5 || h.Line() != 5 {
		t.Errorf("EachLine: %d lines, $. %d, %v", n, h.Line(), err)
	}
}

func TestReadAmounts(t *testing.T) {
	w := newWorld(t, "")
	w.put("f", "héllo wörld €uro 😀!")
	for _, chunk := range []int{1, 2, 3, 5, 1000} {
		h := w.OpenReader("r", &slowReader{w.get("f"), chunk})
		if err := h.Binmode(":utf8"); err != nil {
			t.Fatal(err)
		}
		for _, want := range []struct {
			n int
			s string
		}{{2, "hé"}, {0, ""}, {9, "llo wörld"}, {3, " €u"}, {100, "ro 😀!"}, {1, ""}} {
			if got, err := h.Read(want.n); got != want.s || err != nil {
				t.Errorf("chunk %d: read %d: %q, %v; want %q", chunk, want.n, got, err, want.s)
			}
		}
	}
	h := w.open("<", "f")
	if got, _ := h.Read(3); got != "h\xc3\xa9" {
		t.Errorf("bytes: %q", got)
	}
	if c, ok, _ := h.Getc(); c != "l" || !ok {
		t.Errorf("getc: %q", c)
	}
	if got, err := h.Read(everything); err != nil || got != "lo w\xc3\xb6rld €uro 😀!" {
		t.Errorf("huge read: %q, %v", got, err)
	}
	if c, ok, err := h.Getc(); ok || err != nil {
		t.Errorf("getc at the end: %q %v", c, err)
	}
	if got, err := h.Read(-1); got != "" || err != nil {
		t.Errorf("negative read: %q, %v", got, err)
	}
}

func TestUngetc(t *testing.T) {
	w := newWorld(t, "")
	w.put("f", "abc\r\ndef\r\n")
	for _, mode := range []string{"<", "<:crlf"} {
		h := w.open(mode, "f")
		for _, s := range []string{"z", "xy", strings.Repeat("long", 5000)} {
			if err := h.Ungetc(s); err != nil {
				t.Fatal(err)
			}
			if got, _ := h.Read(len(s)); got != s {
				t.Errorf("%s: read %.10q after ungetc %.10q", mode, got, s)
			}
		}
		c, _, _ := h.Getc()
		if err := h.Ungetc(c); err != nil {
			t.Fatal(err)
		}
		if at := h.Tell(); at != 0 {
			t.Errorf("%s: tell after getc and ungetc: %d", mode, at)
		}
		sep := sepOf("\n")
		line, _, _ := h.ReadLine(&sep)
		if at := h.Tell(); !strings.HasPrefix(line, "abc") || at != 5 {
			t.Errorf("%s: line %q, tell %d", mode, line, at)
		}
	}
}

func TestSysRead(t *testing.T) {
	w := newWorld(t, "")
	w.put("f", "0123456789")
	h := w.open("<", "f")
	if got, err := h.SysRead(4); got != "0123" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	if at, err := h.SysSeek(1, io.SeekStart); at != 1 || err != nil {
		t.Errorf("sysseek: %d, %v", at, err)
	}
	if got, err := h.SysRead(everything); got != "123456789" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	if got, err := h.SysRead(1); got != "" || err != nil {
		t.Errorf("at the end: %q, %v", got, err)
	}
	u := w.open("<:utf8", "f")
	_, err := u.SysRead(1)
	var se *StateError
	if !errors.As(err, &se) || se.Reason != Encoded {
		t.Errorf("sysread under :utf8: %v", err)
	}
}

func TestReadErrors(t *testing.T) {
	w := newWorld(t, "")
	boom := errors.New("boom")
	h := w.OpenReader("r", io.MultiReader(strings.NewReader("one\ntwo"), iotest.ErrReader(boom)))
	sep := sepOf("\n")
	for _, want := range []string{"one\n", "two"} {
		if line, ok, err := h.ReadLine(&sep); line != want || !ok || err != nil {
			t.Errorf("%q %v %v, want %q", line, ok, err, want)
		}
	}
	if _, ok, err := h.ReadLine(&sep); ok || !errors.Is(err, boom) {
		t.Errorf("after the data: %v %v", ok, err)
	}
	stuck := w.OpenReader("stuck", iotest.ErrReader(nil))
	if _, ok, err := stuck.ReadLine(&sep); ok || !errors.Is(err, io.ErrNoProgress) {
		t.Errorf("a reader that returns nothing: %v %v", ok, err)
	}
	d := w.open("<", ".")
	if _, ok, err := d.ReadLine(&sep); ok || !isCode(err, "EISDIR") {
		t.Errorf("reading a directory: %v %v", ok, err)
	}
	out := w.open(">", "out")
	if _, ok, err := out.ReadLine(&sep); ok || !isCode(err, "EBADF") {
		t.Errorf("reading an output handle: %v %v", ok, err)
	}
	closeOK(t, out)
	_, _, err := out.ReadLine(&sep)
	var se *StateError
	if !errors.As(err, &se) || se.Reason != Closed || !strings.Contains(err.Error(), "out: cannot read: it is closed") {
		t.Errorf("reading a closed handle: %v", err)
	}
	if !out.EOF() || !(*Handle)(nil).EOF() {
		t.Error("a closed handle is not at its end")
	}
}

func TestReadAfterGrowth(t *testing.T) {
	w := newWorld(t, "")
	w.put("log", "one\n")
	h := w.open("<", "log")
	sep := sepOf("\n")
	if got := lines(t, h, sep); len(got) != 1 {
		t.Fatal(got)
	}
	a := w.open(">>", "log")
	write(t, a, "two\n", false)
	closeOK(t, a)
	if line, ok, err := h.ReadLine(&sep); line != "two\n" || !ok || err != nil {
		t.Errorf("after the file grew: %q %v %v", line, ok, err)
	}
}

func TestChomp(t *testing.T) {
	tests := []struct {
		sep       Separator
		line, out string
		wide      bool
	}{
		{sepOf("\n"), "a\n", "a", false},
		{sepOf("\n"), "a", "a", false},
		{sepOf(""), "a\n\n\n", "a", false},
		{sepOf("XY"), "aXYXY", "aXY", false},
		{NewSeparator(value.Undef), "a\n", "a\n", false},
		{sepOf("\xe9"), "a\xe9", "a", false},
		{sepOf("\xe9"), "a\u00e9", "a", true},
	}
	for _, tt := range tests {
		if got := tt.sep.Chomp(tt.line, tt.wide); got != tt.out {
			t.Errorf("chomp %q: %q, want %q", tt.line, got, tt.out)
		}
	}
	s, p := NewSeparator(value.Undef), sepOf("")
	if !s.Slurps() || !p.Paragraphs() || s.Paragraphs() {
		t.Error("kinds of separators")
	}
}

func TestBigFile(t *testing.T) {
	w := newWorld(t, "")
	h := w.open(">", "big")
	const n = 300_000
	for i := range n {
		write(t, h, fmt.Sprintf("line %d of the file\n", i), false)
	}
	closeOK(t, h)
	r := w.open("<", "big")
	sep := sepOf("\n")
	for i := range n {
		line, ok, err := r.ReadLine(&sep)
		if want := fmt.Sprintf("line %d of the file\n", i); line != want || !ok || err != nil {
			t.Fatalf("line %d: %q %v %v", i, line, ok, err)
		}
	}
	if _, ok, _ := r.ReadLine(&sep); ok || r.Line() != n {
		t.Errorf("more than %d lines", r.Line())
	}
}
