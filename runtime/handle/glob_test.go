package handle

// This file tests glob, mostly against perl's.

import (
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"
)

func (w *world) tree() {
	w.t.Helper()
	err := errors.Join(os.MkdirAll(w.path("sub/deep"), 0o755), os.Mkdir(w.path("other.d"), 0o755), os.Symlink("nowhere", w.path("dangling")))
	if err != nil {
		w.t.Fatal(err)
	}
	for _, n := range []string{"a", "B", "b1", "b2", "C.c", "d.C", ".hid", "x y", "file.txt", "File.txt", "f10", "f9", "sub/one.c", "sub/two.h",
		"sub/deep/three.c", "other.d/one.c", "br[ack", "star*", "q'uote", "{brace}", "tilde~", "é", "-dash", "com,ma", `back\slash`} {
		w.put(n, "")
	}
}

func TestGlobAgainstPerl(t *testing.T) {
	w := newWorld(t, "")
	w.tree()
	note := t.TempDir() + "/pattern"
	patterns := []string{
		"*", "?", "??", ".*", "*.c", "*/*.c", "*/*/*.c", "s*/d*/*", "sub/*", "sub//*", "./*", "./s*/", "*/", "/dev/nul*", "/*nosuch*",
		"[ab]*", "[!a-f]*", "[a-c]1", "[]-]*", "[!]", "[", "[]", "b[12]", "b[2-1]", "[b-]*", "[.]hid", "br[[]ack", `br\[ack`, `star\*`,
		"{a,b}", "{a,B,nope}", "{b*,a*,B*}", "{}", "x{}", "{}x", "{a", "a}", "{a,{b,c}1}", "{b{1,2},a}", "{,a}", "a{,x}", "{a,b}{1,2}",
		"{nope*,nope}", "{nope,nope*}", "{b*,nope}", "{[,],a}*", "sub/{one.c,two.h,no}", "{sub,other.d}/*.c",
		"nope", "nope*", "*nope", "a b1", "  a   B  ", `"x y"`, `'x y'`, `x\ y`, `"x y" a`, `"unmatched a`, `q\'uote`, `"q'uote"`, `q'uote`,
		`'a'b1`, `a""`, `""`, `''`, " ", "a\tB\nb1", `\a`, `\\`, `back\\slash`, `"back\\slash"`, `"a*"`, `'b?'`, `a\`,
		"~", "~/nosuch", "~root", "~nosuchuser", "~nosuchuser/x", "a~", `\~`, "~/x*", "{~,a}", "*é*", "?é", "??", "***", "*1*", "f*", "dang*",
		"dangling", "sub/deep/../*", "..", ".", "*.*", "com,ma", "{com,ma}", `{com\,ma,a}`, "-*", `\{brace\}`, `{\{brace\},a}`, "*[a-z]", "[A-Z]*",
		"[^a]*", "x*y", "sub*/", "*/.", "**/one.c", "{sub,other.d,nope}/one.c", "b1 {a,b2} *.txt",
	}
	for _, p := range patterns {
		if err := os.WriteFile(note, []byte(p), 0o644); err != nil {
			t.Fatal(err)
		}
		out := perl(t, w.dir, `open F, "<", "`+note+`"; local $/; print map "$_\0", glob(<F>)`)
		want := strings.Split(strings.TrimSuffix(out, "\x00"), "\x00")
		if out == "" {
			want = nil
		}
		got, err := w.Glob(p)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q:\n got %q, %v\nperl %q", p, got, err, want)
		}
	}
}

func TestGlobOddities(t *testing.T) {
	w := newWorld(t, "")
	w.tree()
	if _, err := w.Glob("a\x00b"); !isCode(err, "ENOENT") {
		t.Errorf("NUL: %v", err)
	}
	w.config.Env = func() []string { return []string{"HOME=" + w.path("sub")} }
	if got, _ := w.Glob("~/*.c"); !reflect.DeepEqual(got, []string{w.path("sub/one.c")}) {
		t.Errorf("home: %q", got)
	}
	w.config.Env = func() []string { return nil }
	if got, _ := w.Glob("~"); len(got) != 1 || got[0] == "" {
		t.Errorf("no HOME: %q", got)
	}
}

// Patterns that are slow for a matcher that tries everything, and braces that multiply.
func TestGlobTakesLittleTime(t *testing.T) {
	w := newWorld(t, "")
	w.put(strings.Repeat("a", 200), "")
	start := time.Now()
	for _, p := range []string{strings.Repeat("*a", 100) + "b", strings.Repeat("a*", 90) + "b*", strings.Repeat("{a,b}", 40), strings.Repeat("{", 5000), strings.Repeat("[", 5000)} {
		if _, err := w.Glob(p); err != nil {
			t.Error(err)
		}
	}
	if d := time.Since(start); d > 20*time.Second {
		t.Errorf("took %v", d)
	}
}

func FuzzGlob(f *testing.F) {
	for _, p := range []string{"*", "[a-z]?", "{a,b{c,d}}", `"a b" c`, `\*`, "~x/{}", "[]-a]", "[!", "a[b", "{a,[}]}", "x\\"} {
		f.Add(p)
	}
	dir := f.TempDir()
	for _, n := range []string{"a", "ab", "a]", "b-", "{"} {
		if err := os.WriteFile(dir+"/"+n, nil, 0o644); err != nil {
			f.Fatal(err)
		}
	}
	f.Fuzz(func(t *testing.T, p string) {
		if len(p) > 100 || strings.Contains(p, "/") || strings.Contains(p, "~") {
			return
		}
		s := NewSet(Config{Dir: dir})
		if _, err := s.Glob(p); err != nil && !strings.Contains(p, "\x00") {
			t.Fatal(err)
		}
	})
}
