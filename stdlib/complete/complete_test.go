package complete_test

// This file tests completion, colours, hover texts and definitions.

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/stdlib"
	"github.com/smrscript/smrscript/stdlib/complete"
)

func source() *complete.Source {
	return &complete.Source{Words: stdlib.Registry(),
		Settings: func() []complete.Item {
			return []complete.Item{{Text: "Port", Kind: complete.Setting}, {Text: "QueueSize", Kind: complete.Setting}}
		},
		Values: func(_ context.Context, setting string) []complete.Item {
			if !strings.EqualFold(setting, "port") {
				return nil
			}
			return []complete.Item{{Text: "6320", Kind: complete.Value}, {Text: "1500", Kind: complete.Value}}
		},
		Live: func(_ context.Context, kind, of string) []complete.Item {
			switch kind {
			case "monitor":
				return []complete.Item{{Text: "night", Kind: complete.Monitor}}
			case "snapshot":
				return []complete.Item{{Text: "monday-of-" + strings.Trim(of, "$"), Kind: complete.Snapshot}}
			case "machine":
				return []complete.Item{{Text: "alpha", Kind: complete.Machine}, {Text: "beta", Kind: complete.Machine}}
			case "repset":
				return []complete.Item{{Text: "db", Kind: complete.Repset}}
			case "con_id":
				return []complete.Item{{Text: "3", Detail: "db to beta", Kind: complete.Connection}}
			}
			return nil
		},
		Names: func() []string { return []string{"$con", "%h", "@list"} },
		Keys:  func(hash string) []string { return map[string][]string{"h": {"one", "other"}}[hash] },
		Files: func(prefix string) []string {
			return beginning([]string{"/srv/", "/srv/data", "a.smr", "b c.smr", `d"e`, "it's"}, prefix)
		},
		Paths: func(machine, prefix string) []string {
			return beginning(map[string][]string{"": {"/on/source", "/on/my docs"}, "alpha": {"/on/alpha/"}, "beta": {"/on/beta", "/on/$beta"}}[machine], prefix)
		}}
}

func beginning(list []string, prefix string) []string {
	return slices.DeleteFunc(list, func(f string) bool { return !strings.HasPrefix(f, prefix) })
}

