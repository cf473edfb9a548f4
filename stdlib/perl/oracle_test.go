package perl_test

// This file runs the scripts of testdata/perl under perl and under us: same output, same exit status, same errors and warnings.
//
// A script may say in comments at its start: "# ARGS: a b" for its arguments, "# STDIN: text" for a line of standard input (may be
// repeated), and "# DEVIATION: reason" where we differ from perl on purpose; what we print then stands in FILE.ours beside it.

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/stdlib/module"
	"github.com/smrscript/smrscript/stdlib/perl"
)

// registry returns the words of the language without its commands.
func registry() *runtime.Registry {
	r := runtime.NewRegistry()
	r.Add(perl.Entries()...)
	module.Register(r)
	return r
}

// A script is one oracle script with what its header says.
type script struct {
	path, text, stdin, deviation string
	args                         []string
	plain                        bool // run by us with the fast paths off
}

// A result is what running a script gave.
type result struct {
	stdout, stderr string
	exit           int
}

func readScript(t *testing.T, path string) *script {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s := &script{path: path, text: string(data)}
	for line := range strings.Lines(s.text) {
		if !strings.HasPrefix(line, "#") {
			break
		}
		line = strings.TrimSpace(line)
		if v, ok := strings.CutPrefix(line, "# ARGS: "); ok {
			s.args = strings.Fields(v)
		} else if v, ok := strings.CutPrefix(line, "# STDIN: "); ok {
			s.stdin += v + "\n"
		} else if v, ok := strings.CutPrefix(line, "# DEVIATION: "); ok {
			s.deviation = v
		}
	}
	return s
}

// environment is the same for both.
func environment() []string {
	return []string{"PATH=" + os.Getenv("PATH"), "HOME=/", "TZ=UTC", "LC_ALL=C", "LANG=C"}
}

func (s *script) underPerl(t *testing.T, dir string) result {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "perl", append([]string{s.path}, s.args...)...)
	var out, errs bytes.Buffer
	cmd.Dir, cmd.Env, cmd.Stdin, cmd.Stdout, cmd.Stderr = dir, environment(), strings.NewReader(s.stdin), &out, &errs
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return result{out.String(), errs.String(), cmd.ProcessState.ExitCode()}
}

func (s *script) underUs(t *testing.T, dir string) result {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	r := registry()
	var out, errs bytes.Buffer
	vm := runtime.New(runtime.Config{Registry: r, Stdin: strings.NewReader(s.stdin), Stdout: &out, Stderr: &errs, Args: s.args, Env: environment(), Plain: s.plain,
		Uncaught: func(err error) { errs.WriteString(runtime.ErrorText(err)) }})
	if err := vm.Handles().Chdir(dir); err != nil {
		t.Fatal(err)
	}
	program, diags := vm.Compile(source.NewFile(s.path, s.text))
	if diags.HasErrors() {
		return result{stderr: diags.Error(), exit: 255}
	}
	exit, _ := vm.Run(ctx, program) // Uncaught has told of the error
	return result{out.String(), errs.String(), exit}
}

// differences tells how two results differ, "" if they do not.
func (r result) differences(want result) string {
	var b strings.Builder
	if r.stdout != want.stdout {
		b.WriteString(firstDifference("standard output", r.stdout, want.stdout))
	}
	if r.stderr != want.stderr {
		b.WriteString(firstDifference("standard error", r.stderr, want.stderr))
	}
	if r.exit != want.exit {
		b.WriteString("exit status: got " + itoa(r.exit) + ", perl gives " + itoa(want.exit) + "\n")
	}
	return b.String()
}

func itoa(n int) string {
	return string([]byte{byte('0' + n/100), byte('0' + n/10%10), byte('0' + n%10)})
}

func firstDifference(what, got, want string) string {
	g, w := strings.SplitAfter(got, "\n"), strings.SplitAfter(want, "\n")
	for i := 0; ; i++ {
		a, b := "(nothing)", "(nothing)"
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			return what + ", line " + itoa(i+1) + ":\n  got  " + strings.TrimSuffix(a, "\n") + "\n  perl " + strings.TrimSuffix(b, "\n") + "\n"
		}
	}
}

func TestOracle(t *testing.T) {
	if _, err := exec.LookPath("perl"); err != nil {
		t.Fatal("perl is the referee of these tests: install it (apt-get install perl)")
	}
	root, err := filepath.Abs("../../testdata/perl")
	if err != nil {
		t.Fatal(err)
	}
	paths, err := filepath.Glob(filepath.Join(root, "*", "*.pl"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no scripts under %s: %v", root, err)
	}
	for _, path := range paths {
		family, name := filepath.Base(filepath.Dir(path)), strings.TrimSuffix(filepath.Base(path), ".pl")
		t.Run(family+"/"+name, func(t *testing.T) {
			t.Parallel()
			s := readScript(t, path)
			want, got := s.underPerl(t, t.TempDir()), s.underUs(t, t.TempDir())
			diff := got.differences(want)
			if s.deviation == "" {
				if diff != "" {
					t.Errorf("%s\n%s", path, diff)
				}
				return
			}
			ours, err := os.ReadFile(strings.TrimSuffix(path, ".pl") + ".ours")
			if err != nil {
				t.Fatal(err)
			}
			if got.stdout != string(ours) {
				t.Errorf("%s: not even what the deviation says\n%s", path, firstDifference("standard output", got.stdout, string(ours)))
			}
			if diff == "" {
				t.Errorf("%s: no deviation any more; remove its mark", path)
			}
		})
	}
}
