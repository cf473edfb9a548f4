package runtime

// This file defines what the resolver finds out about names: symbols, scopes and the layout of subs.

import (
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
)

// A symbol is one declared variable.
type symbol struct {
	name string // with its sigil
	kind string // "my", "our", "state"
	fn   *fnInfo
	slot uint8
	// cell is set when the scalar needs storage of its own: captured by a closure, referred to, or aliased.
	cell bool
	// static is the number (from 1) of storage that belongs to the program instead of a frame; 0 for none. The
	// variables of the file's top level that subs use, and all state variables, are static.
	static int
	// modified is set when something may write to the variable after its declaration.
	modified bool
	// global is the qualified name behind an our variable.
	global string
	// flag is, for a state variable of an anonymous sub, the place of the captured "set already" mark.
	flag int
	// mark is, for any other state variable, what is set once it was initialized: each version of a sub must know it.
	mark *symbol
	// loop is set for variables declared inside a loop, which must be fresh at each turn.
	loop bool
}

// A varUse is what the resolver writes into the Ref of a variable: its symbol, and the place among the closure's captured
// variables when it belongs to an outer sub (else -1). A nil symbol is a global, by its qualified name.
type varUse struct {
	sym    *symbol
	cap    int
	global string
}

// A capture is one variable that a closure takes along when it is made: from the frame of the enclosing sub, or from
// that one's own captures.
type capture struct {
	sym  *symbol
	from int // index among the parent's captures, -1 for its frame, fresh for a new one in each closure
}

// fresh marks a capture that every closure gets anew: the state variables of an anonymous sub.
const fresh = -2

// A fnInfo is what the resolver knows of a sub (or of the file itself): the recipe for compiling it.
type fnInfo struct {
	parent *fnInfo
	file   *source.File
	sub    *tree.Sub // nil for the file
	body   *tree.Block
	name   string // qualified; "__ANON__" for anonymous ones
	prag   pragmas
	prog   *Program

	nslots int
	caps   []capture
	capOf  map[*symbol]int

	// params are the leading `my` variables that take their values straight from the caller; body statements before
	// bodyFrom only do that. rest is a final array or hash parameter.
	params   []*symbol
	defaults []paramDefault
	rest     *symbol
	bodyFrom int
	// usesArgs is set when the body needs a real @_; aliasArgs when writing to its elements must reach the caller.
	usesArgs, aliasArgs bool
	privateArgs         bool // nothing keeps its @_ beyond a call; see args_pool.go
	argsSlot            int  // slot of the real @_, -1 without
	codeSlot            int  // slot of the running closure, -1 without
	usesWant            bool
	// matches is set when the sub matches patterns, so that the caller's captures must be kept.
	matches bool
	isEval  bool
	// ownTopic is set when the sub begins with `local $_`.
	ownTopic bool
	isBlock  bool // a block given to a module's function: its @_ is that of the sub around it
}

// A paramDefault replaces a missing or false argument: `my $x = shift // 3`.
type paramDefault struct {
	param int
	op    string // "//", "||", or "=" for a signature's default
	x     tree.Expr
}

// A scope maps the names declared in one block.
type scope struct {
	outer *scope
	fn    *fnInfo
	names map[string]*symbol
	base  int // first slot of the block's variables
	loop  bool
}

func (s *scope) lookup(name string) *symbol {
	for ; s != nil; s = s.outer {
		if sym := s.names[name]; sym != nil {
			return sym
		}
	}
	return nil
}

// A Program is a resolved script. It is never changed once resolved and may run in several interpreters at once.
type Program struct {
	File    *source.File
	Tree    *tree.Program
	main    *fnInfo
	statics []staticInfo
	// aliasing is set when some sub writes to its caller's variables through @_.
	aliasing bool
	// keepsArgs is set when some sub ties an element of @_ or refers to it, so that what is handed to subs needs storage of its own.
	keepsArgs bool
	// keepArgs is set when the text asks for stack traces, which show the arguments of subs that ignore them.
	keepArgs bool
	// strays is set when some sub leaves a loop that it was called from, so that all loops have to expect it.
	strays bool
	// gotos is set when the text has a goto LABEL.
	gotos bool
	// topicWriters are the subs that change $_, by qualified name and as "->name".
	topicWriters map[string]bool
	// places are the statements with the variables in sight of them, for a debugger; nil without one.
	places map[tree.Stmt]*evalInfo
	lines  bool // -l on the #! line: every print ends a line
	// subs are the named subs in order of appearance; phases the BEGIN and END blocks and use statements in order.
	subs   []*fnInfo
	phases []phase
	// declared are the subs that are announced without a body.
	declared []declaredSub
	// doubtful are variables that an import must have declared.
	doubtful []doubtfulVar
	// notices are the warnings of compile time, tail those of the last statement, names the globals that are named.
	notices, tail []notice
	names         []nameUse
}

// A declaredSub is `sub name;`.
type declaredSub struct {
	name string
	sub  *tree.Sub
}

type staticInfo struct{ sigil byte }

// A phase is something that runs before the program itself (BEGIN, use) or after it (END).
type phase struct {
	fn   *fnInfo
	kind string // "use" or the name of the block: "BEGIN", "UNITCHECK", "CHECK", "INIT", "END"
	use  *tree.Use
	prag pragmas
	prog *Program
	// notices is how many of the program's warnings come before this.
	notices int
}
