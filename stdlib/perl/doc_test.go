package perl_test

// This file runs the examples in the documentation of functions: code is indented, and "#>" stands before what it prints.

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/usage"
	"github.com/smrscript/smrscript/runtime"
)

// example returns the code of a documentation text and what it prints.
func example(doc string) (code, want string) {
	var b, w strings.Builder
	for line := range strings.Lines(doc) {
		text, indented := strings.CutPrefix(line, "    ")
		if !indented {
			continue
		}
		if before, output, has := strings.Cut(text, "#> "); has {
			w.WriteString(output)
			text = before + "\n"
		}
		b.WriteString(text)
	}
	return b.String(), w.String()
}

// runText runs a script and returns what it prints on both outputs.
func runText(t *testing.T, r *runtime.Registry, text string) result {
	t.Helper()
	program, diags := runtime.Compile(source.NewFile("example", text), r, false)
	if diags.HasErrors() {
		return result{stderr: diags.Error(), exit: 255}
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "example"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	vm := runtime.New(runtime.Config{Registry: r, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Env: environment(), Uncaught: func(err error) { errs.WriteString(runtime.ErrorText(err)) }})
	if err := vm.Handles().Chdir(dir); err != nil {
		t.Fatal(err)
	}
	exit, _ := vm.Run(context.Background(), program) // Uncaught has told of the error
	return result{out.String(), errs.String(), exit}
}

func TestEntriesAreDocumented(t *testing.T) {
	r := registry()
	for _, e := range r.Entries() {
		name := e.Name()
		if e.Module != "" {
			name = e.Module + "::" + name
		}
		t.Run(name, func(t *testing.T) {
			u, err := usage.ParseFunction(e.Usage)
			if err != nil {
				t.Fatal(err)
			}
			if u.Name != e.Name() {
				t.Errorf("the usage is of %s", u.Name)
			}
			if e.Summary == "" || strings.HasSuffix(e.Summary, ".") {
				t.Errorf("summary %q", e.Summary)
			}
			if strings.HasPrefix(e.Summary, "not available") {
				return
			}
			for line := range strings.Lines(e.Doc) {
				if len([]rune(line)) > 131 {
					t.Errorf("a line of the documentation is too long: %s", line)
				}
			}
			code, want := example(e.Doc)
			if code == "" {
				t.Fatal("there is no example")
			}
			got := runText(t, r, "use feature 'say';\n"+code)
			if got.exit != 0 || got.stdout != want && want != "" {
				t.Errorf("example:\n%sexit status %d, prints:\n%s%swant:\n%s", code, got.exit, got.stdout, got.stderr, want)
			}
		})
	}
}

func TestRefusedFunctionsSayWhy(t *testing.T) {
	r := registry()
	for _, code := range []string{"fork", "socket(my $s, 1, 2, 3)", "syscall(1)", "dbmopen(my %h, 'f', 0644)", "formline('x', 1)", "crypt('a', 'b')", "chroot('/')", "shmget(1, 2, 3)"} {
		got := runText(t, r, "print 1;\n"+code+";")
		name, _, _ := strings.Cut(code, "(")
		if got.exit == 0 || !strings.HasPrefix(got.stderr, name+" is not available here") || !strings.HasSuffix(got.stderr, "at example line 2.\n") {
			t.Errorf("%s: exit status %d, %q", code, got.exit, got.stderr)
		}
	}
}
