package usage

// This file tests reading usage lines, what is refused, and the proof against ambiguity.

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

func TestParseLineRefuses(t *testing.T) {
	for _, test := range []struct {
		text, reason string
		offset       int
	}{
		{"", "unexpected token", 0},
		{"   ", "unexpected token", 3},
		{"<machine>", "begins with a keyword", 0},
		{"[PING] <machine>", "begins with a keyword", 0},
		{"(PING <machine> | PONG)", "begins with a keyword", 0},
		{"ping <machine>", "keywords begin with a capital", 0},
		{"PING beta", "written <beta>", 5},
		{"PING A::B", "is no keyword", 5},
		{"PING AbCdEfGhIjKlMnOp", "is no keyword", 5},
		{"PING <host>", "write <host:kind>", 5},
		{"PING <host:computer>", "there is no kind computer", 5},
		{"PING < machine >", "without blanks", 5},
		{"PING <machine", "without blanks", 5},
		{"PING <>", "without blanks", 5},
		{"PING <a:b:c>", "without blanks", 5},
		{"PING A | B", "write (a | b)", 7},
		{"PING [A | ]", "nothing follows the bar", 10},
		{"PING [A || B]", "nothing stands before the bar", 9},
		{"PING [| B]", "nothing stands before the bar", 6},
		{"| PING", "nothing stands before the bar", 0},
		{"PING A |", "write (a | b)", 7},
		{"PING []", `unexpected token "]"`, 6},
		{"PING [A", "the text ends where ']'", 7},
		{"PING A)", "closes no bracket", 6},
		{"PING (A]", "closes no bracket", 7},
		{"PING = <machine> =", "followed by", 17},
		{"PING [= <machine>]", "an equal sign follows", 6},
		{"PING A, = <machine>", "an equal sign follows", 8},
		{"PING A = , B", "followed by", 7},
		{"PING A = [B]", "followed by", 7},
		{"PING A ...", "unexpected token", 7},
		{"PING é", "unexpected token", 5},
		{"PING \xff", "unexpected token", 5},
		{"PING " + strings.Repeat("[", 60), "too deep", 5 + maxDepth},
		{"PING " + strings.Repeat("A ", 3000), "too long", 0},
	} {
		line, err := ParseLine(test.text)
		fault, ok := errors.AsType[*NotationError](err)
		if !ok {
			t.Errorf("%q: line %v, error %v", test.text, line, err)
			continue
		}
		if !strings.Contains(fault.Reason, test.reason) || fault.Offset != test.offset {
			t.Errorf("%q: %d: %s; want %d: %s", test.text, fault.Offset, fault.Reason, test.offset, test.reason)
		}
	}
}

func TestNotationErrorShowsThePlace(t *testing.T) {
	err := &NotationError{Text: "ä BÖ <x>\nC", Offset: 7, Reason: "why"}
	if got, want := err.Error(), "usage 1:6: why\n\tä BÖ <x>\n\t     ^"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	err.Offset = 999
	if got := err.Error(); !strings.HasPrefix(got, "usage 2:2: ") {
		t.Errorf("got %q", got)
	}
}

func TestAmbiguityErrorShowsBothPlaces(t *testing.T) {
	long := "ä " + strings.Repeat("X", 40)
	err := &AmbiguityError{Input: "A", First: Place{Text: long, Offset: 3}, Second: Place{Line: 1, Text: "A B", Offset: 99}}
	want := `ambiguous usage: "A" can be read in two ways, by line 1, column 3 (` + strings.Repeat("X", 24) +
		`...) and by line 2, column 4 (the end); make one of them impossible there`
	if got := err.Error(); got != want {
		t.Errorf("got %s", got)
	}
}

