package stdlib

// This file tests how a prompt shows values.

import (
	"strings"
	"testing"
)

func TestShow(t *testing.T) {
	for _, c := range []struct{ entry, want string }{
		{"[1, 'two', undef, 3.5]", `= [1, "two", undef, 3.5]`},
		{"{ a => [1], 'b c' => { d => {} } }", `= { a => [1], "b c" => { d => {} } }`},
		{"[]", "= []"},
		{"(1, [2])", "= 1, [2]"},
		{"[map { 'x' x 30 } 1..3]", "= [\n    \"" + strings.Repeat("x", 30) + "\",\n    \"" + strings.Repeat("x", 30) + "\",\n    \"" + strings.Repeat("x", 30) + "\"\n]"},
		{"[{ id => 1, n => 'a' }, { n => 'bb', id => 20 }]", "id  n\n1   a\n20  bb"},
		{"[{ id => 1 }, { n => 2 }]", "= [{ id => 1 }, { n => 2 }]"},
		{`"a\x1b[2J"`, `= a\x1b[2J`},
		{"'ä'", "= ä"},
	} {
		if got := strings.TrimSuffix(talk(t, c.entry), "\n"); got != c.want {
			t.Errorf("%s\ngot:  %s\nwant: %s", c.entry, got, c.want)
		}
	}
	if got := talk(t, "my @deep = (); my $r = \\@deep; for (1..20) { $r = [$r] }", "$r"); !strings.Contains(got, "...") {
		t.Errorf("without end: %s", got)
	}
	if got := talk(t, "$loop = []; push @$loop, $loop", "$loop"); !strings.Contains(got, "...") {
		t.Errorf("a loop: %s", got)
	}
	if got := talk(t, "6 * 7", "_", "$_ + 1"); got != "= 42\n= 42\n= 43\n" {
		t.Errorf("the last value: %s", got)
	}
}

func TestCommandWords(t *testing.T) {
	for line, want := range map[string]string{"REPSET CREATE <repset>": "REPSET CREATE", "(LOGIN | LOGON) <machine>": "LOGIN", "STATUS [SOURCE | TARGET]": "STATUS", "MACHINES": "MACHINES"} {
		if got := commandWords(line); got != want {
			t.Errorf("%s: %q", line, got)
		}
	}
}
