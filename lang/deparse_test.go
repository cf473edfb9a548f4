package lang

import (
	"fmt"
	"math/rand"
	"os/exec"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
)

// TestPrecedence compares how random expressions group with perl's own opinion, as B::Deparse shows it.
func TestPrecedence(t *testing.T) {
	random := rand.New(rand.NewSource(5))
	var exprs []string
	for range 3000 {
		exprs = append(exprs, randomExpr(random, 2+random.Intn(5)))
	}
	script := `no warnings; use B::Deparse; my $d = B::Deparse->new('-p', '-sC'); our ($a, $b, $c, $d1, @l);
while (my $e = <STDIN>) { chomp $e; my $s = eval "sub { \$z = ($e); 1 }"; my $t = $s ? $d->coderef2text($s) : "ERROR $@"; $t =~ s/\s+/ /g; print "$t\n" }`
	cmd := exec.Command("perl", "-e", script)
	cmd.Stdin = strings.NewReader(strings.Join(exprs, "\n") + "\n")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	answers := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(answers) != len(exprs) {
		t.Fatalf("%d answers to %d expressions", len(answers), len(exprs))
	}
	bad, agreed := 0, 0
	for i, e := range exprs {
		want := answers[i]
		if strings.HasPrefix(want, "ERROR") {
			continue // perl refuses some chains that it cannot order
		}
		got, diags := groupedRight("$z = (" + e + ");")
		if len(diags) > 0 {
			t.Errorf("%s\n\t%s\n\tperl: %s", e, diags[0], want)
			continue
		}
		_, text, _ := strings.Cut(want, "no warnings; ")
		text, _, _ = strings.Cut(text, "; 1;")
		want, diags = groupedRight(text + ";")
		if got != want || len(diags) > 0 {
			if bad++; bad < 10 {
				t.Errorf("%s\n\tgot  %s\n\tperl %s (%s) %v", e, got, want, text, diags)
			}
			continue
		}
		agreed++
	}
	if agreed < len(exprs)/2 {
		t.Errorf("only %d of %d expressions could be compared", agreed, len(exprs))
	}
}

// randomExpr returns an expression of n operators.
func randomExpr(r *rand.Rand, n int) string {
	if n == 0 {
		return []string{"$a", "$b", "$c", "$l[0]", "$a->{k}"}[r.Intn(5)]
	}
	switch r.Intn(14) {
	case 0:
		return []string{"!", "- ", "~", "\\"}[r.Intn(4)] + randomExpr(r, n-1)
	case 1:
		return []string{"not ", "defined ", "length ", "lc ", "ref ", "-e ", "uc "}[r.Intn(7)] + randomExpr(r, n-1)
	case 2:
		if n > 1 {
			return randomExpr(r, 0) + " ? " + randomExpr(r, n-2) + " : " + randomExpr(r, 0)
		}
	case 3:
		return "$a " + []string{"=", "+=", ".=", "||=", "**="}[r.Intn(5)] + " " + randomExpr(r, n-1)
	}
	ops := []string{"+", "-", "*", "/", "%", "**", "x", ".", "<<", ">>", "<", ">", "<=", "lt", "==", "!=", "<=>", "eq", "cmp", "&", "|", "^", "&&", "||", "//",
		"and", "or", "..", "xor"}
	left := r.Intn(n)
	return randomExpr(r, left) + " " + ops[r.Intn(len(ops))] + " " + randomExpr(r, n-1-left)
}

// grouped writes an expression with all its parentheses.
func grouped(x tree.Expr) string {
	switch x := x.(type) {
	case *tree.List:
		if len(x.Items) == 1 {
			return grouped(x.Items[0])
		}
	case *tree.Var:
		return string(x.Sigil) + x.Name
	case *tree.Elem:
		return "$l[0]"
	case *tree.HashElem:
		return "$a->{'k'}"
	case *tree.Binary:
		return "(" + grouped(x.Left) + " " + x.Op + " " + grouped(x.Right) + ")"
	case *tree.Logical:
		return "(" + grouped(x.Left) + " " + x.Op + " " + grouped(x.Right) + ")"
	case *tree.Assign:
		return "(" + grouped(x.Left) + " " + x.Op + " " + grouped(x.Right) + ")"
	case *tree.RangeOp:
		return "(" + grouped(x.Left) + " .. " + grouped(x.Right) + ")"
	case *tree.Ternary:
		return "(" + grouped(x.Cond) + " ? " + grouped(x.Then) + " : " + grouped(x.Else) + ")"
	case *tree.IncDec:
		return "(" + x.Op + grouped(x.X) + ")"
	case *tree.Unary:
		return "(" + x.Op + grouped(x.X) + ")"
	case *tree.FileTest:
		return "(-e " + grouped(x.X) + ")"
	case *tree.Func:
		return x.Name + "(" + grouped(x.Args[0]) + ")"
	case *tree.Chain:
		text := grouped(x.Operands[0])
		for i, op := range x.Ops {
			text += " " + op + " " + grouped(x.Operands[i+1])
		}
		return "(" + text + ")"
	}
	return fmt.Sprintf("<%T>", x)
}

// groupedRight returns the right side of the assignment that is the only statement of a text.
func groupedRight(text string) (string, diag.List) {
	program, diags := Parse(source.NewFile("e", text), Options{Words: words()})
	if len(diags) > 0 {
		return "", diags
	}
	x := program.Body.Stmts[0].(*tree.ExprStmt).X
	if list, ok := x.(*tree.List); ok {
		x = list.Items[0]
	}
	if assign, ok := x.(*tree.Assign); ok {
		return grouped(assign.Right), nil
	}
	return grouped(x), nil
}
