package lang

// This file defines the participle grammar: the program, its declarations and the productions that are written by
// hand below them.

import (
	"strings"
	"sync"
	"sync/atomic"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
)

// The nodes of the grammar.
type (
	programNode struct {
		Items []*itemNode `parser:"@@*"`
	}

	// An itemNode is a declaration, or all statements up to the next one.
	itemNode struct {
		Run  statementsNode `parser:"  @@"`
		Decl *declNode      `parser:"| @@"`
	}

	declNode struct {
		Pos     lexer.Position
		Package *packageNode `parser:"  @@"`
		Use     *useNode     `parser:"| @@"`
		Sub     *subNode     `parser:"| @@"`
		Phase   *phaseNode   `parser:"| @@"`
	}

	packageNode struct {
		Name    packageNameNode `parser:"Package @@"`
		Version string          `parser:"@(Number | Version)?"`
		Body    bodyNode        `parser:"@@"`
	}

	useNode struct {
		Word    string    `parser:"@Use"`
		Perl    string    `parser:"( @(Number | Version)"`
		Module  string    `parser:"| @Name"`
		Version string    `parser:"  ( @(Number | Version) (?! Comma | FatComma) )? )"`
		Args    tree.Expr `parser:"@@?"`
		End     endNode   `parser:"@@"`
	}

	subNode struct {
		Scope string    `parser:"@(My | Our | State)?"`
		Name  string    `parser:"Sub @Name"`
		Tail  *tailNode `parser:"@@"`
	}

	// A tailNode is what follows the name of a sub, or the word sub of one without a name.
	tailNode struct {
		Proto  *string        `parser:"@Proto?"`
		Before []string       `parser:"@Attr*"`
		Sig    *signatureNode `parser:"@@?"`
		After  []string       `parser:"@Attr*"`
		Body   bodyNode       `parser:"@@"`
	}

	signatureNode struct {
		Pos    lexer.Position
		Params []*paramNode `parser:"LParen ( @@ ( Comma @@ )* Comma? )?"`
		Close  lexer.Token  `parser:"@RParen"`
	}

	paramNode struct {
		Name    lexer.Token `parser:"@(Var | Holder)"`
		Op      string      `parser:"( @Assign"`
		Default defaultNode `parser:"  @@? )?"`
	}

	phaseNode struct {
		Name string   `parser:"@Phase"`
		Body bodyNode `parser:"@@"`
	}
)

// The productions written by hand.
type (
	statementsNode  interface{ statements() []tree.Stmt }
	packageNameNode interface{ packageName() string }
	bodyNode        interface{ body() bodyPart }
	endNode         interface{ end() int }
	defaultNode     interface{ value() tree.Expr }

	statementRun []tree.Stmt
	defaultValue struct{ x tree.Expr }
	packageName  string
	statementEnd int

	// A bodyPart is a block, or nil and the end of the statement in its place.
	bodyPart struct {
		block *tree.Block
		end   int
	}
)

func (r statementRun) statements() []tree.Stmt { return r }
func (n packageName) packageName() string      { return string(n) }
func (b bodyPart) body() bodyPart              { return b }
func (e statementEnd) end() int                { return int(e) }
func (d defaultValue) value() tree.Expr        { return d.x }

// A front is the grammar's parsers with the parser that their hand-written productions work for. Building one takes
// as long as parsing a few hundred lines, so they are kept.
type front struct {
	whole *participle.Parser[programNode]
	decl  *participle.Parser[declNode]
	tail  *participle.Parser[tailNode]
	p     *parser
}

var (
	frontPool  = sync.Pool{New: func() any { return takeFront() }}
	firstFront = sync.OnceValue(newFront)
	firstTaken atomic.Bool
)

// Prepare builds the parser that the first parse needs. A program that has other things to do before it parses calls it in a
// goroutine of its own; without it the first parse builds the parser.
func Prepare() { firstFront() }

func takeFront() *front {
	if firstTaken.CompareAndSwap(false, true) {
		return firstFront()
	}
	return newFront()
}