func TestAt(t *testing.T) {
	for _, c := range []struct {
		text string
		want string // texts that must be among the items, separated by blanks
		not  string // and that must not
		word string // what is replaced
	}{
		{"conn", "connect", "disconnect", "conn"},
		{"CONN", "CONNECT", "connect", "CONN"},
		{"connect ", "db", "alpha", ""},
		{"connect db ", "to", "map", ""},
		{"connect db to ", "alpha beta", "db", ""},
		{"connect db to be", "beta", "alpha", "be"},
		{"connect db to beta m", "map mirror", "to nomirror", "m"},
		{"connect db to beta map ", "exact base", "mirror", ""},
		{"connect db to beta map base \"/o", "/on/beta", "/on/source /srv/ /on/$beta", "/o"},
		{"connect db to beta map base '/o", "/on/beta /on/$beta", "/on/source", "/o"},
		{"connect db to beta map base ", "/on/beta", "/on/source /on/$beta", ""},
		{"connect db to beta map ", "exact base /on/source", "/on/beta", ""},
		{"connect db to beta map /a to ", "/on/beta", "/on/source", ""},
		{"connect db to beta map /a to /b, ", "/on/source", "/on/beta", ""},
		{"connect db to beta map /a to /b, /c to ", "/on/beta", "/on/source", ""},
		{"connect $set to alpha map base ", "/on/alpha/", "/on/beta", ""},
		{"connect db to gamma map base ", "", "/on/source a.smr", ""},
		{"my $c = conid db to beta map base ", "/on/beta", "/on/source", ""},
		{"repset rule add ", "/on/source", "/on/beta a.smr", ""},
		{"repset rule remove /o", "/on/source", "/on/beta", "/o"},
		{"orphans enable on alpha move to ", "/on/alpha/", "/on/source", ""},
		{"script add 3 on beta mirrorstart=", "/on/beta", "/on/source", ""},
		{"stats file ", "a.smr /srv/data", "/on/source", ""},
		{"stats start \"/sr", "/srv/ /srv/data", "a.smr", "/sr"},
		{"monitor use ", "night", "alpha", ""},
		{"monitor start ni", "night", "", "ni"},
		{"monitor create ", "", "night", ""},
		{"monitor option ", "", "night", ""},
		{"snapshot delete 3 ", "monday-of-3", "night", ""},
		{"snapshot delete $con ", "monday-of-con", "", ""},
		{"snapshot revert 3 to mo", "monday-of-3", "", "mo"},
		{"snapshot revert ", "3", "monday-of-", ""},
		{"snapshot create 3 name=", "", "monday-of-3", ""},
		{"CONNECT db TO beta MAP EXACT ", "MIRROR NOMIRROR", "mirror", ""},
		{"my $x = connect $set to ", "alpha beta", "", ""},
		{"status con ", "3", "alpha", ""},
		{"if (1) { mirror st", "start stop", "pause", "st"},
		{"print \"x\"; ping a", "alpha", "beta", "a"},
		{"spl", "splice split", "push", "spl"},
		{"$c", "$con", "@list", "$c"},
		{"my $counter = 1; print $co", "$con $counter", "", "$co"},
		{"@l", "@list", "$con", "@l"},
		{"$h{o", "one other", "", "o"},
		{"$h->{on", "one", "other", "on"},
		{"open(my $f, '<', 'a", "a.smr", "/srv/", "a"},
		{"print 'd", `d"e`, "", "d"},
		{"print \"d", "", `d"e`, "d"},
		{"print \"i", "it's", "", "i"},
		{"print 'i", "", "it's", "i"},
		{"get ", "Port QueueSize", "alpha", ""},
		{"get po", "Port", "QueueSize", "po"},
		{"get Port ", "on", "Port", ""},
		{"set q", "QueueSize", "Port", "q"},
		{"set Port ", "=", "on", ""},
		{"set port = ", "6320 1500", "Port", ""},
		{"set Port = 1", "1500", "6320", "1"},
		{"set QueueSize = ", "", "6320", ""},
		{"set Port = 6320 on ", "alpha", "6320", ""},
		{"", "connect", "", ""},
	} {
		r := source().At(context.Background(), c.text, len(c.text))
		var got []string
		for _, item := range r.Items {
			got = append(got, item.Text)
		}
		for _, w := range strings.Fields(c.want) {
			if !slices.Contains(got, w) {
				t.Errorf("%q lacks %q: %v", c.text, w, got)
			}
		}
		for _, w := range strings.Fields(c.not) {
			if slices.Contains(got, w) {
				t.Errorf("%q has %q: %v", c.text, w, got)
			}
		}
		if word := c.text[r.From:r.To]; word != c.word {
			t.Errorf("%q: replaces %q, not %q", c.text, word, c.word)
		}
	}
	for _, c := range []struct {
		text  string
		quote byte
		want  []string
	}{{"stats file ", 0, []string{"/srv/", "/srv/data", "a.smr"}}, {"stats file 'b", '\'', []string{"b c.smr"}}, {"stats file \"b", '"', []string{"b c.smr"}},
		{"repset rule add /on/m", 0, nil}, {"repset rule add '/on/m", '\'', []string{"/on/my docs"}}} {
		r := source().At(context.Background(), c.text, len(c.text))
		var got []string
		for _, item := range r.Items {
			if item.Kind == complete.File {
				got = append(got, item.Text)
			}
		}
		if !slices.Equal(got, c.want) || r.Quote != c.quote {
			t.Errorf("%q: %q behind %q, want %q", c.text, got, r.Quote, c.want)
		}
	}
	none := &complete.Source{Words: stdlib.Registry()}
	if r := none.At(context.Background(), "connect ", 99); len(r.Items) != 2 && (len(r.Items) != 1 || r.Items[0].Kind != complete.Slot) {
		t.Errorf("without names: %+v", r)
	}
}

func TestParts(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`my $x = "a"; # c`, `keyword:my variable:$x string:"a" comment:# c`},
		{`connect db to beta map bse `, `command:connect keyword:to keyword:map error:bse`},
		{`print 1 if defined $y`, `function:print number:1 keyword:if function:defined variable:$y`},
		{`"open`, ``},
		{``, ``},
	} {
		var got []string
		for _, p := range complete.Parts(stdlib.Registry(), c.text) {
			got = append(got, string(p.Style)+":"+c.text[p.Start:p.End])
		}
		if text := strings.Join(got, " "); text != c.want && !(c.want == "" && len(got) <= 1) {
			t.Errorf("%q: %s, want %s", c.text, text, c.want)
		}
	}
}

func TestHoverAndDefinition(t *testing.T) {
	words := stdlib.Registry()
	text := "sub twice { my $n = shift; return $n * 2 }\nconnect db to beta;\nprint twice(4);"
	if got := complete.Hover(words, text, strings.Index(text, "connect")+2); !strings.HasPrefix(got, "CONNECT <repset>") {
		t.Errorf("hover: %q", got)
	}
	if got := complete.Hover(words, text, strings.Index(text, "$n")+1); got != "" {
		t.Errorf("hover of a variable: %q", got)
	}
	for _, c := range []struct{ at, want string }{{"twice(4)", "twice {"}, {"$n * 2", "$n = shift"}} {
		span, ok := complete.Definition(words, text, strings.Index(text, c.at)+1)
		if !ok || span.Start != strings.Index(text, c.want) {
			t.Errorf("%q is at %v", c.at, span)
		}
	}
	if _, ok := complete.Definition(words, text, strings.Index(text, "4")); ok {
		t.Error("a number has a definition")
	}
	if out, err := complete.Format(words, "x", "if(1){2;3}"); err != nil || out != "if (1) {\n    2;\n    3\n}\n" {
		t.Errorf("%q, %v", out, err)
	}
	if _, err := complete.Format(words, "x", "if ("); err == nil {
		t.Error("a mistake is formatted")
	}
}
