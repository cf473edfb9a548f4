package smrscript_test

// This file tries to break embedding: programs that run at the same time, hosts that misbehave, state that could be shared, goroutines
// that could stay.

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	goruntime "runtime"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/stdlib"
)

// busy uses whatever keeps something between two runs: state, package and file variables, closures, patterns, formats, DATA, loaded
// modules, string evals, sort, local, each, pos, srand.
const busy = `
use strict; use warnings; use feature qw(state say); use List::Util qw(sum); use POSIX qw(floor); use constant STEP => 3;
our ($n, %seen) = (0); my $file = 10; my @subs = map { my $i = $_; sub { $i + $_[0] + $file++ } } 1 .. 3;
sub counter { state $c = 100; state @list = (1, 2); push @list, $c; return $c++ + @list }
my $who = $ARGV[0]; my $text = "$who-" x 5; my @found;
push @found, pos $text while $text =~ /(\w+?)-/g;
(my $copy = $text) =~ s/(\d+)/<$1>/g; $copy =~ tr/0-9/a-j/;
for my $i (1 .. 200) { $n += counter() + sum(map { $_->($i) } @subs); $seen{$i % 7}++ }
my @sorted = sort { $seen{$b} <=> $seen{$a} || $a <=> $b } keys %seen;
my $made = eval "sub made_$who { return \"made by $who\" } made_$who()"; die $@ if $@;
{ local $, = ":"; local $n = -1; print $who, counter(), floor(7.9), STEP, ""; }
printf "%s %05d %s %s %s %s", $copy, $n, "@sorted", "@found", $made, join "", <DATA>;
srand(7); printf " %.6f", rand;
__DATA__
the data
of the file
`

func TestProgramRunsAtTheSameTime(t *testing.T) {
	program, err := smrscript.Compile(smrscript.Config{}, "busy.smr", busy)
	if err != nil {
		t.Fatal(err)
	}
	run := func(who string) string {
		var out bytes.Buffer
		if exit, err := program.Run(context.Background(), smrscript.Config{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Args: []string{who}}); exit != 0 || err != nil {
			return fmt.Sprintf("exit %d, %v: %s", exit, err, out.String())
		}
		return out.String()
	}
	alone := make([]string, 4)
	for i := range alone {
		alone[i] = run(fmt.Sprint(i))
		if !strings.Contains(alone[i], fmt.Sprintf("made by %d", i)) || !strings.Contains(alone[i], "of the file") {
			t.Fatal(alone[i])
		}
	}
	var wait sync.WaitGroup
	for i := range 32 {
		wait.Go(func() {
			if got := run(fmt.Sprint(i % len(alone))); got != alone[i%len(alone)] {
				t.Errorf("together:\n%s\nalone:\n%s", got, alone[i%len(alone)])
			}
		})
	}
	wait.Wait()
}