func newFront() *front {
	f := &front{}
	f.whole = participle.MustBuild[programNode](
		participle.Lexer(definition{}),
		participle.ParseTypeWith(production(f, (*parser).statementsProduction)),
		participle.ParseTypeWith(production(f, (*parser).packageNameProduction)),
		participle.ParseTypeWith(production(f, (*parser).bodyProduction)),
		participle.ParseTypeWith(production(f, (*parser).endProduction)),
		participle.ParseTypeWith(production(f, (*parser).listProduction)),
		participle.ParseTypeWith(production(f, (*parser).defaultProduction)),
	)
	var err error
	if f.decl, err = participle.ParserForProduction[declNode](f.whole); err != nil {
		panic(err)
	}
	if f.tail, err = participle.ParserForProduction[tailNode](f.whole); err != nil {
		panic(err)
	}
	return f
}

// production adapts a method of the parser to participle: it works on participle's place in the tokens.
func production[T any](f *front, method func(*parser) (T, bool)) func(*lexer.PeekingLexer) (T, error) {
	return func(lex *lexer.PeekingLexer) (node T, err error) {
		p := f.p
		outer, inner := p.lex, p.inner
		p.lex = lex
		if c := lex.RawCursor(); c > 0 { // participle itself has moved over tokens
			p.lastEnd = max(p.lastEnd, end(&lex.Range(c-1, c)[0]))
		}
		defer func() {
			p.lex = outer
			if r := recover(); r != nil {
				if _, ok := r.(bailout); !ok {
					panic(r)
				}
				p.inner = inner
				err = errReported{}
			}
		}()
		node, ok := method(p)
		if !ok {
			return node, participle.NextMatch
		}
		return node, nil
	}
}

// errReported is the error of a production that has already reported what is wrong.
type errReported struct{}

func (errReported) Error() string { return "reported" }

// program parses a whole file.
func (f *front) program(s *script, chunks []*lexer.PeekingLexer) *tree.Block {
	p := &parser{script: s, front: f, view: s.root, pkg: s.opt.Package}
	f.p = p
	defer func() { f.p = nil }()
	body := &tree.Block{Span: source.Span{End: len(s.file.Text)}}
	for i, tokens := range chunks {
		chunks[i] = nil
		p.lex = tokens
		body.Stmts = p.chunk(body.Stmts)
	}
	return body
}

// chunk parses the statements of a chunk of the file.
func (p *parser) chunk(stmts []tree.Stmt) []tree.Stmt {
	for {
		before := p.lex.RawCursor()
		program, err := p.front.whole.ParseFromLexer(p.lex, participle.AllowTrailing(true))
		if program != nil {
			for _, item := range program.Items {
				stmts = append(stmts, p.item(item)...)
			}
		}
		if err != nil {
			p.grammarError(err)
			p.sync(0, before)
			continue
		}
		t := p.peek()
		if t.EOF() {
			return stmts
		}
		p.stray(t)
	}
}

// item returns the statements of an item of the grammar.
func (p *parser) item(item *itemNode) []tree.Stmt {
	switch {
	case item == nil:
	case item.Run != nil:
		return item.Run.statements()
	case item.Decl != nil:
		if s := p.declared(item.Decl); s != nil {
			return []tree.Stmt{s}
		}
	}
	return nil
}

// declaration parses a declaration inside a block.
func (p *parser) declaration() tree.Stmt {
	node, err := p.front.decl.ParseFromLexer(p.lex, participle.AllowTrailing(true))
	if err != nil {
		p.grammarError(err)
		panic(bailout{})
	}
	return p.declared(node)
}

// grammarError reports an error of the grammar's own productions, and moves to where it is.
func (p *parser) grammarError(err error) {
	perr, ok := err.(participle.Error)
	if !ok { // a production written by hand has reported it
		return
	}
	for offset := perr.Position().Offset; p.peek().Pos.Offset < offset && !p.peek().EOF(); {
		p.next()
	}
	t := p.peek()
	if t.EOF() {
		p.atEnd("the declaration")
		return
	}
	if p.declares() {
		p.missingName()
		return
	}
	code, want := diag.BadDeclaration, ""
	switch message := perr.Message(); {
	case strings.Contains(message, "expected Name"), strings.Contains(message, "expected <name>"), strings.Contains(message, "PackageName"):
		code, want = diag.MissingName, "a name"
	case strings.Contains(message, "RParen"), strings.Contains(message, "rparen"), strings.Contains(message, "Holder"):
		code, want = diag.BadSignature, "a parameter"
	}
	d := p.errorf(p.span(t), code, "unexpected %s in a declaration", describe(t))
	if want != "" {
		d.Expected = []string{want}
	}
}
