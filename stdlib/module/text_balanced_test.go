package module_test

// This file compares Text::Balanced with perl's.

import "testing"

func TestTextBalanced(t *testing.T) {
	sameAsPerl(t, `use strict; use warnings; use Text::Balanced qw(extract_bracketed extract_delimited extract_codeblock extract_quotelike extract_tagged);`, lines(`
extract_bracketed("(a (b) c) rest", "()"), extract_bracketed("  {x[y]} z", "{}"), extract_bracketed("[1,(2]", "[]"), extract_bracketed("[1,(2]", "[("), extract_bracketed("<a<b>>c", "<>")
extract_bracketed("no", "()"), extract_bracketed("(open", "()"), extract_bracketed("x (y)", "()", "[^(]*"), extract_bracketed("(a ')' b) c", "(')"), extract_bracketed("(a \\) b) c", "()")
scalar(extract_bracketed("{a} b", "{}")), scalar(my @l = extract_bracketed("{a} b"))
extract_delimited("'a b' c", "'"), extract_delimited("\"x\\\"y\" z", "\""), extract_delimited("/re/x", "/"), extract_delimited("none", "'"), extract_delimited("'open", "'"), extract_delimited("'a' b")
extract_codeblock("{ my %h = (a => '}'); } rest", "{}"), extract_codeblock("{ a { b } c } d"), extract_codeblock("x")
extract_tagged("<b>bold <b>nested</b></b> rest"), extract_tagged("<a href='x'>t</a>z"), extract_tagged("plain"), extract_tagged("[[x", "B", "E")
extract_quotelike("'abc' x"), extract_quotelike("q{a{b}c} y"), extract_quotelike("s/a/b/gi; z"), extract_quotelike("nope")
my $t = "(a)(b)c"; my @g; while (my ($got, $rest) = extract_bracketed($t, "()")) { last unless defined $got; push @g, $got; $t = $rest } "@g", $t
`)...)
}
