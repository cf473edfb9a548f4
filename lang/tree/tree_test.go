package tree

import (
	"fmt"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/lang/source"
)

// Short forms for the trees of the tests.
func num(n string) *Num              { return &Num{Text: n} }
func str(s string) *Str              { return &Str{Value: s} }
func scalar(n string) *Var           { return &Var{Sigil: '$', Name: n} }
func stmt(x Expr) *ExprStmt          { return &ExprStmt{X: x} }
func block(list ...Stmt) *Block      { return &Block{Stmts: list} }
func vari(sigil byte, n string) *Var { return &Var{Sigil: sigil, Name: n} }

// every holds a node of each kind with its dump.
func every() []struct {
	node Node
	want string
} {
	x, y, one := scalar("x"), scalar("y"), num("1")
	body := block(stmt(one))
	sub := &Sub{Name: "f", Proto: "$$", HasProto: true, Attrs: []string{"lvalue"}, Body: body, Sig: &Signature{Params: []Param{
		{Var: x, Sigil: '$'}, {Var: y, Sigil: '$', Default: one, DefaultOp: "//="}, {Sigil: '@'},
	}}}
	plain := &Sub{Body: body}
	return []struct {
		node Node
		want string
	}{
		{one, "1"},
		{&Str{Value: "a\"b", Wide: true, Path: true}, `"a\"b"wp`},
		{&Interp{Parts: []Expr{str("a"), x, &JoinArray{X: vari('@', "a")}}, Pattern: true, Path: true}, `(interp :re :path "a" $x (join @a))`},
		{vari('#', "a"), "$#a"},
		{vari('$', "^W"), "$^W"},
		{vari('$', "^MATCH"), "${^MATCH}"},
		{&Deref{Sigil: '@', X: x}, "(@deref $x)"},
		{&Deref{Sigil: '#', X: x}, "($#deref $x)"},
		{&Elem{Array: vari('@', "a"), Index: one}, "(elem @a 1)"},
		{&HashElem{Hash: vari('%', "h"), Key: str("k")}, `(helem %h "k")`},
		{&Slice{Of: vari('%', "h"), Index: x, Pairs: true}, "(slice :pairs %h $x)"},
		{&ListSlice{List: &List{Paren: true, Items: []Expr{one}}, Index: one}, "(lslice (plist 1) 1)"},
		{&Decl{Kind: "my", Vars: []*Var{x, nil}, Paren: true}, "(my :paren $x nil)"},
		{&Local{X: x}, "(local $x)"},
		{&Assign{Op: "+=", Left: x, Right: one}, "(+= $x 1)"},
		{&Binary{Op: "**", Left: x, Right: one}, "(** $x 1)"},
		{&Logical{Op: "//", Left: x, Right: one}, "(// $x 1)"},
		{&Chain{Ops: []string{"<", "<="}, Operands: []Expr{x, y, one}}, "(chain :< :<= $x $y 1)"},
		{&Unary{Op: "\\", X: x}, `(u\ $x)`},
		{&IncDec{Op: "++", X: x}, "(post++ $x)"},
		{&IncDec{Op: "--", Prefix: true, X: x}, "(pre-- $x)"},
		{&Ternary{Cond: x, Then: y, Else: one}, "(?: $x $y 1)"},
		{&RangeOp{Left: one, Right: x, Three: true}, "(... 1 $x)"},
		{&List{Items: []Expr{one, x}}, "(list 1 $x)"},
		{&AnonArray{Items: []Expr{one}}, "(array 1)"},
		{&AnonHash{}, "(hash)"},
		{&AnonSub{Sub: plain}, "(anonsub (block 1))"},
		{&Call{Name: "f", Args: []Expr{one}, Amp: true}, "(call :f :amp 1)"},
		{&CallRef{Fn: x, NoArgs: true}, "(callref :noargs $x)"},
		{&Method{Invocant: str("A"), Name: "m", Args: []Expr{one}}, `(method :m "A" 1)`},
		{&Method{Invocant: x, Dynamic: y}, "(method :dynamic $x $y)"},
		{&Func{Name: "print", Handle: x, Args: []Expr{one}}, "(print (handle $x) 1)"},
		{&Func{Name: "map", Block: plain, Args: []Expr{x}}, "(map (block 1) $x)"},
		{&FileTest{Op: 'e', X: x}, "(-e $x)"},
		{&FileTest{Op: 'd'}, "(-d)"},
		{&ReadLine{Handle: &Bareword{Name: "F"}}, "(readline F)"},
		{&ReadLine{}, "(readline)"},
		{&Glob{Pattern: str("*")}, `(glob "*")`},
		{&Match{Target: x, Pattern: str("a"), Flags: "i", Negate: true, Once: true}, `(match :not :once :flags=i $x "a")`},
		{&Match{Pattern: x, Dynamic: true}, "(match :dynamic nil $x)"},
		{&Subst{Target: x, Pattern: str("a"), Replace: &DoBlock{Block: body}, Flags: "e"}, `(subst :flags=e $x "a" (do (block 1)))`},
		{&Trans{Target: x, From: "a", To: "b"}, `(trans $x "a" "b")`},
		{&QR{Pattern: str("a"), Flags: "x"}, `(qr :flags=x "a")`},
		{&Qx{Command: str("ls")}, `(qx "ls")`},
		{&EvalBlock{Block: body}, "(eval (block 1))"},
		{&Return{X: one}, "(return 1)"},
		{&Return{}, "(return)"},
		{&Jump{Kind: "next", Label: "L"}, "(next :L)"},
		{&Jump{Kind: "goto", Dynamic: x}, "(goto $x)"},
		{&Yada{}, "(...)"},
		{&Command{Head: "PING", Args: []Arg{{Keyword: "ON"}, {Slot: "machine", Value: x}, {Slot: "duration", Unit: "minutes", Value: one}}}, "(command :PING ON (machine $x) (duration :minutes 1))"},
		{&If{Clauses: []Clause{{x, body}, {y, body}}, Else: body}, "(if $x (block 1) $y (block 1) (block 1))"},
		{&If{Unless: true, Modifier: true, Clauses: []Clause{{x, body}}}, "(unless :mod $x (block 1))"},
		{&While{Label: "L", Until: true, Cond: x, Body: body, Continue: body}, "(until :L $x (block 1) (block 1))"},
		{&While{Cond: x, Body: body, Modifier: true, PostCheck: true}, "(while :mod :post $x (block 1))"},
		{&While{Body: body}, "(while nil (block 1))"},
		{&ForC{Init: x, Step: y, Body: body}, "(forc $x nil $y (block 1))"},
		{&Foreach{Decl: "my", Vars: []*Var{x, y}, List: one, Body: body, Continue: body}, "(foreach :my $x $y 1 (block 1) (block 1))"},
		{&Foreach{List: one, Body: body, Modifier: true}, "(foreach :mod 1 (block 1))"},
		{&ForTo{Var: x, From: one, To: y, Body: body}, "(forto $x 1 $y nil (block 1))"},
		{&Bare{Label: "B", Body: body, Continue: body}, "(bare :B (block 1) (block 1))"},
		{&SubDef{Decl: "my", Sub: sub}, "(sub :my :f :proto=($$) :attrs=lvalue (sig $x $y//= 1 @) (block 1))"},
		{&Package{Name: "A", Version: "1", Body: body}, "(package :A :1 (block 1))"},
		{&Use{No: true, Module: "strict", Args: str("refs")}, `(no :strict "refs")`},
		{&Phase{Name: "BEGIN", Sub: &Sub{Name: "BEGIN", Body: body}}, "(phase :BEGIN (block 1))"},
		{&Try{Body: body, CatchVar: x, Catch: body}, "(try (block 1) $x (block 1) nil)"},
		{&Nop{}, "(nop)"},
	}
}

