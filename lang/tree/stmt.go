package tree

// This file defines the statements.

import "github.com/smrscript/smrscript/lang/source"

type (
	// An ExprStmt is an expression for its effect.
	//	print "x";
	ExprStmt struct {
		source.Span
		X Expr
	}

	// An If is a chain of conditions. A statement modifier is an If with one clause and Modifier set: its body
	// opens no scope of its own.
	//	if (A) { } elsif (B) { } else { }      unless (A) { }      X if A;      IF A THEN ... ELSE ... END
	If struct {
		source.Span
		Unless   bool // the first condition is negated
		Clauses  []Clause
		Else     *Block // nil without else
		Modifier bool
	}

	// A While repeats while (or until) a condition holds.
	//	LABEL: while (A) { } continue { }      X until A;      WHILE A DO ... END
	While struct {
		source.Span
		Label    string
		Until    bool
		Cond     Expr // nil for while ()
		Body     *Block
		Continue *Block // nil without continue
		Modifier bool
		// PostCheck marks `do { } while A;`: the body runs before the first test and is no loop to next and last.
		PostCheck bool
	}

	// A ForC is the loop with three expressions, each of which may be nil.
	//	for (my $i = 0; $i < 9; $i++) { }
	ForC struct {
		source.Span
		Label            string
		Init, Cond, Step Expr
		Body             *Block
		Ref              any // the scope of the variables declared in Init
	}

	// A Foreach binds its variables to the elements of a list, several at a time if there are several.
	//	for my $x (LIST) { } continue { }      foreach (LIST) { }      X for LIST;      for my ($k, $v) (%h) { }
	Foreach struct {
		source.Span
		Label    string
		Decl     string // "my", "our", "state" or "" (an existing variable)
		Vars     []*Var // empty: $_
		List     Expr
		Body     *Block
		Continue *Block
		Modifier bool
		Ref      any // the scope of the variables
	}

	// A ForTo is the counting loop of the command language. Step is nil when absent.
	//	FOR $i = 1 TO 9 STEP 2 DO ... END
	ForTo struct {
		source.Span
		Var            *Var
		From, To, Step Expr
		Body           *Block
	}

	// A Bare is a block on its own: a loop that runs once.
	//	LABEL: { ... } continue { ... }
	Bare struct {
		source.Span
		Label    string
		Body     *Block
		Continue *Block
	}

	// A SubDef declares a named sub. Decl is "my" or "state" for a lexical one, else "" or "our".
	//	sub name { ... }
	SubDef struct {
		source.Span
		Decl string
		Sub  *Sub
		Ref  any
	}

	// A Package switches the current package, to the end of its block if it has one.
	//	package Name;      package Name 1.2 { ... }
	Package struct {
		source.Span
		Name    string
		Version string
		Body    *Block // nil: to the end of the enclosing block or file
	}

	// A Use loads a module or sets a pragma.
	//	use Module VERSION LIST;      no strict "refs";      use 5.010;
	Use struct {
		source.Span
		No      bool
		Module  string // "" when only a perl version is asked for
		Version string
		Args    Expr // nil when no list is given; an empty *List for `use M ()`
		Ref     any
	}

	// A Phase is a block that runs at its own time: BEGIN, END, INIT, CHECK or UNITCHECK.
	//	BEGIN { ... }
	Phase struct {
		source.Span
		Name string
		Sub  *Sub
	}

	// A Try is try/catch/finally. Catch and Finally may be nil, not both.
	//	try { } catch ($e) { } finally { }
	Try struct {
		source.Span
		Body     *Block
		CatchVar *Var
		Catch    *Block
		Finally  *Block
		Ref      any // the scope of CatchVar
	}

	// A Given binds $_ to a value for the whens in its block. Label is its own, for leaving it.
	//	given (X) { when (1) { } default { } }
	Given struct {
		source.Span
		Label string
		X     Expr
		Body  *Block
		Ref   any // what the body does with $_
	}

	// A When runs its body if $_ matches and then leaves the given or foreach around it by Exit, nil if there is none. A jump
	// to its own label goes on behind it. Default is a When without condition.
	//	when (X) { }      default { }      Y when X;
	When struct {
		source.Span
		Label    string
		Cond     Expr // nil for default
		Body     *Block
		Modifier bool
		Exit     *Jump
	}

	// A Nop does nothing: an empty statement, or what recovery left of a mistaken one.
	Nop struct{ source.Span }
)

func (*ExprStmt) stmt() {}
func (*If) stmt()       {}
func (*While) stmt()    {}
func (*ForC) stmt()     {}
func (*Foreach) stmt()  {}
func (*ForTo) stmt()    {}
func (*Bare) stmt()     {}
func (*SubDef) stmt()   {}
func (*Package) stmt()  {}
func (*Use) stmt()      {}
func (*Phase) stmt()    {}
func (*Try) stmt()      {}
func (*Given) stmt()    {}
func (*When) stmt()     {}
func (*Nop) stmt()      {}
