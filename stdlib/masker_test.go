package stdlib

// This file tests that passwords are recognised in texts, and nothing else is.

import "testing"

func TestMaskerEntries(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`login alpha admin "swordfish"` + "\n\n", `login alpha admin "******"`},
		{`login alpha admin 'sword'; logon beta x "fish"; ping alpha`, `login alpha admin "******"; logon beta x "******"; ping alpha`},
		{`my $p = "swordfish"; login alpha admin $p`, `my $p = "******"; login alpha admin $p`},
		{`$password = 'swordfish'`, `$password = "******"`},
		{`our $db_pw = "swordfish";`, `our $db_pw = "******";`},
		{`$p = "plain"`, `$p = "plain"`},
		{`my ($password, $x) = ("a", "b")`, `my ($password, $x) = ("a", "b")`},
		{`$compass_direction = 1`, `$compass_direction = 1`},
		{`login alpha admin`, `login alpha admin`},
		{`if (`, `if (`},
		{``, ``},
	} {
		if got := NewMasker(Registry()).Entry(c.text); got != c.want {
			t.Errorf("%q\ngot:  %q\nwant: %q", c.text, got, c.want)
		}
	}
}

// Once a variable was used as a password its name is remembered.
func TestMaskerRemembers(t *testing.T) {
	m := NewMasker(Registry())
	m.Entry(`login alpha admin $key`)
	if got := m.Entry(`$key = "swordfish"`); got != `$key = "******"` {
		t.Errorf("got %q", got)
	}
}

func TestMaskerTexts(t *testing.T) {
	m := NewMasker(Registry())
	m.Read("my $k = 'swordfish';\nlogin alpha admin $k;\nmy $secret = 'abc';\n")
	m.Learn("trout-with-almonds")
	for _, c := range []struct{ text, want string }{
		{`my $k = 'swordfish'`, `my $k = '******'`},
		{`x trout-with-almonds swordfish`, `x ****** ******`},
		{`abc`, `abc`}, // too short to be told from other text
		{`fish`, `fish`},
	} {
		if got := m.Mask(c.text); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
	for name, want := range map[string]bool{"$k": true, "$secret": true, "@tokens": true, "%h": false, "$pw": true, "$spwn": false, "$API_KEY": true} {
		if m.Hides(name) != want {
			t.Errorf("%s: %v", name, !want)
		}
	}
}