func TestDump(t *testing.T) {
	for _, c := range every() {
		if got := Dump(c.node); got != c.want {
			t.Errorf("%T: got %s, want %s", c.node, got, c.want)
		}
	}
	if got := Dump((*Block)(nil)); got != "nil" {
		t.Errorf("a nil block is %s", got)
	}
	p := &Program{Body: block(stmt(num("1")), &Nop{})}
	if got := DumpProgram(p); got != "1\n(nop)" {
		t.Errorf("a program is %q", got)
	}
}

// TestInspect checks that the walk finds every part that the dump shows.
func TestInspect(t *testing.T) {
	for _, c := range every() {
		nums, vars := 0, 0
		Inspect(c.node, func(n Node) bool {
			switch n := n.(type) {
			case *Num:
				nums++
			case *Var:
				if n.Name == "x" || n.Name == "y" {
					vars++
				}
			}
			return true
		})
		plain := strings.NewReplacer(":A :1 ", "", "(", " ", ")", " ", "//=", " ").Replace(c.want)
		wantNums, wantVars := 0, 0
		for _, word := range strings.Fields(plain) {
			switch word {
			case "1":
				wantNums++
			case "$x", "$y":
				wantVars++
			}
		}
		if nums != wantNums || vars != wantVars {
			t.Errorf("%s: %d numbers and %d variables, want %d and %d", c.want, nums, vars, wantNums, wantVars)
		}
	}
}

func TestInspectStops(t *testing.T) {
	var seen []string
	Inspect(block(stmt(&AnonSub{Sub: &Sub{Body: block(stmt(num("1")))}}), stmt(num("2"))), func(n Node) bool {
		seen = append(seen, fmt.Sprintf("%T", n))
		_, isSub := n.(*AnonSub)
		return !isSub
	})
	if got := strings.Join(seen, " "); got != "*tree.Block *tree.ExprStmt *tree.AnonSub *tree.ExprStmt *tree.Num" {
		t.Error(got)
	}
	Inspect(nil, func(Node) bool { t.Error("nil is visited"); return true })
	order := ""
	Inspect(&If{Modifier: true, Clauses: []Clause{{scalar("x"), block(stmt(num("1")))}}}, func(n Node) bool {
		order += strings.TrimPrefix(fmt.Sprintf("%T ", n), "*tree.")
		return true
	})
	if order != "If Block ExprStmt Num Var " {
		t.Errorf("a modifier is visited in the order %s", order)
	}
}

func TestRange(t *testing.T) {
	b := &Block{Span: source.Span{Start: 2, End: 5}}
	for _, n := range []Node{b, &DoBlock{Block: b}, &EvalBlock{Block: b}, &Num{Span: b.Span}, &If{Span: b.Span}} {
		if n.Range() != b.Span {
			t.Errorf("%T has the range %v", n, n.Range())
		}
	}
}
