package usage_test

// This file shows the package at work.

import (
	"fmt"
	"sync"
	"testing"

	"github.com/smrscript/smrscript/lang/usage"
)

func word(text string) usage.Token { return usage.Token{Kind: usage.Word, Text: text} }

func Example() {
	line, err := usage.ParseLine("REPSET RULE ADD <path> [INCLUDE | EXCLUDE] [, (RECursive | NORECursive)] [TO <repset>]")
	if err != nil {
		fmt.Println(err)
		return
	}
	command, err := usage.NewCommand(line)
	if err != nil {
		fmt.Println(err)
		return
	}
	// repset rule add "d:\" rec to db
	match, _ := command.Match([]usage.Token{
		word("rule"), word("add"), {Kind: usage.String, Text: `d:\`}, word("rec"), word("to"), word("db"),
	})
	for _, item := range match.Items {
		fmt.Println(item.Keyword+item.Slot, item.Tokens)
	}
	// repset rule ad
	_, failure := command.Match([]usage.Token{word("rule"), word("ad")})
	fmt.Println(failure.Found, failure.Expected, failure.Suggestion)
	// Output:
	// RULE [0 1]
	// ADD [1 2]
	// path [2 3]
	// RECURSIVE [3 4]
	// TO [4 5]
	// repset [5 6]
	// ad [ADD] add
}

func ExampleHeads() {
	fmt.Println(usage.Heads("(PAUSE | RESUME) TARGET <target>"))
	fmt.Println(usage.Heads("CONid [<repset>] [TO <target>]"))
	// Output:
	// [PAUSE RESUME]
	// [CON CONI CONID]
}

func ExampleParseFunction() {
	f, err := usage.ParseFunction("map BLOCK LIST\nmap EXPR,LIST")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(f.Name, f.Min, f.Max, f.Block == usage.Optional, f.Param(0))
	// Output: map 0 -1 true list
}

func ExampleNewCommand_ambiguous() {
	line, _ := usage.ParseLine("MIRROR [ALL] [, ORPHANS] [ORPHANS]")
	_, err := usage.NewCommand(line)
	fmt.Println(err)
	// Output:
	// ambiguous usage: "MIRROR ORPHANS" can be read in two ways, by line 1, column 17 (ORPHANS] [ORPHANS]) and by line 1, column 27 (ORPHANS]); make one of them impossible there
}

// TestConcurrentUse builds the grammars from several goroutines at once and shares one command among them.
func TestConcurrentUse(t *testing.T) {
	line, err := usage.ParseLine("PING <machine>")
	if err != nil {
		t.Fatal(err)
	}
	shared, err := usage.NewCommand(line)
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if _, err := usage.ParseLine("CONNECT <repset> TO <target>"); err != nil {
				t.Error(err)
			}
			if _, err := usage.ParseFunction("lc EXPR\nlc"); err != nil {
				t.Error(err)
			}
			if _, err := usage.NewCommand(line); err != nil {
				t.Error(err)
			}
			if m, _ := shared.Match([]usage.Token{word("alpha")}); m == nil {
				t.Error("no match")
			}
			if next := shared.Next(nil); len(next) != 1 || next[0].Kind != usage.KindMachine {
				t.Errorf("next is %v", next)
			}
		})
	}
	group.Wait()
}