func TestNotationLexesReaders(t *testing.T) {
	lexer, err := notation{}.Lex("", strings.NewReader("PING <machine>"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"PING", "<machine>", ""} {
		token, err := lexer.Next()
		if err != nil || token.Value != want {
			t.Errorf("got %q, %v; want %q", token.Value, err, want)
		}
	}
}

func TestFormatIsCanonical(t *testing.T) {
	for text, want := range map[string]string{
		"A":                           "A",
		"  A\t[ B|C ]  ":              "A [B | C]",
		"A{,<path>TO<path>}":          "A {, <path> TO <path>}",
		"A (B=<text>|* ) D = <x:int>": "A (B=<text> | *) D=<x:int>",
		"A <bytes> , <int>":           "A <bytes>, <int>",
		"(A|Bcd) [, X]":               "(A | Bcd) [, X]",
	} {
		line, err := ParseLine(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := line.String(); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
		again, err := ParseLine(line.String())
		if err != nil || again.String() != want {
			t.Errorf("%q: read again: %v, %v", text, again, err)
		}
	}
}

func TestHeads(t *testing.T) {
	for text, want := range map[string]string{
		"PING <machine>": "PING", "  CONid [<x:int>]": "CON CONI CONID", "MACHINES": "MACHINES",
		"(PAUSE | RESUME) TARGET <target>": "PAUSE RESUME", "(A|Bc)=<int>": "A B BC",
		"QueueTASK": "QTASK QUETASK QUEUETASK QUEUTASK QUTASK",
		"":          "", "ping": "", "<x>": "", "(A B)": "", "(": "", "()": "", "[A]": "", "(A | <x>)": "",
	} {
		if got := strings.Join(Heads(text), " "); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestSpells(t *testing.T) {
	for _, keyword := range []string{"RECursive", "QueueTASK", "ONEXECute", "A", "A_b1C"} {
		all := spellings(keyword)
		if all[0] != full(keyword) {
			t.Errorf("%s: the first spelling is %s", keyword, all[0])
		}
		for _, s := range all {
			if !spells(keyword, strings.ToLower(s)) {
				t.Errorf("%s is not spelled %s", keyword, s)
			}
			if longer := s + "X"; spells(keyword, longer) {
				t.Errorf("%s is spelled %s", keyword, longer)
			}
			if shorter := s[:len(s)-1]; spells(keyword, shorter) != slices.Contains(all, shorter) {
				t.Errorf("%s: spells and spellings differ about %q", keyword, shorter)
			}
		}
	}
	if spells("KEEP", "\u212aEEP") {
		t.Error("a Kelvin sign is no K")
	}
}

func TestNewCommandRefuses(t *testing.T) {
	for _, test := range []struct{ lines, message string }{
		{"", "needs a usage line"},
		{"A X\nB Y", "share no head word"},
		{"A " + strings.Repeat("[B] ", 900) + "\nA " + strings.Repeat("[C] ", 900) + "\nA " + strings.Repeat("D ", 900), "too large"},
		// Two readings, in one line and in two.
		{"A [X] [X]", `"A X" can be read in two ways, by line 1, column 4 (X] [X]) and by line 1, column 8 (X])`},
		{"A\nA", `"A" can be read in two ways`},
		{"A [B] <word>\nA B [<word>]", "two ways"},
		{"A X\nA (X | Y)", `"A X" can be read in two ways, by line 1, column 3 (X) and by line 2, column 4 (X | Y))`},
		{"A [<machine>] [<con_id>]", `"A <machine>"`},
		{"A (<int> X | <path> X)", `"A <int> X"`},
		{"A {X} {X}", "two ways"},
		{"A {, X} [, X]", `"A , X"`},
		{"A REC\nA RECursive", "two ways"},
		{"A X [MIRROR [ALL] [, ORPHANS]] [ORPHANS]", `"A X MIRROR ORPHANS"`},
		{"A <duration> [<word>]\nA <duration> SECONDS", ""},
		{"A <duration> [TO <word>]\nA <duration> [FROM <int>]", `"A <duration>"`},
		// One reading each, though no single token tells at once.
		{"A X B\nA X C", ""},
		{"A [, B] [, C] [, D]", ""},
		{"A {<word>} B", ""},
		{"A <word> {, <word>} [, X]", ""},
		{"A [X] (<int> Y | <int> Z)", ""},
		{"A (X | Y)=<int>\nA Z", ""},
		{"A {{X}}", ""},
		{"(A | B) X\nA Y", ""},
		{"A [[[X]]]", ""},
	} {
		var list []*Line
		for _, text := range strings.Split(test.lines, "\n") {
			if text == "" {
				continue
			}
			line, err := ParseLine(text)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, line)
		}
		c, err := NewCommand(list...)
		switch {
		case test.message == "" && err != nil:
			t.Errorf("%s: %v", test.lines, err)
		case test.message != "" && (err == nil || !strings.Contains(err.Error(), test.message)):
			t.Errorf("%.80s: error %v, want %s", test.lines, err, test.message)
		case err != nil && c != nil:
			t.Errorf("%.80s: a command and an error", test.lines)
		}
	}
}

func TestNewCommandRefusesUnreadLines(t *testing.T) {
	for _, line := range []*Line{nil, {}, {Text: "PING", Heads: []string{"PING"}}} {
		if c, err := NewCommand(line); err == nil {
			t.Errorf("%+v became %v", line, c)
		}
	}
	line, _ := ParseLine("PING")
	if _, err := NewCommand(slices.Repeat([]*Line{line}, 100000)...); err == nil {
		t.Error("too many lines became a command")
	}
}

func TestHeadsOfACommandAreShared(t *testing.T) {
	both, _ := ParseLine("(A | B) X")
	one, _ := ParseLine("B Y")
	c, err := NewCommand(both, one)
	if err != nil {
		t.Fatal(err)
	}
	if c.Head != "B" || !slices.Equal(c.Heads, []string{"B"}) || c.Format() != "(A | B) X\nB Y" {
		t.Errorf("head %s, heads %v, format %s", c.Head, c.Heads, c.Format())
	}
	if _, ok := c.HeadOf("a"); ok {
		t.Error("A is no head of both lines")
	}
}

func TestKinds(t *testing.T) {
	for _, kind := range Kinds() {
		if got := (&slot{Name: kind}).kind(); got != kind {
			t.Errorf("<%s> is of kind %q", kind, got)
		}
	}
	for text, want := range map[string]string{
		"source": KindMachine, "target": KindMachine, "alias": KindMachine, "user": KindWord, "job_name": KindWord,
		"label": KindWord, "password": KindSecret, "args": KindText, "folder": KindPath, "host": anything,
	} {
		if got := (&slot{Name: text}).kind(); got != want {
			t.Errorf("<%s> is of kind %q, want %q", text, got, want)
		}
	}
	if got := (&slot{"host", "machine"}).kind(); got != KindMachine {
		t.Errorf("<host:machine> is of kind %q", got)
	}
}

func TestTakesPaths(t *testing.T) {
	for word, want := range map[string]bool{
		"/": true, "a/b": true, `d:\`: true, "d:": true, `\\server\share`: true, "./x": true, "d:x": true,
		"bse": false, "data.txt": false, "": false, "1:": false, "*": false,
	} {
		if got := takes(KindPath, Token{Kind: Word, Text: word}); got != want {
			t.Errorf("path %q: %v", word, got)
		}
		if !takes(KindPath, Token{Kind: String, Text: word}) {
			t.Errorf("path string %q refused", word)
		}
	}
	for _, kind := range Kinds() {
		for _, k := range []TokenKind{End, Comma, Equals, Star} {
			if takes(kind, Token{Kind: k, Text: "1"}) {
				t.Errorf("<%s> takes token kind %d", kind, k)
			}
		}
		if !takes(kind, Token{Kind: Value}) {
			t.Errorf("<%s> does not take a computed value", kind)
		}
	}
}
