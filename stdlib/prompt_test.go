package stdlib

// This file tests the prompt: entries, continuation, values, and what outlives an entry.

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
)

// talk enters lines and returns everything that was shown, with "?" for each line that asked for more.
func talk(t *testing.T, lines ...string) string {
	t.Helper()
	var out bytes.Buffer
	in := NewInterp(Config{Engine: &scribe{}, Runtime: runtime.Config{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out}})
	p := NewPrompt(in, &out)
	for _, line := range lines {
		if p.Enter(context.Background(), line).More {
			out.WriteString("?")
		}
	}
	return out.String()
}

func TestPrompt(t *testing.T) {
	for _, c := range []struct {
		lines []string
		want  string
	}{
		{[]string{"1 + 2"}, "= 3\n"},
		{[]string{"my $x = 4", "$x * 2;"}, "= 8\n"},
		{[]string{"my ($a1, @b1) = (1, 2, 3); our $c = 9", "@b1", "$c"}, "= 2, 3\n= 9\n"},
		{[]string{"my %h = (k => [1])", "$h{k}[0]", "$h{none}"}, "= 1\n= undef\n"},
		{[]string{"sub f { return @_ > 1 ? \"many\" : \"one\" }", "f 1, 2"}, "= many\n"},
		{[]string{"print \"x\\n\"", "write 1, 2", "say for 1..2"}, "x\n12\n1\n2\n"},
		{[]string{"if (1) {", "write 'in'", "}"}, "??in\n"},
		{[]string{"my $t = <<E;", "text", "E", "$t"}, "??= text\n\n"},
		{[]string{"(1 +", "2)"}, "?= 3\n"},
		{[]string{"connect db", "to beta"}, "?error[E0601]: no source is named (-104)\n  --> prompt:1:1\n   |\n 1 | connect db\n   | ^^^^^^^^^^\n   = help: Name it first with: source <machine>.\n"},
		{[]string{"source alpha", "connect db to beta", "$con = connect db to beta"}, "= 7\n= 7\n"},
		{[]string{"", "   ", "# a comment"}, ""},
		{[]string{"my $y = 1; { my $y = 2; } $y"}, "= 1\n"},
		{[]string{"for my $i (1..2) { my $inner = $i }", "defined $inner ? 1 : 0"}, "= 0\n"},
		{[]string{"die 'oops'", "2"}, "oops at prompt line 1.\n= 2\n"},
		{[]string{"eval { die 'x' }; 5", "$@ ? 'set' : 'unset'"}, "= 5\n= set\n"},
		{[]string{"my @list = (1", ", 2", ")", "scalar(@list)"}, "??= 2\n"},
	} {
		if got := talk(t, c.lines...); got != c.want {
			t.Errorf("%q\ngot:  %q\nwant: %q", c.lines, got, c.want)
		}
	}
}

func TestPromptGivesUp(t *testing.T) {
	got := talk(t, "if (1) {", "", "write 'next'")
	if !strings.HasPrefix(got, "?error[E0106]") || !strings.HasSuffix(got, "next\n") {
		t.Errorf("got %q", got)
	}
	// Places count all lines that were entered.
	if got := talk(t, "1", "2", "", "ping a b"); !strings.Contains(got, "prompt:4:8") {
		t.Errorf("got %q", got)
	}
}

func TestPromptAnswers(t *testing.T) {
	var out bytes.Buffer
	in := NewInterp(Config{Engine: &scribe{}, Runtime: runtime.Config{Stdout: &out, Stderr: &out}})
	p := NewPrompt(in, &out)
	ctx := context.Background()
	if a := p.Enter(ctx, `login alpha admin "swordfish"; logon beta $u 'trout';`); a.Entry != `login alpha admin "******"; logon beta $u "******";` || a.Left {
		t.Errorf("entry %q", a.Entry)
	}
	if a := p.Enter(ctx, "{"); !a.More || a.Entry != "" || p.Pending() != "{\n" {
		t.Errorf("%+v, pending %q", a, p.Pending())
	}
	p.Drop()
	if p.Pending() != "" {
		t.Errorf("pending %q", p.Pending())
	}
	if a := p.Enter(ctx, "END { write 'bye' } exit 300"); !a.Left || a.Exit != 300&0xFF || a.Err != nil {
		t.Errorf("%+v", a)
	}
	if exit, err := in.VM.End(44); exit != 44 || err != nil || !strings.HasSuffix(out.String(), "bye\n") {
		t.Errorf("exit %d, %v: %s", exit, err, out.String())
	}
}

func TestPromptIsInterrupted(t *testing.T) {
	var out bytes.Buffer
	in := NewInterp(Config{Engine: &scribe{}, Runtime: runtime.Config{Stdout: &out, Stderr: &out}})
	p := NewPrompt(in, &out)
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if a := p.Enter(ctx, "1 while 1"); a.Left || a.Err == nil || !errors.Is(a.Err, context.DeadlineExceeded) {
		t.Errorf("%+v", a)
	}
	out.Reset()
	if p.Enter(context.Background(), "6 * 7"); out.String() != "= 42\n" {
		t.Errorf("afterwards: %q", out.String())
	}
}

func TestSecretsDoNotShow(t *testing.T) {
	s := secretValue{engine.NewSecret("swordfish")}
	if s.Text().String() != stars || !s.Truth() || !s.Defined() || s.Number().ToInt() != 0 || s.TypeName() != "secret" || (secretValue{}).Truth() {
		t.Errorf("%v", s)
	}
	t.Setenv("SMR_SECRET_X", "swordfish")
	out := talk(t, `$s = secret("x")`, `$s`, `"$s" . $s . join(",", $s)`, `$s eq "******" ? "stars" : "plain"`, `length $s`, `my %h = ($s => 1); join "", keys %h`, `sprintf "%s", $s`, `die $s`, `warn $s`)
	if strings.Contains(out, "swordfish") || !strings.Contains(out, "= ******\n") {
		t.Errorf("shown: %s", out)
	}
}
