package lang

// This file tests the tokens that tools see.

import (
	"slices"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/lang/source"
)

func TestClasses(t *testing.T) {
	for _, c := range []struct {
		text string
		want []Class
	}{
		{"my $x = 1; # c", []Class{Reserved, Variable, Operator, Number, Semicolon, Comment}},
		{"$h{a}[0]->{b}", []Class{Variable, OpenKey, Key, Close, OpenIndex, Number, Close, Arrow, OpenKey, Key, Close}},
		{"print \"x\" if -e 'f';", []Class{Function, String, Reserved, FileTest, String, Semicolon}},
		{"$x++; ++$x; !$x", []Class{Variable, Postfix, Semicolon, Prefix, Variable, Semicolon, Prefix, Variable}},
		{"{ a => 1 }", []Class{OpenHash, Key, FatComma, Number, Close}},
		{"if (1) { 2 }", []Class{Reserved, Open, Number, Close, OpenBlock, Number, Close}},
		{"@{$x}", []Class{Cast, OpenDeref, Variable, Close}},
		{"s/a/b/; m{x}", []Class{Pattern, Semicolon, Pattern}},
		{"=pod\n\nx\n\n=cut\n1", []Class{Pod, Number}},
		{"f(<<A);\nb\nA\n1", []Class{Word, Open, Heredoc, Close, Semicolon, HeredocBody, Number}},
		{"1;\n__END__\nx", []Class{Number, Semicolon, Data}},
		{"L: last L;", []Class{Label, Reserved, Word, Semicolon}},
		{"connect db to beta;", []Class{CommandHead, CommandWord, CommandWord, CommandWord, Semicolon}},
		{"/* c */ 1", []Class{Comment, Number}},
	} {
		tokens, diags := Tokens(source.NewFile("t", c.text), Options{Words: words()})
		var got []Class
		at := 0
		for _, k := range tokens {
			got = append(got, k.Class)
			if k.Start < at || len(strings.Fields(c.text[at:k.Start])) > 0 {
				t.Errorf("%q: a gap before %q", c.text, c.text[k.Start:k.End])
			}
			at = k.End
		}
		if !slices.Equal(got, c.want) || len(diags) > 0 || strings.TrimSpace(c.text[at:]) != "" {
			t.Errorf("%q: %v, want %v; %v", c.text, got, c.want, diags)
		}
	}
	tokens, _ := Tokens(source.NewFile("t", "f(<<A);\nb\nA\n1; \"open"), Options{Words: words()})
	if tokens[2].Body != (source.Span{Start: 8, End: 12}) {
		t.Errorf("body %v", tokens[2].Body)
	}
	if _, diags := Tokens(source.NewFile("t", `"open`), Options{}); !diags.Incomplete() {
		t.Errorf("%v", diags)
	}
}
