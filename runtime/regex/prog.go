package regex

// This file defines the program a pattern is compiled into: a graph of nodes.

// byteSet is a set of bytes.
type byteSet [256]bool

// wideSet decides about characters from 128 on in UTF-8 text.
type wideSet struct {
	high  extent
	class *class
	by    rules
	latin [2]uint64 // the answers for U+0080 to U+00FF
}

// has tells whether r, which is at least 128, belongs to the set.
func (w *wideSet) has(r rune) bool {
	switch {
	case w.high == extentAll:
		return true
	case r < 256:
		return w.latin[(r-128)>>6]>>uint(r&63)&1 != 0
	}
	return w.class.hasBy(r, w.by, modeUTF8)
}

// opcode is the kind of a node.
type opcode uint8

// The kinds of nodes. "Set" is the node's table, "wide" kinds are those of UTF-8 text with characters of several bytes.
const (
	opFail  opcode = iota
	opMatch        // the end of the pattern

	opChar     // one byte
	opLit      // a literal
	opFoldLit  // a literal of foldable bytes
	opFoldSeq  // characters under full case folding
	opSet      // one byte of a set
	opSetWide  // one character of a set
	opRun      // greedy or possessive run of a set
	opLazy     // lazy run of a set
	opRunWide  // the same with characters of several bytes
	opLazyWide //
	opLineBreak
	opCluster

	opAlt      // alternatives, chosen by the next byte
	opTrie     // alternatives that are literals
	opStar     // loop whose body is never empty, without a counter
	opStarLazy //
	opLoopInit // sets up the counter of a loop
	opLoop     // loop with a counter, or whose body may be empty
	opLoopLazy //

	opOpenFast  // capture groups that are part of every match
	opCloseFast //
	opOpen      // other capture groups
	opClose     //
	opUnset     // forgets a capture

	opTextStart
	opTextEnd
	opTextEndLine
	opLineStart
	opLineEnd
	opWordBoundary // the negation is in the node's flag
	opSearchStart
	opClusterBreak
	opPeek    // the character ahead or behind is in a set
	opPeekLit // the text ahead or behind is a literal

	opBackref
	opBackrefFold
	opAssert    // lookaround
	opAssertEnd //
	opAtomic
	opAtomicEnd
	opCondGroup
	opCondRecursion
	opCall
	opAccept
	opVerb
	opKeep
	opCode
	opPostponed
	opCondCode
	opGate // the end of an inner pattern: lets only new ends pass
)

// node is one step of a program. Which fields count depends on op.
type node struct {
	op         opcode
	c          byte
	negate     bool  // opWordBoundary, opClusterBreak, opPeek, opPeekLit, opAssert
	behind     bool  // opPeek, opPeekLit, opAssert
	possessive bool  // opRun, opRunWide: nothing is ever given back
	undo       bool  // opOpen: the start must be restored on backtracking
	called     bool  // opClose, opMatch: the group may be the target of a call
	guard      bool  // opAlt: there is a (*THEN) inside
	scan       scan  // runs: how to find the end
	verb       verb  // opVerb
	id         int32 // index in program.nodes
	memo       int32 // index of the row of visited positions in a linear program, or -1

	next  *node
	body  *node // loops, lookarounds, calls: the inside; conditions: the part for yes
	other *node // conditions and lookarounds as conditions: the part for no
	owner *node // the end of a construct: its beginning

	lit  string
	fold *[256]byte // opFoldLit: gives the byte to compare
	seq  []rune     // opFoldSeq: folded characters
	how  folding    // opFoldSeq, opBackrefFold

	set       *byteSet
	wide      *wideSet
	stop      byte     // runs with scan scanToByte: the only byte that is not in the set
	follow    *byteSet // runs: bytes the rest can start with; nil if unknown
	followEnd bool     // runs: the rest may match at the end of the subject
	followLit string   // runs: literal the rest starts with

	min, max int   // runs and loops; max is -1 without a limit; opAssert: characters to go back
	k        int   // group or register
	slot     int   // register of the construct
	refs     []int // groups

	alts    []*node
	masks   *[256]uint32 // opAlt, opStar: the alternatives possible before a byte
	endMask uint32       // the same at the end of the subject
	trie    *trie
	own     *bits // analysis: the bytes the node itself can begin with, if it matches characters
	first   firstInfo
}

// scan is the way to find the end of a run.
type scan uint8

const (
	scanSet    scan = iota // look every byte up
	scanToByte             // search for the stop byte
	scanAll                // everything is in the set
)

// Registers of a State, in this order: 2 per group for its offsets, 1 per group for the place it was opened at, then
// these, then those the program's constructs need.
const (
	regLast  = iota // highest group closed << 16 | group closed last
	regKeep         // place of \K, or -1
	regCall         // number of the call in progress, 0 for none
	regFixed        // the number of these
)

// program is a pattern compiled for one mode.
type program struct {
	pattern string
	owner   *Regexp
	mode    mode
	nodes   []*node
	start   *node
	groups  int
	regs    int           // number of registers
	calls   map[int]int   // group -> register with the place of its innermost call
	entries map[int]*node // group -> where a call of it begins

	fast       bool // captures need neither undo nor reset
	keeps      bool // \K is used
	verbs      bool // there are verbs, which must be met even where the rest cannot match
	lastParen  int  // fast: what $+ and $^N refer to after a match
	lastClosed int

	linear *linear // what may be run instead when the allowance is used up; nil if nothing
	search search
}

// base gives the register behind those of the groups.
func (p *program) base() int { return 3 * (p.groups + 1) }
