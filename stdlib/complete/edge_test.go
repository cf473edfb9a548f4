package complete_test

// This file tests the edges: unfinished and wrong texts, places outside of the text, definitions in lists.

import (
	"context"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/stdlib"
	"github.com/smrscript/smrscript/stdlib/complete"
)

// Whatever stands left of the cursor, an answer lies within the text and continues what is there.
func TestAtTakesAnyText(t *testing.T) {
	for _, text := range []string{"", " ", "\x00", "connect", "connect db to beta map base \"/o", "((((", "}}}}", "$", "@", "%", "$h{", "$h->{x}{", "'", "\"", "<<A\nfoo", "q(", "s/a/", "sub {",
		"connect (f(1, 2)) to ", "connect [1, 2] to al", "connect db to $t map ", "連 connect ", "\xff\xfe connect ", "-e", "--", "~/", "connect db to beta map /a to /b, ", "monitor use", "snapshot delete ",
		"=pod\n\nconnect ", "# connect ", "__END__\nconnect ", strings.Repeat("(", 2000), strings.Repeat("connect db to ", 300)} {
		for offset := -1; offset <= len(text)+1; offset++ {
			if offset > 100 && offset < len(text)-5 {
				continue
			}
			r := source().At(context.Background(), text, offset)
			at := min(max(offset, 0), len(text))
			if r.From < 0 || r.From > r.To || r.To != at {
				t.Fatalf("%q at %d: [%d, %d)", text, offset, r.From, r.To)
			}
			for _, item := range r.Items {
				if begun := text[r.From:r.To]; item.Kind != complete.Slot && item.Kind != complete.File && (len(item.Text) < len(begun) || !strings.EqualFold(item.Text[:len(begun)], begun)) {
					t.Fatalf("%q at %d: %q does not continue %q", text, offset, item.Text, begun)
				}
			}
		}
	}
}

func TestArgumentsOfComputedCommands(t *testing.T) {
	for _, c := range []struct{ text, want, not string }{
		{"connect (f(1, 2)) to ", "alpha", "db"},
		{"connect $h{a}[1] to ", "alpha", "db"},
		{"my @l = (ping alpha); pi", "ping", "alpha"},
		{"f(ping alpha) . pi", "ping", "alpha"},
		{"ping alpha if pi", "ping", "alpha"},
		{"connect db to beta; ping ", "alpha", "map"},
		{"connect db to beta and pi", "ping", "map"},
		{"if (ping alpha) { connect ", "db", "alpha"},
		{"ping alpha beta ", "", "alpha"},
		{"print ", "connect", "alpha"},
	} {
		r := source().At(context.Background(), c.text, len(c.text))
		texts := map[string]bool{}
		for _, item := range r.Items {
			texts[item.Text] = true
		}
		if c.want != "" && !texts[c.want] || texts[c.not] {
			t.Errorf("%q: %v, want %q and no %q", c.text, texts, c.want, c.not)
		}
	}
}

func TestPartsShowMistakes(t *testing.T) {
	for _, c := range []struct{ text, mistake string }{
		{"my $x = 08;", "08"},
		{"print 1; \x01 print 2;", "\x01"},
	} {
		found, end := "", 0
		for _, p := range complete.Parts(stdlib.Registry(), c.text) {
			if p.Start < end || p.End > len(c.text) {
				t.Errorf("%q: parts overlap at %d", c.text, p.Start)
			}
			end = p.End
			if p.Style == complete.StyleError {
				found += c.text[p.Start:p.End]
			}
		}
		if !strings.Contains(found, c.mistake) {
			t.Errorf("%q: %q is marked, not %q", c.text, found, c.mistake)
		}
	}
}

func TestDefinitions(t *testing.T) {
	words := stdlib.Registry()
	for _, c := range []struct{ text, at, want string }{
		{"my ($a1, $b1) = @_; print $b1;", "$b1;", "$b1)"},
		{"our ($o, @p); push @p, 1;", "@p, 1", "@p)"},
		{"my $n = 1; my $n = 2; print $n;", "$n;", "$n = 2"},
		{"print later(); sub later { 1 }", "later()", "later {"},
		{"sub f { state $k = 0; $k++ }", "$k++", "$k = 0"},
		{"f($x, $y); print $y;", "$y;", ""},
		{"print $undeclared;", "$undeclared", ""},
		{"nobody();", "nobody", ""},
	} {
		span, ok := complete.Definition(words, c.text, strings.Index(c.text, c.at)+1)
		if ok != (c.want != "") || ok && span.Start != strings.Index(c.text, c.want) {
			t.Errorf("%q: %q is defined at %v, %v, want %q", c.text, c.at, span, ok, c.want)
		}
	}
	if _, ok := complete.Definition(words, "", 5); ok {
		t.Error("nothing has a definition")
	}
}

func TestHoverAnywhere(t *testing.T) {
	words := stdlib.Registry()
	for _, offset := range []int{-5, 0, 3, 99} {
		if got := complete.Hover(words, "ping alpha", offset); offset <= 4 && !strings.Contains(got, "PING <machine>") {
			t.Errorf("at %d: %q", offset, got)
		}
	}
	for _, text := range []string{"", " ", "$ping", "@ping", "%ping", "nosuchword"} {
		if got := complete.Hover(words, text, len(text)); got != "" {
			t.Errorf("%q: %q", text, got)
		}
	}
}
