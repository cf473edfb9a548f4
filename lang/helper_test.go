package lang

// This file defines what the tests share: parsing with the test words, and the checks that hold for every tree.

import (
	"fmt"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
)

// parse reads a script with the test words and checks the tree's ranges.
func parse(t testing.TB, text string) (*tree.Program, diag.List) {
	t.Helper()
	return parseAs(t, "test.smr", text, Options{Words: words()})
}

func parseAs(t testing.TB, name, text string, opt Options) (*tree.Program, diag.List) {
	t.Helper()
	program, diags := Parse(source.NewFile(name, text), opt)
	if program == nil || program.Body == nil {
		t.Fatalf("no tree for %q", text)
	}
	if problem := checkSpans(program); problem != "" {
		t.Errorf("%s: %s", name, problem)
	}
	for _, d := range diags {
		if d.File == nil || d.Span.Start < 0 || d.Span.End < d.Span.Start || d.Span.End > len(text) || d.Message == "" || d.Code == "" {
			t.Errorf("%s: a diagnostic without a proper place, code or message: %+v", name, d)
		}
	}
	return program, diags
}

// checkSpans returns what is wrong with the ranges of a tree: each lies in the file, and in the range of the node
// around it unless that node stands for a heredoc, whose text is elsewhere.
func checkSpans(p *tree.Program) string {
	size := len(p.File.Text)
	problem := ""
	var walk func(parent tree.Node, around source.Span)
	walk = func(parent tree.Node, around source.Span) {
		tree.Children(parent, func(n tree.Node) {
			s := n.Range()
			switch {
			case problem != "":
				return
			case s.Start < 0 || s.End < s.Start || s.End > size:
				problem = fmt.Sprintf("%T has the range %v in a file of %d bytes", n, s, size)
			case (s.Start < around.Start || s.End > around.End) && !strings.Contains(p.File.Text[around.Start:around.End], "<<"):
				problem = fmt.Sprintf("%T %v %q is not inside %T %v %q", n, s, p.File.Of(s), parent, around, p.File.Of(around))
			}
			walk(n, s)
		})
	}
	walk(p.Body, source.Span{End: size})
	return problem
}
