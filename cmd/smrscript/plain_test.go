package main

import (
	"reflect"
	"testing"

	"github.com/alecthomas/kong"
)

// What the short way makes of a command line must be what the parser makes of it.
func TestPlainRunAgreesWithParser(t *testing.T) {
	for _, args := range [][]string{
		{"script.pl"}, {"script.pl", "-x", "--color", "plan"}, {"-"}, {"-", "a"}, {"-e", "print 1"}, {"dir/plan"}, {"x.pl", "--", "-e"},
	} {
		got, ok := plainRun(args)
		if !ok {
			t.Errorf("%q: not taken", args)
			continue
		}
		var line commandLine
		parser, err := kong.New(&line)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := parser.Parse(numbersAsWords(args)); err != nil {
			t.Errorf("%q: %v", args, err)
			continue
		}
		if !reflect.DeepEqual(*got, line.Run) {
			t.Errorf("%q:\n got %+v\nwant %+v", args, *got, line.Run)
		}
		if line.Color != "auto" || line.Config != "" {
			t.Errorf("%q: the parser found options: %+v", args, line)
		}
	}
}

func TestPlainRunLeavesTheRest(t *testing.T) {
	for _, args := range [][]string{
		nil, {""}, {"run", "x.pl"}, {"plan", "x.pl"}, {"repl"}, {"version"}, {"-w", "x.pl"}, {"--help"}, {"-e"}, {"-e", "-1"}, {"-e", "1", "a"}, {"--color", "never", "x.pl"},
	} {
		if got, ok := plainRun(args); ok {
			t.Errorf("%q: taken as %+v", args, got)
		}
	}
}
