package stdlib

// This file tests what is found in a script before it runs: misspelt commands, passwords, mistakes in the configuration.

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/config"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
)

func TestCheck(t *testing.T) {
	r := Registry()
	for _, c := range []struct{ script, want string }{
		{`login alpha admin secret("x"); write "fine";`, ""},
		{`login alpha admin "x";`, "W0103@1"},
		{"login alpha admin;\nlogon alpha $u 'x';", "W0103@2"},
		{`login alpha admin $password;`, ""},
		{`if ((login alpha admin "x") < 2) { sub f { login beta admin "y" } }`, "W0103@1 W0103@1"},

		{`conect db to beta;`, "E0203@1"},
		{`mirrr start 3;`, "E0203@1"},
		{`my $x = loign alpha;`, "E0203@1"},
		{`sttus;`, "E0203@1"},
		{"write 1;\ntdu 3;", "E0203@2"}, // in the guide, not here
		{`write "a" if tdu alpha;`, "E0203@1"},
		{`print "@{[ conid db ]}";`, "E0203@1"}, // a command where none can stand

		// Names that the file declares, or that may come from elsewhere, are not misspelt.
		{`sub conect { 1 } conect 5;`, ""},
		{`sub verify; verify 3;`, ""},
		{`*mirrr = sub { 1 }; mirrr 3;`, ""},
		{`use constant VERIFY => 1; use constant { GET => 2, SET => 3 }; print VERIFY + GET + SET;`, ""},
		{`use MyTools; conect 5;`, ""},
		{`require "tools.pl"; conect 5;`, ""},
		{`sub AUTOLOAD { 1 } conect 5;`, ""},
		{`package Pair; sub new { bless [], shift } package main; my $p = new Pair 1, 2;`, ""},
		{`conect(5); Tools::conect(5); &conect; $o->conect; %h = (conect => 1);`, ""},
		{`foo 5; ab; my $o = new Thing;`, ""}, // unlike any command
		{`use List::Util "sum"; print sum 1, 2;`, ""},

		{`print "x"`, ""},
		{`use strict; $x = 1;`, "E0301@1"},
		{"my $x = ;\nping;", "E0104@1 E0202@2"},
	} {
		var got []string
		for _, d := range Check(r, source.NewFile("t.smr", c.script)) {
			got = append(got, fmt.Sprintf("%s@%d", d.Code, d.File.Line(d.Span.Start)))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %s, want %s", c.script, got, c.want)
		}
	}
}

func TestMisspeltSuggests(t *testing.T) {
	for script, want := range map[string]string{`conect db to beta;`: "connect", `MIRRR start 3;`: "MIRROR", `Repst save;`: "REPSET", `tdu 3;`: ""} {
		list := Check(Registry(), source.NewFile("t.smr", script))
		if len(list) == 0 || list[0].DidYouMean != want {
			t.Errorf("%s: %v, %q", script, list, list[0].DidYouMean)
		}
	}
}

func TestMisspeltKeepsAScriptFromRunning(t *testing.T) {
	s := &scribe{}
	if out, exit := dictate(t, s, Config{}, `ping alpha; conect db to beta;`); exit != ExitSyntax || len(s.ops) != 0 || out != "" {
		t.Errorf("exit %d, %d operations: %s", exit, len(s.ops), out)
	}
}

func TestManual(t *testing.T) {
	r := Registry()
	for word, want := range map[string]string{
		"connect": "CONNECT <repset> TO", "LOGON": "(LOGIN | LOGON)", "con": "CONid", "find": "FIND CONnection", "join": "join EXPR", "Secret": "secret EXPR",
		"repset": "REPSET RULE ADD", "tdu": "this version does not have", "List::Util::first": "first BLOCK LIST",
	} {
		page, ok := Manual(r, word)
		if !ok || !strings.Contains(page, want) {
			t.Errorf("%s: %v %.100q", word, ok, page)
		}
	}
	for _, word := range []string{"", "conect", "nothing such"} {
		if page, ok := Manual(r, word); ok {
			t.Errorf("%q: %.60q", word, page)
		}
	}
	words := Words(r)
	if !slices.IsSorted(words) || !slices.Contains(words, "CONNECT") || !slices.Contains(words, "join") || slices.Contains(words, "List::Util::first") {
		t.Errorf("words: %.200q", words)
	}
	for _, line := range strings.Split(strings.TrimSpace(Overview(r)), "\n") {
		if strings.ContainsAny(line, "<[{") && !strings.HasPrefix(line, "help ") {
			t.Errorf("a slot in the overview: %s", line)
		}
	}
}

func TestConfigDiagnostic(t *testing.T) {
	file := filepath.Join(t.TempDir(), config.FileName)
	if err := os.WriteFile(file, []byte("[machines.alpha]\n  rot = \"rot\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := config.Load(file)
	var e *config.Error
	if !errors.As(err, &e) {
		t.Fatal(err)
	}
	d := ConfigDiagnostic(e)
	if d.Code != diag.UnknownKey || d.DidYouMean != "root" || d.File.Of(d.Span) != "rot" || d.File.Position(d.Span.Start) != (source.Position{Line: 2, Column: 3}) {
		t.Errorf("got %+v at %v", d, d.File.Position(d.Span.Start))
	}
	failure := configFailure(err)
	var f *engine.Error
	if !errors.As(failure, &f) || f.Code != engine.CodeNoAnswer || !strings.Contains(f.Hint, `did you mean "root"?`) {
		t.Errorf("as a failure: %v", failure)
	}
	if other := errors.New("other"); configFailure(other) != other || configFailure(nil) != nil {
		t.Error("other errors do not stay as they are")
	}
	for kind, code := range map[config.Kind]string{config.Unreadable: diag.BadConfig, config.BadSetting: diag.BadSetting, config.NoSecret: diag.MissingSecret, config.PlainText: diag.PlainPassword} {
		d := ConfigDiagnostic(&config.Error{Kind: kind, File: "gone.toml", Line: 3, Reason: "why", Known: []string{"embedded"}})
		if d.Code != code || !strings.Contains(d.Message, "gone.toml:3: why") || d.DidYouMean != "" {
			t.Errorf("%s: %+v", kind, d)
		}
	}
	if d := ConfigDiagnostic(&config.Error{Kind: config.Unreadable, File: "x.toml", Reason: "why"}); d.Message != "x.toml: why" || d.File != nil {
		t.Errorf("without a line: %+v", d)
	}
}

func TestConfigWarningIsGivenOnce(t *testing.T) {
	var seen []string
	sb := newSandbox(t, "[users.admin]\npassword = \"plain\"\n[secrets]\nx = \"y\"\n")
	sb.in.report = func(d *diag.Diagnostic) { seen = append(seen, d.Code) }
	if out, exit := sb.run(`login alpha admin "plain"; secret("x"); login beta admin "plain";`); exit != 0 || !slices.Equal(seen, []string{diag.PlainPassword, diag.PlainPassword}) {
		t.Errorf("exit %d, seen %q: %s", exit, seen, out)
	}
}
