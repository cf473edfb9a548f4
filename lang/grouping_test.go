package lang

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
)

// TestGrouping puts parentheses around every operator and call of whole programs, where the tree says that they begin and
// end. Perl must not notice: B::Deparse shows the same program before and after.
func TestGrouping(t *testing.T) {
	files, _ := filepath.Glob("testdata/perl/*.pl")
	if list := os.Getenv("GROUPING_FILES"); list != "" { // more programs to try, one name per line
		data, err := os.ReadFile(list)
		if err != nil {
			t.Fatal(err)
		}
		files = strings.Fields(string(data))
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			before, err := deparse(text)
			if err != nil {
				return // some programs need what is not installed
			}
			program, diags := Parse(source.NewFile(name, string(text)), Options{Words: words()})
			if diags.HasErrors() {
				t.Fatal(diags)
			}
			g := &grouper{text: string(text)}
			g.visit(program.Body, nil)
			grouped := g.apply()
			after, err := deparse([]byte(grouped))
			if err != nil || before != after {
				old, new := differ(before, after)
				t.Errorf("perl reads it differently: %v\n\tbefore %s\n\tafter  %s", err, old, new)
			}
		})
	}
}

// deparse returns a program as perl has understood it.
func deparse(text []byte) (string, error) {
	cmd := exec.Command("perl", "-MO=Deparse", "-")
	cmd.Stdin = bytes.NewReader(text)
	cmd.Env = append(os.Environ(), "PERL_HASH_SEED=0", "PERL_PERTURB_KEYS=0") // subs are listed in the order of a hash
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		err = fmt.Errorf("%w: %s", err, stderr.String())
	}
	return string(out), err
}

// differ returns the first lines in which two texts differ.
func differ(a, b string) (string, string) {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return x[i], y[i]
		}
	}
	return "", ""
}

// A grouper collects where parentheses go.
type grouper struct {
	text  string
	marks []mark
}

// A mark is text to put in at an offset: opening ones before those of what begins inside, closing ones after.
type mark struct {
	at, size int // size of the node: the larger opens first and closes last
	open     bool
	text     string
}

func (g *grouper) wrap(start, end int, open string) {
	g.marks = append(g.marks, mark{start, end - start, true, open}, mark{end, end - start, false, ")"})
}

// visit wraps the nodes of a tree; parent is the node around n.
func (g *grouper) visit(n, parent tree.Node) {
	switch x := n.(type) {
	case *tree.Interp, *tree.Str, *tree.Match, *tree.Subst, *tree.QR, *tree.Qx, *tree.Glob, *tree.Use, *tree.Phase:
		return // what is inside is not code, or runs too early
	case *tree.Binary, *tree.Logical, *tree.Ternary, *tree.Chain, *tree.Assign, *tree.FileTest, *tree.Method, *tree.CallRef, *tree.RangeOp, *tree.IncDec:
		if g.allowed(n, parent) {
			g.wrap(n.Range().Start, n.Range().End, "(")
		}
	case *tree.Func:
		g.function(x, parent)
	case *tree.Call:
		if !x.Parens && !x.Amp && len(x.Args) > 0 && !strings.HasPrefix(g.text[x.Args[0].Range().Start:], "{") && x.Args[0].Range().End > x.Args[0].Range().Start {
			g.arguments(x.Span, x.Args[0].Range().Start)
		}
	}
	if def, ok := n.(*tree.SubDef); ok && def.Sub.Sig != nil {
		g.visit(def.Sub.Body, n)
		return
	}
	tree.Children(n, func(child tree.Node) { g.visit(child, n) })
}

// function wraps a call, and its arguments when it has no parentheses.
func (g *grouper) function(x *tree.Func, parent tree.Node) {
	switch x.Name {
	case "eval", "do", "require", "__SUB__", "undef", "return":
		return
	case "scalar":
		if !strings.HasPrefix(g.text[x.Span.Start:], "scalar") {
			return // made for a prototype
		}
	}
	if g.allowed(x, parent) {
		g.wrap(x.Span.Start, x.Span.End, "(")
	}
	if !x.Parens && x.Handle == nil && x.Block == nil && len(x.Args) > 0 {
		g.arguments(x.Span, x.Args[0].Range().Start)
	}
}

// arguments puts parentheses around the arguments of a call.
func (g *grouper) arguments(span source.Span, first int) {
	g.marks = append(g.marks, mark{first, span.End - first + 1, true, "("}, mark{span.End, span.End - first, false, ")"})
}

// allowed tells where parentheses say nothing.
func (g *grouper) allowed(n, parent tree.Node) bool {
	switch p := parent.(type) {
	case *tree.Assign:
		return n != p.Left
	case *tree.Binary:
		return p.Op != "x" || n != p.Left
	case *tree.Unary:
		return p.Op != "\\"
	case *tree.Local, *tree.Match, *tree.Subst, *tree.Trans, *tree.ListSlice, *tree.Foreach, *tree.IncDec:
		return false
	case *tree.Method:
		return n != p.Invocant
	case *tree.CallRef:
		return n != p.Fn
	case *tree.Deref:
		return false
	case *tree.While:
		return n == nil
	case *tree.Func:
		switch p.Name {
		case "defined", "exists", "delete", "scalar", "undef", "push", "pop", "shift", "unshift", "splice", "keys", "values", "each", "chomp", "chop", "pos", "tie", "tied", "untie",
			"local", "wantarray", "sort", "map", "grep":
			return false
		}
		return true
	}
	return true
}

// apply returns the text with the marks put in.
func (g *grouper) apply() string {
	slices.SortStableFunc(g.marks, func(a, b mark) int {
		switch {
		case a.at != b.at:
			return a.at - b.at
		case a.open != b.open:
			if a.open {
				return 1
			}
			return -1
		case a.open:
			return b.size - a.size
		}
		return a.size - b.size
	})
	var out strings.Builder
	last := 0
	for _, m := range g.marks {
		out.WriteString(g.text[last:m.at])
		out.WriteString(m.text)
		last = m.at
	}
	out.WriteString(g.text[last:])
	return out.String()
}
