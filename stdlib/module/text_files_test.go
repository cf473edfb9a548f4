package module

// This file tests the modules that are written in the language: each is read without a complaint and ends with a true value.

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/stdlib/perl"
)

// moduleRun runs a script with all modules and returns what it wrote.
func moduleRun(t *testing.T, text string) (stdout, stderr string) {
	t.Helper()
	r := runtime.NewRegistry()
	r.Add(perl.Entries()...)
	Register(r)
	var out, errs bytes.Buffer
	vm := runtime.New(runtime.Config{Registry: r, Stdin: strings.NewReader("typed\n"), Stdout: &out, Stderr: &errs, Warn: true})
	p, diags := vm.Compile(source.NewFile("t.pl", text))
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	if _, err := vm.Run(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	return out.String(), errs.String()
}

func TestTextFiles(t *testing.T) {
	found := 0
	err := fs.WalkDir(textFiles, "text", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		found++
		file := strings.TrimPrefix(path, "text/")
		name := strings.ReplaceAll(strings.TrimSuffix(file, ".pm"), "/", "::")
		text, ok := textFile(file)
		if !ok || !strings.HasPrefix(text, "package "+name+";") {
			t.Errorf("%s does not begin with its package", file)
		}
		out, errs := moduleRun(t, "use strict; use warnings; require "+name+"; print $INC{'"+file+"'}, ' ', "+name+"->VERSION // 'none';")
		if want := "(built in)/" + file + " "; !strings.HasPrefix(out, want) || strings.HasSuffix(out, "none") || errs != "" {
			t.Errorf("%s: %q, %s", name, out, errs)
		}
		return nil
	})
	if err != nil || found == 0 {
		t.Errorf("%d modules, %v", found, err)
	}
	if _, ok := textFile("Missing.pm"); ok {
		t.Error("a module that is not there is found")
	}
}

func TestTextModuleUse(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"json", `use JSON; print encode_json([1, 'a', { x => undef }]), to_json({ b => 1, a => [2] }, { canonical => 1 }), from_json('{"q":[1,2]}')->{q}[1]`, `[1,"a",{"x":null}]{"a":[2],"b":1}2`},
		{"json objects", `use JSON; my $j = JSON->new->canonical; print ref $j, $j->encode({ b => JSON::true, a => JSON::false }), JSON::is_bool($j->decode('[true]')->[0]) ? 'bool' : 'no'`, `JSON{"a":false,"b":true}bool`},
		{"readline", `use Term::ReadLine; my $t = Term::ReadLine->new('x'); print '<', $t->readline('> '), '>'; $t->addhistory('a'); print $t->GetHistory, defined $t->readline('') ? 'more' : 'end'`, "> <typed>aend"},
		{"select", `use IO::Select; my $s = IO::Select->new(\*STDIN); print $s->count, $s->remove(\*STDIN), $s->count, defined $s->bits ? 'bits' : 'none'`, "110none"},
		{"glob", `use File::Glob ':bsd_glob'; print join ',', bsd_glob('{a,b}c'), GLOB_ERROR`, "ac,bc,0"},
	}
	for _, tt := range tests {
		if out, errs := moduleRun(t, "use strict; use warnings; "+tt.text); out != tt.want || errs != "" {
			t.Errorf("%s: got %q, want %q; %s", tt.name, out, tt.want, errs)
		}
	}
}
