//go:build linux || darwin

package main

// This file tests the prompt and the debugger on terminals of all kinds: without abilities, without colours, narrow and wide, with wide
// characters, pasted scripts and keys that interrupt.

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/creack/pty"
)

// shown is everything that the terminal has shown so far.
func (p *typist) shown() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.seen.String()
}

func TestNoFileMeansPrompt(t *testing.T) {
	p, cmd := sit(t, t.TempDir())
	p.expect("help lists the commands")
	p.expect("smr> ")
	p.enter("40 + 2\r")
	p.expect("= 42")
	p.enter("exit 3\r")
	if err := p.ends(cmd); cmd.ProcessState.ExitCode() != 3 {
		t.Errorf("exit %v, want 3", err)
	}
}

func TestDumbTerminal(t *testing.T) {
	dir := t.TempDir()
	p, cmd := sitAt(t, dir, pty.Winsize{Rows: 24, Cols: 80}, []string{"TERM=dumb"})
	p.expect("smr> ")
	p.enter("if (1) {\n")
	p.expect("...> ")
	p.enter("\x03") // gives the entry up
	p.expect("smr> ")
	p.enter("ping nowhere\n")
	p.expect("error[E0601]")
	p.expect("smr> ")
	p.enter("say \"be\" . \"gun\"; sleep 60\n")
	p.expect("begun")
	p.enter("\x03")
	p.expect("interrupted")
	p.expect("smr> ")
	p.enter("login alpha admin \"swordfish\"\n")
	p.expect("DT_FULL_ACCESS")
	p.expect("smr> ")
	p.enter("source alpha\n")
	p.expect("smr> ")
	p.enter("disconnect *\n")
	p.expect("[y/N] ")
	p.enter("n\n")
	p.expect("not confirmed")
	p.expect("smr> ")
	if err := p.leave(cmd); err != nil {
		t.Error(err)
	}
	if strings.Contains(p.shown(), "\x1b") {
		t.Errorf("escape sequences: %q", p.shown())
	}
	history, err := os.ReadFile(filepath.Join(dir, "xdg", "smrscript", "history"))
	if err != nil || !strings.Contains(string(history), "ping nowhere\n") || strings.Contains(string(history), "swordfish") {
		t.Errorf("history: %v\n%s", err, history)
	}
}

func TestColours(t *testing.T) {
	for _, c := range []struct {
		env     []string
		colours bool
	}{
		{[]string{"TERM=xterm"}, true},
		{[]string{"TERM=xterm", "NO_COLOR=1"}, false},
		{[]string{"TERM=dumb"}, false},
	} {
		p, cmd := sitAt(t, t.TempDir(), pty.Winsize{Rows: 24, Cols: 80}, c.env)
		p.expect("smr> ")
		p.enter("ping alpha\r")
		p.expect("alpha answers")
		p.expect("smr> ")
		p.enter("ping nowhere\r")
		p.expect("nowhere")
		_ = p.leave(cmd)
		if got := strings.Contains(p.shown(), "\x1b[36;1m"); got != c.colours {
			t.Errorf("%q: coloured %v: %q", c.env, got, p.shown())
		}
	}
}

