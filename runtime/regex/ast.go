package regex

// This file defines the tree a pattern is parsed into.

// expr is a part of a pattern. It is one of the types below; their comments show the text they stand for.
type expr interface{ expr() }

type (
	// emptyExpr matches nothing, always: (), a|
	emptyExpr struct{}

	// failExpr never matches: (*FAIL), (?!), a{3,2}
	failExpr struct{}

	// litExpr is a sequence of characters: abc. Only I and the character rules of flags matter.
	litExpr struct {
		runes []rune
		flags Flags
	}

	// setExpr is one character of a class: [a-z] \w . \p{L}
	setExpr struct{ class *class }

	// seqExpr is one part after the other: abc[de]f
	seqExpr struct{ parts []expr }

	// altExpr is the first branch that works: a|b|c
	altExpr struct{ branches []expr }

	// captureExpr is a group that captures: (...) (?<name>...)
	captureExpr struct {
		index int
		body  expr
	}

	// repeatExpr is a quantified part: a* a+? a{2,3}+. max is -1 if there is no limit.
	repeatExpr struct {
		body     expr
		min, max int
		greed    greed
	}

	// atomicExpr never gives back: (?>...)
	atomicExpr struct{ body expr }

	// lookExpr looks around: (?=...) (?!...) (?<=...) (?<!...). A lookbehind goes back by at least min and at most
	// max characters.
	lookExpr struct {
		body     expr
		behind   bool
		negate   bool
		min, max int
	}

	// condExpr chooses between two parts: (?(1)yes|no)
	condExpr struct {
		test    condition
		yes, no expr
	}

	// callExpr matches a group of the pattern again: (?1) (?R) (?&name). Group 0 is the whole pattern.
	callExpr struct{ group int }

	// backrefExpr matches what a group captured: \1 \k<name>. The first group that is set counts.
	backrefExpr struct {
		groups []int
		flags  Flags
	}

	// assertExpr looks at the place only: ^ $ \b \A
	assertExpr struct {
		what  assertion
		flags Flags
	}

	// verbExpr steers the backtracking: (*PRUNE) (*SKIP:name)
	verbExpr struct {
		verb verb
		name string
	}

	// keepExpr moves the start of the match: \K
	keepExpr struct{}

	// lineBreakExpr is one generic line break: \R
	lineBreakExpr struct{}

	// clusterExpr is one extended grapheme cluster: \X
	clusterExpr struct{}
)

func (*emptyExpr) expr()     {}
func (*failExpr) expr()      {}
func (*litExpr) expr()       {}
func (*setExpr) expr()       {}
func (*seqExpr) expr()       {}
func (*altExpr) expr()       {}
func (*captureExpr) expr()   {}
func (*repeatExpr) expr()    {}
func (*atomicExpr) expr()    {}
func (*lookExpr) expr()      {}
func (*condExpr) expr()      {}
func (*callExpr) expr()      {}
func (*backrefExpr) expr()   {}
func (*assertExpr) expr()    {}
func (*verbExpr) expr()      {}
func (*keepExpr) expr()      {}
func (*lineBreakExpr) expr() {}
func (*clusterExpr) expr()   {}

// greed is how a quantifier decides on the number of its repetitions.
type greed uint8

const (
	greedy     greed = iota // a*
	lazy                    // a*?
	possessive              // a*+
)

// assertion is a condition on the place.
type assertion uint8

const (
	textStart     assertion = iota // \A, ^
	textEnd                        // \z
	textEndLine                    // \Z, $
	lineStart                      // ^ under /m
	lineEnd                        // $ under /m
	wordBoundary                   // \b
	notBoundary                    // \B
	searchStart                    // \G
	clusterBreak                   // \b{gcb}
	clusterInside                  // \B{gcb}
)

// verb is a backtracking control verb.
type verb uint8

const (
	verbAccept verb = iota // (*ACCEPT)
	verbPrune              // (*PRUNE)
	verbSkip               // (*SKIP)
	verbThen               // (*THEN)
	verbCommit             // (*COMMIT)
	verbMark               // (*MARK:name)
)

// condition is what a condExpr asks: one of the fields below, in this order of precedence.
type condition struct {
	define    bool      // (?(DEFINE)...): never
	code      *codeExpr // (?(?{...})...): the code says so
	look      *lookExpr // (?(?=...)...): the assertion holds
	recursion bool      // (?(R)...) (?(R1)...) (?(R&name)...): inside of a call of one of groups, or of any
	groups    []int     // (?(1)...) (?(<name>)...): one of the groups is set
}
