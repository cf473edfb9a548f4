package lang

// This file tests that a command that runs on into the next statement is told where its semicolon is missing.

import (
	"testing"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
)

func TestCommandRunsOn(t *testing.T) {
	for _, c := range []struct {
		text string
		line int // of the missing semicolon; 0: none is missing
	}{
		{"repset save\nrepset list;", 1},
		{"repset create db\n\n\nrepset save;", 1},
		{"login alpha\nsource beta;", 1}, // both words would fit the slots of LOGIN
		{"login alpha\nprint \"x\";", 1},
		{"login alpha\n$x = 1;", 1},
		{"login alpha;\nrepset save\n$x = 1;", 2},
		{"machines\nprint 1;", 1},
		{"connect db to beta\n  map base \"/x\"\n  mirror different;", 0},
		{"login alpha\n  admin \"x\";", 0},
		{"login alpha\n  $user $password;", 0},
		{"connect db to beta\n  map bse \"/x\";", 0},
		{"connect db to beta\n  nomirrr;", 0},
		{"repset create\n  db;", 0},
	} {
		_, diags := Parse(source.NewFile("t", c.text), Options{Words: words()})
		got := 0
		for _, d := range diags {
			if d.Code == diag.MissingSemicolon {
				got = d.File.Line(d.Span.Start)
			}
		}
		if got != c.line {
			t.Errorf("%q: a semicolon is missing in line %d, want %d: %v", c.text, got, c.line, diags)
		}
	}
}