func TestWindows(t *testing.T) {
	for _, size := range []pty.Winsize{{Rows: 5, Cols: 20}, {Rows: 8, Cols: 30}, {Rows: 8, Cols: 31}, {Rows: 10, Cols: 40}, {Rows: 60, Cols: 250}} {
		t.Run(fmt.Sprint(size.Cols), func(t *testing.T) {
			p, cmd := sitAt(t, t.TempDir(), size, []string{"TERM=xterm"})
			p.expect("smr> ")
			p.enter(`$wide = "漢字のテキストと長い長い長い行と漢字"; say "le" . "ngth " . length $wide` + "\r")
			p.expect("length 54")
			p.expect("smr> ")
			p.enter("say \"漢x字\"\x1b[D\x1b[D\x7f . 7\r") // goes back over a wide character, takes the x away and adds
			p.expect("漢 . 7字\r\n")
			if err := pty.Setsize(p.tty, &pty.Winsize{Rows: 30, Cols: 66}); err != nil {
				t.Fatal(err)
			}
			p.enter("say 'x' x 70 . \"end\"\r")
			p.expect("xxxend")
			if err := p.leave(cmd); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestWatchOnTerminal(t *testing.T) {
	dir := t.TempDir()
	script := `login alpha; login beta; source alpha; repset create db; repset rule add "/data"; repset save; ` +
		`connect db to beta map base "/one" nomirror noreplicate; connect db to beta map base "/two" nomirror noreplicate`
	p, cmd := sit(t, dir, "-e", script)
	if err := p.ends(cmd); err != nil {
		t.Fatalf("%v:\n%s", err, p.shown())
	}
	for _, leave := range []string{"q", "\x03"} {
		p, cmd = sit(t, dir, "watch", "--every", "1h")
		p.expect("ID  Set")
		p.expect("sort: i id")
		p.enter("r") // nothing new has to come for it
		p.expect("Rate-")
		p.enter("x\x1b[Ar")
		p.expect("Rate+")
		p.enter("t")
		p.expect("Target+")
		p.enter(leave)
		if err := p.ends(cmd); err != nil {
			t.Errorf("%q: %v", leave, err)
		}
	}
	p, cmd = sit(t, dir, "watch", "--every", "1h")
	p.expect("sort: i id")
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := p.ends(cmd); err != nil {
		t.Errorf("interrupted: %v", err)
	}
}

func TestKeysThatInterrupt(t *testing.T) {
	p, cmd := sit(t, t.TempDir())
	p.expect("smr> ")
	p.enter("co\t") // more than one completion
	p.expect("compression")
	p.enter("\x03")
	p.expect("^C")
	p.enter("say \"one\" . 1\r")
	p.expect("one1")
	p.enter("if (1) {\r")
	p.expect("...> ")
	p.enter("\x03")
	p.expect("smr> ")
	p.enter("say \"two\" . 2\r")
	p.expect("two2")
	p.expect("smr> ")                                 // before it, the keys are the terminal's
	p.enter("abc\x01\x04\x04\x04say \"three\" . 3\r") // Ctrl-D in a line deletes
	p.expect("three3")
	p.enter("1 while say \"rou\" . \"nd\"\r")
	p.expect("round")
	p.enter("\x03")
	p.expect("interrupted")
	if err := p.leave(cmd); err != nil {
		t.Error(err)
	}
}

// A script of many lines, with comments, empty lines and a heredoc, is one entry however it comes.
func TestPasteOfAScript(t *testing.T) {
	var script strings.Builder
	script.WriteString("# sums\nmy $sum = 0;\n\n")
	for i := range 120 {
		fmt.Fprintf(&script, "$sum += %d;\t# step %d\n", i, i)
	}
	script.WriteString("my $text = <<E;\n  kept  as it is\n\nE\nsub twice {\n\treturn 2 * shift;\n}\nprint $text, \"sum \", twice($sum), \"\\n\";\n")
	p, cmd := sit(t, t.TempDir())
	p.expect("smr> ")
	p.enter(pasteBegin + script.String() + pasteEnd)
	p.expect("  kept  as it is\r\n\r\nsum 14280")
	p.enter("twice(4)\r")
	p.expect("= 8")
	p.enter(":paste\r")
	p.enter(strings.ReplaceAll(script.String(), "\t", " ") + ".\r")
	p.expect("  kept  as it is\r\n\r\nsum 14280")
	if err := p.leave(cmd); err != nil {
		t.Error(err)
	}
}

func TestMirrorsInTheBackground(t *testing.T) {
	dir := t.TempDir()
	p, cmd := sit(t, dir)
	for i := range 20 {
		if err := os.WriteFile(filepath.Join(dir, "alpha", fmt.Sprint("f", i)), []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p.expect("smr> ")
	p.enter("login alpha; login beta; source alpha; repset create db; repset rule add \"/\"; repset save\r")
	p.expect("smr> ")
	p.enter("$c = connect db to beta map base \"/copy\" &\r")
	p.expect("= 1")
	p.enter("wait on mirror $c &\r")
	p.expect(":jobs lists them")
	for strings.Count(p.shown(), "[1] mirror of db to beta") == 0 { // the prompt says it when it asks for the next entry
		from := len(p.shown())
		p.enter("say \"as\" . \"ked\"\r")
		p.from = from
		p.expect("asked")
		p.expect("smr> ")
	}
	if !strings.Contains(p.shown(), "complete, 20 files looked at") {
		t.Errorf("shown: %s", p.shown())
	}
	p.enter(":jobs\r")
	p.expect("no mirror is running")
	p.enter("1 &&\r") // not a command in the background
	p.expect("...> ")
	p.enter("0\r")
	p.expect("= 0")
	if err := p.leave(cmd); err != nil {
		t.Error(err)
	}
}

func TestSettingsAreCompleted(t *testing.T) {
	p, cmd := sit(t, t.TempDir())
	p.expect("smr> ")
	p.enter("login alpha; source alpha\r")
	p.expect("smr> ")
	p.enter("set enabletask\t = 0\r")
	p.expect("smr> ")
	p.enter("get EnableTaskCmd\t\r")
	p.expect("EnableTaskCmdProcessing = 0")
	p.enter("set EnableTaskCmdProcessing = \t")
	p.expect("now on alpha")
	p.enter("\t") // into the list
	p.enter("1\t\x08\t1\r")
	p.enter("get enabletaskc\t\r")
	p.expect("EnableTaskCmdProcessing = 1")
	if err := p.leave(cmd); err != nil {
		t.Error(err)
	}
}

func TestDebuggerOnTerminal(t *testing.T) {
	dir := t.TempDir()
	script := filepath.Join(dir, "d.smr")
	text := "my $total = 1;\nsub add {\n    my ($n) = @_;\n    $total += $n;\n    return $total;\n}\nadd(5);\nprint \"sum $total\\n\";\nmy $turns = 0;\nwhile (1) {\n    print \"turning\\n\" if ++$turns == 5;\n}\n"
	if err := os.WriteFile(script, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	p, cmd := sit(t, dir, "run", "--debug", script)
	p.expect("my $total = 1;")
	p.expect("DB> ")
	p.enter("c add\r")
	p.expect("my ($n) = @_;")
	p.enter("s\r")
	p.expect("$total += $n;")
	p.enter("p $tot\t * 100 + $n\r")
	p.expect("105")
	p.expect("DB> ") // before it, the key is a signal
	p.enter("\x03")  // gives the line up, not the script
	p.enter("$total = 36\r")
	p.enter("b 8\r")
	p.enter("c\r")
	p.expect("print \"sum $total")
	p.enter("c\r")
	p.expect("sum 41")
	p.expect("turning") // the loop has no other statement
	p.enter("\x03")
	p.expect("stopping at the next statement")
	p.expect("++$turns == 5")
	p.enter("p \"turns \" . ($turns >= 5)\r")
	p.expect("turns 1")
	if err := p.leave(cmd); err != nil {
		t.Error(err)
	}
}
