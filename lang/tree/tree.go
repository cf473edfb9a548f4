// Package tree defines the syntax tree of a script.
//
// The tree is what the parser understood, before any name is looked up: sealed sets of statement and expression
// nodes, each with the byte range of the text it stands for. The hard part, what a word or a sigil means where it
// stands, is decided by the parser; a node never has to be reinterpreted. The resolver of package runtime writes
// its findings into the Ref fields and into nothing else.
package tree

// This file defines the node interfaces, the program and the pieces shared by statements and expressions.

import "github.com/smrscript/smrscript/lang/source"

// A Node is any part of the tree that has a place in the text.
type Node interface{ Range() source.Span }

// An Expr is an expression: anything that may stand where a value is wanted.
type Expr interface {
	Node
	expr()
}

// A Stmt is a statement.
type Stmt interface {
	Node
	stmt()
}

// A Program is a parsed file, or the text of a string eval.
type Program struct {
	File *source.File
	Body *Block
	// Data is the text after __END__ or __DATA__; HasData tells an empty one from none.
	Data    string
	HasData bool
	// Labels holds the labels of statements that are no loops, which only goto knows; nil without any.
	Labels map[Stmt]string
}

// A Block is the statements between braces (or of a whole file).
type Block struct {
	source.Span
	Stmts []Stmt
	// Ref is the scope that the resolver made for the block.
	Ref any
}

// A Sub is the part that named and anonymous subs share.
//
//	sub name($x, $y = 1) { ... }
//	sub ($$) { ... }
type Sub struct {
	source.Span
	Name  string // as written, possibly qualified; "" for an anonymous sub
	Proto string // prototype text without the parentheses
	// HasProto tells an empty prototype from none.
	HasProto bool
	Sig      *Signature // nil without a signature
	Attrs    []string   // "lvalue", ...
	Body     *Block     // nil for a forward declaration
	Ref      any
}

// A Signature lists the parameters of a sub.
type Signature struct {
	source.Span
	Params []Param
}

// A Param is one parameter. Var is nil for a placeholder such as `$` or `$=`.
type Param struct {
	Var       *Var
	Sigil     byte   // '$', '@' or '%'
	Default   Expr   // nil when the parameter is mandatory; for `$=` an empty *List
	DefaultOp string // "=", "//=" or "||="
}

// A Clause is one condition with its block.
type Clause struct {
	Cond Expr
	Body *Block
}
