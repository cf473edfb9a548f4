package handle

// This file tests in-memory files.

import (
	"io"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/runtime/value"
)

func (w *world) memory(mode string, v *value.Scalar) *Handle {
	w.t.Helper()
	h, err := w.Open(mode, value.RefScalar(v))
	if err != nil {
		w.t.Fatalf("open %s: %v", mode, err)
	}
	return h
}

func TestMemoryWrites(t *testing.T) {
	w := newWorld(t, "")
	v := value.NewScalar(value.Str("abc"))
	step := func(what, want string) {
		t.Helper()
		if got := v.V.String(); got != want {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
	}
	a := w.memory(">>", v)
	if a.Tell() != 3 || a.Fileno() != -1 {
		t.Errorf("append at %d, fileno %d", a.Tell(), a.Fileno())
	}
	write(t, a, "de", false)
	step("append shows at once", "abcde")
	u := w.memory("+<", v)
	if _, err := u.Seek(10, io.SeekStart); err != nil {
		t.Fatal(err)
	}
	write(t, u, "z", false)
	step("a gap is filled", "abcde\x00\x00\x00\x00\x00z")
	if _, err := u.Seek(1, io.SeekStart); err != nil {
		t.Fatal(err)
	}
	write(t, u, "BC", false)
	step("overwriting", "aBCde\x00\x00\x00\x00\x00z")
	if err := u.Truncate(5); err != nil {
		t.Fatal(err)
	}
	step("truncate", "aBCde")
	if got, _ := u.Read(10); got != "de" {
		t.Errorf("read after write: %q", got)
	}
	o := w.memory(">", v)
	step("open for writing empties", "")
	write(t, o, "hello", false)
	v.Set(value.Str(""))
	write(t, o, "x", false)
	step("the position stays when the script empties the scalar", "\x00\x00\x00\x00\x00x")
	if _, err := o.Seek(0, io.SeekStart); err != nil {
		t.Fatal(err)
	}
	if err := o.Truncate(0); err != nil {
		t.Fatal(err)
	}
	write(t, o, "☺", true)
	step("wide without a layer", "☺")
	if len(w.warnings) != 1 || w.warnings[0].Kind != WideCharacter {
		t.Errorf("warnings %q", w.texts())
	}
	if v.V.IsWide() {
		t.Error("the file holds characters, not bytes")
	}
	closeOK(t, o)
}

func TestMemoryReads(t *testing.T) {
	w := newWorld(t, "")
	v := value.NewScalar(value.Str("x\ny\n"))
	h := w.memory("<", v)
	sep := sepOf("\n")
	if line, _, _ := h.ReadLine(&sep); line != "x\n" || h.Tell() != 2 {
		t.Errorf("%q, tell %d", line, h.Tell())
	}
	if got := lines(t, h, sep); len(got) != 1 {
		t.Errorf("%q", got)
	}
	n := w.memory("<", value.NewScalar(value.Int(1234)))
	if got, _ := n.Read(10); got != "1234" {
		t.Errorf("a number: %q", got)
	}
	e := w.memory("<", value.NewScalar(value.Undef))
	if !e.EOF() {
		t.Error("undef is not empty")
	}
	l := w.memory("<", value.NewScalar(value.Wide("caf\u00e9")))
	if got, _ := l.Read(10); got != "caf\xe9" {
		t.Errorf("Latin-1 characters: %q", got)
	}
	if _, err := w.OpenScalar("<", value.NewScalar(value.Wide("☺"))); !isCode(err, "EINVAL") || len(w.warnings) != 1 {
		t.Errorf("wide characters: %v, %q", err, w.texts())
	}
	u := w.memory("<:encoding(UTF-8)", value.NewScalar(value.Str("☺!")))
	if c, _, _ := u.Getc(); c != "☺" {
		t.Errorf("decoded: %q", c)
	}
	big := w.memory("<", value.NewScalar(value.Str(strings.Repeat("0123456789", 50_000))))
	slurp := NewSeparator(value.Undef)
	if all, _, _ := big.ReadLine(&slurp); len(all) != 500_000 {
		t.Errorf("slurped %d bytes", len(all))
	}
}

func TestMemoryLayersAndModes(t *testing.T) {
	w := newWorld(t, "")
	v := value.NewScalar(value.Undef)
	h := w.memory(">:crlf:utf8", v)
	write(t, h, "\xe9\n", false)
	if got := v.V.String(); got != "\u00e9\r\n" {
		t.Errorf("%q", got)
	}
	a := value.NewScalar(value.Undef)
	w.memory(">>", a)
	if a.V.IsUndef() {
		t.Error("append leaves undef")
	}
	for _, mode := range []string{"-|", ">&", "<<"} {
		if _, err := w.OpenScalar(mode, v); err == nil {
			t.Errorf("mode %s opens a scalar", mode)
		}
	}
	f := w.memory("+<", v)
	for size, ok := range map[int64]bool{-1: false, 1 << 40: false, 8: true, 2: true} {
		if err := f.Truncate(size); (err == nil) != ok {
			t.Errorf("truncate to %d: %v", size, err)
		}
	}
	if _, err := f.Seek(-1, io.SeekStart); !isCode(err, "EINVAL") {
		t.Errorf("seek before the start: %v", err)
	}
	if _, err := f.Seek(1<<40, io.SeekStart); err != nil {
		t.Error(err)
	}
	if err := f.Write("x", false); !isCode(err, "EFBIG") {
		t.Errorf("write at 1 TiB: %v", err)
	}
}

// What a script copied from the scalar does not change when the file grows.
func TestMemoryCopiesAreIndependent(t *testing.T) {
	w := newWorld(t, "")
	v := value.NewScalar(value.Undef)
	h := w.memory(">", v)
	var seen []value.Value
	var want []string
	all := ""
	for range 200 {
		write(t, h, "piece ", false)
		all += "piece "
		seen, want = append(seen, v.V), append(want, all)
	}
	if _, err := h.Seek(0, io.SeekStart); err != nil {
		t.Fatal(err)
	}
	write(t, h, "PIECE", false)
	for i, s := range seen {
		if s.String() != want[i] {
			t.Fatalf("copy %d changed to %q", i, s.String())
		}
	}
	if v.V.String() != "PIECE"+all[5:] {
		t.Error("overwriting failed")
	}
}

func TestMemoryAgainstPerl(t *testing.T) {
	w := newWorld(t, "")
	want := perl(t, w.dir, `my $b = "abc"; open F, "+<", \$b; read F, $x, 1; print F "ZZZZ"; seek F, 0, 0; $_ = <F>; print "$x|$b|$_|", tell F;
		open G, "+>>", \$b; print G "!"; seek G, 1, 0; $_ = <G>; print "|$b|$_"`)
	v := value.NewScalar(value.Str("abc"))
	sep := sepOf("\n")
	f := w.memory("+<", v)
	x, _ := f.Read(1)
	write(t, f, "ZZZZ", false)
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		t.Fatal(err)
	}
	line, _, _ := f.ReadLine(&sep)
	got := x + "|" + v.V.String() + "|" + line + "|" + value.Int(f.Tell()).String()
	g := w.memory("+>>", v)
	write(t, g, "!", false)
	if _, err := g.Seek(1, io.SeekStart); err != nil {
		t.Fatal(err)
	}
	line, _, _ = g.ReadLine(&sep)
	if got += "|" + v.V.String() + "|" + line; got != want {
		t.Errorf("got %q, perl %q", got, want)
	}
}