// What a script changes of its surroundings is its own.
func TestNoGlobalState(t *testing.T) {
	t.Setenv("SMR_TEST_STATE", "as it was")
	before, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	changes := fmt.Sprintf(`chdir %q or die $!; $ENV{SMR_TEST_STATE} = "changed"; delete $ENV{PATH}; umask 0777; $| = 1; $, = "-"; $\ = "!"; $0 = "other"; $" = "+"; $; = "x"; srand 1;
		use POSIX; POSIX::setlocale(0, "C"); $SIG{__WARN__} = sub { }; $SIG{TERM} = "IGNORE"; alarm 1000; select STDERR; @ARGV = (1, 2); push @INC, "x"; *CORE::GLOBAL::die = sub { 1 };
		sub List::Util::sum { "mine" } our $kept = "leak"; use lib "y"; binmode STDOUT, ":utf8"; open STDIN, "<", \"text"; $^W = 1; undef $/;`, dir)
	look := `use List::Util; our $kept; use Cwd; print join ",", getcwd(), $ENV{SMR_TEST_STATE}, defined $ENV{PATH} ? 1 : 0, $|, defined $, ? 1 : 0, defined $\ ? 1 : 0, $0, "@ARGV", List::Util::sum(1, 2), $kept // "none", scalar(@INC), $^W, $SIG{TERM} // "none", $/, "\x{e9}"`
	show := func() string {
		var out bytes.Buffer
		in := smrscript.New(smrscript.Config{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out})
		defer in.Close()
		if exit, err := in.Run(context.Background(), "look.smr", look); exit != 0 || err != nil {
			t.Errorf("exit %d, %v", exit, err)
		}
		return out.String()
	}
	want := show()
	in := smrscript.New(smrscript.Config{Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: io.Discard})
	if exit, err := in.Run(context.Background(), "change.smr", changes); exit != 0 || err != nil {
		t.Errorf("exit %d, %v", exit, err)
	}
	if got := show(); got != want {
		t.Errorf("while it is open: %q, before: %q", got, want)
	}
	if err := in.Close(); err != nil {
		t.Error(err)
	}
	after, err := os.Getwd()
	if err != nil || after != before || os.Getenv("SMR_TEST_STATE") != "as it was" || os.Getenv("PATH") == "" {
		t.Errorf("%v: the process is in %s, was in %s; %q", err, after, before, os.Getenv("SMR_TEST_STATE"))
	}
	if err := os.WriteFile(dir+"/mode", nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(dir + "/mode"); err != nil || info.Mode().Perm() == 0 {
		t.Errorf("the umask of the process was changed: %v, %v", info, err)
	}
}

// odd is an engine that breaks the rules.
type odd struct{ engine.Client }

func (odd) Do(_ context.Context, op engine.Op) (engine.Result, error) {
	switch op.(type) {
	case engine.FindConnections:
		return engine.Done{}, nil // not what was asked for
	case engine.ListMachines:
		return nil, nil
	}
	return nil, errors.New("an error of no kind")
}
func (odd) Close() error { return nil }

// torn is a stream that fails.
type torn struct{}

func (torn) Write([]byte) (int, error) { return 0, errors.New("torn") }
func (torn) Read([]byte) (int, error)  { return 0, errors.New("torn") }

// tornFS is a file system that fails.
type tornFS struct{}

func (tornFS) Open(string) (fs.File, error) { return nil, errors.New("torn") }

func TestHostsThatMisbehave(t *testing.T) {
	words := []smrscript.Word{
		{Usage: "fails", Func: func() error { return errors.New("a Go error") }},
		{Usage: "twice EXPR", Func: func(ctx context.Context, n int) (int, error) { return 2 * n, ctx.Err() }},
		{Usage: "GIVES NOTHING", Command: func(context.Context, smrscript.Args) (any, error) { return nil, nil }},
		{Usage: "GIVES FUNCTION", Command: func(context.Context, smrscript.Args) (any, error) { return make(chan int), nil }},
	}
	for _, c := range []struct {
		name   string
		change func(*smrscript.Config)
		script string
		want   string // on either stream, or in the error
	}{
		{"an engine that answers nonsense", func(c *smrscript.Config) { c.Engine = odd{} }, `my @l = find connection; machines; login alpha; print "went on";`, "went on"},
		{"a writer that fails", func(c *smrscript.Config) { c.Stdout = torn{} }, `$| = 1; print STDERR print("x") ? "written" : "not written: $!";`, "not written"},
		{"both writers fail", func(c *smrscript.Config) { c.Stdout, c.Stderr = torn{}, torn{} }, `print "x"; warn "y"; die "z\n";`, "z"},
		{"a reader that fails", func(c *smrscript.Config) { c.Stdin = torn{} }, `my $l = <STDIN>; print defined $l ? "line" : "nothing";`, "nothing"},
		{"a file system that fails", func(c *smrscript.Config) { c.Sandbox = &smrscript.Sandbox{Files: tornFS{}} }, `open my $f, "<", "/x" or print "no: $!"; opendir my $d, "/" or print " and no"; print -e "/x" ? "there" : " and not there";`, "and not there"},
		{"a word that fails", nil, `eval { fails() }; print "caught $@";`, "caught a Go error"},
		{"a word with text", nil, `print eval { twice("many") } // "refused: $@";`, "refused"},
		{"a command without a result", nil, `my $x = gives nothing; print $x ? "done" : "failed";`, "done"},
		{"a command with what is no value", nil, `my $x = gives function; print "went on";`, "went on"},
	} {
		var out bytes.Buffer
		cfg := smrscript.Config{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Words: words, Limits: runtime.Limits{Time: time.Minute}}
		if c.change != nil {
			c.change(&cfg)
		}
		in := smrscript.New(cfg)
		_, err := in.Run(context.Background(), "t.smr", c.script)
		if text := fmt.Sprint(out.String(), err); !strings.Contains(text, c.want) {
			t.Errorf("%s: %s", c.name, text)
		}
		in.Close()
	}
}

func TestInterpreterAfterItsEnd(t *testing.T) {
	var out bytes.Buffer
	in := smrscript.New(smrscript.Config{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out})
	if exit, err := in.Run(nil, "t.smr", `sub f { "f" . (wantarray ? "list" : "scalar") } sub e { exit 5 } sub d { die { code => 3 } }`); exit != 0 || err != nil {
		t.Fatal(exit, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	if got, err := in.Call(ctx, "f"); err != nil || fmt.Sprint(got) != "[flist]" {
		t.Error(got, err)
	}
	var exited *runtime.ExitError
	if _, err := in.Call(ctx, "e"); !errors.As(err, &exited) {
		t.Error(err)
	}
	var died *runtime.Die
	if _, err := in.Call(ctx, "main::d"); !errors.As(err, &died) {
		t.Error(err)
	}
	cancel()
	if _, err := in.Call(ctx, "f"); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if got, err := in.Call(context.Background(), "f"); err != nil || len(got) != 1 { // the end of one call is not that of the next
		t.Error(got, err)
	}
	for range 2 {
		if err := in.Close(); err != nil {
			t.Error(err)
		}
	}
	if exit, err := in.Run(context.Background(), "t.smr", `print "x"; open my $f, "<", "nothing"; 1;`); exit != 0 && err == nil {
		t.Errorf("exit %d without an error", exit)
	}
	in.Close()
}

// Scripts that leave something running leave no goroutine, whether they end, die, reach a limit or are cancelled.
func TestNoGoroutineStays(t *testing.T) {
	files := fstest.MapFS{"x": {Data: []byte("x")}}
	settle := func(most int) int {
		deadline := time.Now().Add(time.Minute)
		for goruntime.NumGoroutine() > most && time.Now().Before(deadline) {
			time.Sleep(time.Millisecond)
		}
		return goruntime.NumGoroutine()
	}
	arrived := make(chan os.Signal, 1)
	signal.Notify(arrived, os.Interrupt) // starts the one goroutine that package signal keeps for the whole process
	signal.Stop(arrived)
	before := goruntime.NumGoroutine()
	for _, script := range []string{
		`alarm 1000; $SIG{ALRM} = sub { }; $SIG{TERM} = sub { };`, `alarm 1000; die "x";`, `alarm 1000; 1 while 1;`, `sleep 1000;`, `select undef, undef, undef, 1000;`,
		`open my $f, "-|", "sleep 60"; exit 3;`, `open my $f, "-|", "sleep 60"; my $l = <$f>; 1 while 1;`, `open our $f, "|-", "sleep 60 & sleep 61"; 1;`, `open our $f, "|-", "cat >/dev/null"; print $f "x";`, `system "sleep 60";`, `my $x = qx(sleep 60);`, `exec "sleep 60";`,
		`pipe(my $r, my $w); print $w "x";`, `open our $g, "<", "/x"; opendir our $d, "/";`, `"a" x 40 =~ /(a*)*b/;`, `("a" x 5000) =~ /(a|aa)+$x?b/ for 1 .. 1e6;`, `END { sleep 1000 }`, `stats start;`,
	} {
		for _, how := range []string{"end", "cancel"} {
			ctx, cancel := context.WithCancel(context.Background())
			in := smrscript.New(smrscript.Config{Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: io.Discard, Limits: runtime.Limits{Time: 300 * time.Millisecond, Memory: 64 << 20},
				Sandbox: &smrscript.Sandbox{Processes: true, Host: true, Environment: true, Files: files, Scratch: 1 << 20}})
			if how == "cancel" {
				time.AfterFunc(50*time.Millisecond, cancel)
			}
			_, _ = in.Run(ctx, "t.smr", script)
			in.Close()
			cancel()
			if after := settle(before); after > before {
				var stacks [1 << 16]byte
				t.Fatalf("%s (%s): %d goroutines, %d before\n%s", script, how, after, before, stacks[:goruntime.Stack(stacks[:], true)])
			}
		}
	}
}

func TestWordsOfTheProgram(t *testing.T) {
	command := func(text string) func(context.Context, smrscript.Args) (any, error) {
		return func(_ context.Context, args smrscript.Args) (any, error) { return text + args.Text("id"), nil }
	}
	var out bytes.Buffer
	in := smrscript.New(smrscript.Config{Stdout: &out, Stderr: &out, Words: []smrscript.Word{
		{Usage: "TICKET OPEN <id:text>", Command: command("opened ")},
		{Usage: "TICKET CLOSE <id:text> [QUIETLY]", Command: command("closed ")},
		{Usage: "TICKETS", Command: command("all")},
	}})
	defer in.Close()
	if exit, err := in.Run(context.Background(), "t.smr", `my $a = ticket open "1"; my $b = ticket close "2" quietly; my $c = tickets; print "$a, $b, $c";`); exit != 0 || err != nil || out.String() != "opened 1, closed 2, all" {
		t.Errorf("exit %d, %v, %q", exit, err, out.String())
	}
	for want, words := range map[string][]smrscript.Word{
		"a command DISCONNECT already": {{Usage: "DISCONNECT <id:text>", Command: command("x")}},
		"a function print already":     {{Usage: "print EXPR", Func: func() {}}},
		"TICKET OPEN":                  {{Usage: "TICKET OPEN <id:text>", Command: command("x")}, {Usage: "TICKET OPEN <what:text>", Command: command("y")}},
		"no usage line":                {{Func: func() {}}},
		"either Func or Command":       {{Usage: "x"}},
		"WORSE":                        {{Usage: "WORSE <", Command: command("x")}},
	} {
		var wrong *stdlib.WordError
		if _, err := smrscript.Compile(smrscript.Config{Words: words}, "t.smr", "1;"); !errors.As(err, &wrong) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}
