package lang

// This file tests what a script learns from the text of its own modules.

import (
	"slices"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
)

const paletteText = `package Palette; use strict; use Exporter 'import';
our @EXPORT = qw(RED twice apply);
our @EXPORT_OK = ('pair', "AREA", '$variable', '&shown');
our %EXPORT_TAGS = (all => [@EXPORT, 'tagged']);
use constant { RED => 1, GREEN => 2 }; use constant AREA => 12;
sub twice ($) { $_[0] * 2 }
sub apply (&@) { my $c = shift; map { $c->($_) } @_ }
sub pair (\@\@) { } sub tagged ($$) { } sub shown { } sub hidden (&) { }
package Palette::Inner; sub inside () { 7 }
1;`

// palette finds the module above, and notes what it was asked for.
func palette(asked *[]string) func(string, []string) *source.File {
	return func(name string, dirs []string) *source.File {
		*asked = append(*asked, name+" "+strings.Join(dirs, " "))
		switch name {
		case "Palette":
			return source.NewFile("lib/Palette.pm", paletteText)
		case "dir/helpers.pl":
			return source.NewFile(name, "sub shown ($) { } 1;")
		}
		return nil
	}
}

func TestExported(t *testing.T) {
	m := readModule(source.NewFile("Palette.pm", paletteText), "Palette", words())
	tests := []struct {
		names []string
		want  string
	}{
		{nil, "RED apply twice"},
		{[]string{}, ""},
		{[]string{"pair", "&shown"}, "pair shown"},
		{[]string{":all"}, "$variable AREA RED all apply pair shown tagged twice"},
		{[]string{"!twice"}, "RED apply twice"},
		{[]string{"/^R/", ""}, "$variable AREA RED all apply pair shown tagged twice"},
	}
	for _, tt := range tests {
		got := m.exported(tt.names)
		slices.Sort(got)
		if s := strings.Join(slices.Compact(got), " "); s != tt.want {
			t.Errorf("%v: got %q, want %q", tt.names, s, tt.want)
		}
	}
	if n := m.packages["Palette"]["twice"]; n == nil || n.proto != "$" {
		t.Errorf("twice: %+v", n)
	}
	if n := m.packages["Palette"]["GREEN"]; n == nil || !n.nullary() {
		t.Errorf("GREEN: %+v", n)
	}
}

func TestOwnModules(t *testing.T) {
	tests := []struct{ name, text, same string }{
		{"a constant ends before an operator", "use Palette; $x = RED + 1;", "use Palette; $x = (RED()) + 1;"},
		{"a unary sub", "use Palette; $x = twice $y, 3;", "use Palette; $x = twice($y), 3;"},
		{"a block", "use Palette; @x = apply { $_ } @y;", "use Palette; @x = apply(sub { $_ }, @y);"},
		{"asked for", "use Palette qw(pair); pair @x, @y;", "use Palette qw(pair); &pair(\\@x, \\@y);"},
		{"a tag", "use Palette ':all'; $x = AREA / 2; # /", "use Palette ':all'; $x = (AREA()) / 2; # /"},
		{"qualified", "use Palette (); $x = Palette::AREA - 1;", "use Palette (); $x = (Palette::AREA()) - 1;"},
		{"another package of the file", "use Palette (); $x = Palette::Inner::inside . 'x';", "use Palette (); $x = (Palette::Inner::inside()) . 'x';"},
		{"required in BEGIN", "BEGIN { require 'dir/helpers.pl' } $x = shown $y, 3;", "BEGIN { require 'dir/helpers.pl' } $x = shown($y), 3;"},
		{"a class in BEGIN", "BEGIN { require Palette; } $x = Palette::AREA - 1;", "BEGIN { require Palette; } $x = (Palette::AREA()) - 1;"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var asked []string
			opt := Options{Words: words(), Module: palette(&asked)}
			got, diags := parseAs(t, "dir/x.smr", tt.text, opt)
			if diags.HasErrors() {
				t.Fatal(diags)
			}
			want, diags := parseAs(t, "dir/x.smr", tt.same, opt)
			if diags.HasErrors() {
				t.Fatal(diags)
			}
			if g, w := calls(got), calls(want); g != w {
				t.Errorf("%s\n got  %s\n want %s", tt.text, g, w)
			}
			if len(asked) == 0 {
				t.Error("no module was looked for")
			}
		})
	}
}

// calls tells which operators and calls a tree has, with the number of operands of each call.
func calls(p *tree.Program) string {
	var out []string
	tree.Inspect(p.Body, func(n tree.Node) bool {
		switch n := n.(type) {
		case *tree.Call:
			out = append(out, n.Name+strings.Repeat("_", len(n.Args)))
		case *tree.Binary:
			out = append(out, n.Op)
		}
		return true
	})
	return strings.Join(out, " ")
}

func TestDirectoriesOfModules(t *testing.T) {
	tests := []struct{ lib, want string }{
		{"use lib 'inc', 'more';", "Palette inc dir/inc more dir/more"},
		{"use FindBin; use lib \"$FindBin::Bin/inc\";", "Palette dir/inc dir/dir/inc dir dir/lib lib ."},
		{"use FindBin '$Bin'; use lib \"${Bin}/../inc\";", "Palette dir/../inc dir/inc dir dir/lib lib ."},
		{"use lib \"$home/inc\";", "Palette "},
		{"no strict;", "Palette "},
	}
	for _, tt := range tests {
		var asked []string
		parseAs(t, "dir/x.smr", tt.lib+" use Palette;", Options{Words: words(), Module: palette(&asked)})
		if got := asked[len(asked)-1]; got != tt.want {
			t.Errorf("%s: looked for %q, want %q", tt.lib, got, tt.want)
		}
	}
}

// A module is read once, and a sub of the script takes the name of an imported function back.
func TestModulesAreReadOnce(t *testing.T) {
	var asked []string
	text := "use Palette; use Palette qw(pair); use Missing; use Missing; sub twice { } twice(1, 2);"
	if _, diags := parseAs(t, "x.smr", text, Options{Words: words(), Module: palette(&asked)}); diags.HasErrors() && !strings.Contains(diags.Error(), "too many arguments") {
		t.Error(diags)
	}
	if got := strings.Join(asked, ","); got != "Palette ,Missing " {
		t.Errorf("looked for %q", got)
	}
}

func TestLabels(t *testing.T) {
	p, diags := parse(t, "A: $x++; B: while (1) { C: } D: goto A;")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	var got []string
	for _, label := range p.Labels {
		got = append(got, label)
	}
	slices.Sort(got)
	if s := strings.Join(got, " "); s != "A C D" {
		t.Errorf("labels %q", s)
	}
}
