package regex

// This file defines the state of a match, which the caller owns and uses again.

import "math"

// DefaultBudget is the number of steps a match may take if its State does not say otherwise. A step is about one place
// at which the matcher had to turn back; 50 million are some seconds.
const DefaultBudget = 50_000_000

// State holds the parameters and the results of matches and the memory they need. The zero value is ready for use. A
// State serves one match at a time; a Regexp may be used with many States at once.
type State struct {
	// Parameters, all kept from match to match.

	G      int         // \G: byte offset; default 0
	MinLen int         // the match must end at least this many bytes behind pos: 1 refuses an empty match at pos; default 0
	Budget int         // steps allowed per match; default DefaultBudget, plus a share for long subjects
	Coder  Coder       // runs the code of patterns; needed only for those that have some
	Cancel func() bool // asked every few thousand steps; true ends the match with a *CancelError; default never

	// Results, valid until the next match with this State.

	Caps       []int // byte offsets of start and end for group 0 (the match), 1, 2 ...; -1, -1 if a group is not set
	LastParen  int   // the group $+ refers to: the highest that took part; 0 for none
	LastClosed int   // the group $^N refers to: the one that was closed last; 0 for none

	reg     []int   // registers; Caps is a part of it
	stack   []frame // what to try or to undo when the match cannot go on
	calls   []call  // recursion
	saved   []int   // registers at the time of calls
	visited []uint64
	frames  int // most records on the stack; default maxFrames
	stats   work

	postponed []postponed // the inner patterns of this match
	within    *State      // for matching them
	rejected  []int       // the ends that an inner match must not have
	depth     int         // how many matches this one is inside of
}

// work is the bookkeeping of a match in progress.
type work struct {
	prog    *program
	subject string
	start   int // where the attempt in progress began
	least   int // the match must not end before this offset
	till    int // least, or out of reach when the match has been stopped
	chunk   int // steps between two pauses
	left    int // steps until the next pause
	spent   int // steps of earlier pauses
	soft    int // steps after which the linear program takes over
	hard    int // steps after which the match is given up
	stop    stopKind
	skipTo  int // stopSkip: where to go on
	err     error
}

// stopKind is the reason for which a match at one place ended early.
type stopKind uint8

const (
	stopNone   stopKind = iota
	stopPrune           // (*PRUNE): this place is done with
	stopSkip            // (*SKIP): go on at skipTo
	stopCommit          // (*COMMIT): no further place
	stopSoft            // hand over to the linear program
	stopError           // err is set
)

// softBudget is the number of steps, besides those for a long subject, after which a linear program takes over.
const softBudget = 100_000

// pause is the number of steps between two looks at the allowance.
const pause = 8192

// frame is one record on the backtracking stack.
type frame struct {
	kind    frameKind
	id      int32 // number of the node
	a, b, c int
}

type frameKind int32

const (
	// Choices.
	frameJump      frameKind = iota // go on with node id at a
	frameRun                        // run: tried down to a; b is the lowest place
	frameRunWide                    // the same, by characters
	frameLazy                       // lazy run: tried up to a; b is the highest place
	frameLazyWide                   // lazy run: tried up to a; b more characters at most
	frameAlt                        // alternatives b left at a
	frameLoop                       // loop: undo, then leave it at a; b, c are the counter and the place before
	frameLoopLazy                   // loop: go for another round from a
	framePostponed                  // inner pattern b, tried from a
	frameBehind                     // lookbehind: tried from a, b characters back

	// Records of what to undo.
	frameUndo     // register id was a
	frameUndoCap  // group id was a, b, and the last groups were c
	frameUndoLoop // loop id: counter and place were b, c
	frameUndoCall // calls and saved had lengths a, b

	// Marks.
	frameBarrier // construct id began at a; its register was b
	frameNot     // the same for a construct whose failure is a success
	frameVerb    // verb id was passed at a
)

// call is a recursion in progress, or one that has returned and may be backtracked into.
type call struct {
	ret   *node // where to go on
	group int
	saved int // index in saved of the registers before
}

// prepare makes room for a program's registers.
func (st *State) prepare(p *program) {
	if cap(st.reg) < p.regs {
		st.reg = make([]int, p.regs, p.regs+16)
	}
	st.reg = st.reg[:p.regs]
	st.Caps = st.reg[:2*(p.groups+1)]
	if len(st.stack) == 0 {
		st.stack = make([]frame, 64)
	}
}

// reset forgets the captures of an attempt.
func (st *State) reset(p *program) {
	for k := range st.Caps {
		st.Caps[k] = -1
	}
	base := p.base()
	for k := base + regFixed; k < p.regs; k++ {
		st.reg[k] = -1
	}
	st.reg[base+regLast], st.reg[base+regKeep], st.reg[base+regCall] = 0, -1, 0
	st.calls, st.saved = st.calls[:0], st.saved[:0]
	st.postponed = st.postponed[:0]
}

// maxFrames bounds the stack: 1 GiB.
const maxFrames = 1 << 25

// grow doubles the stack. If it would become too large the match is stopped, and the result is nil.
func (st *State) grow() []frame {
	if st.full() {
		w := &st.stats
		w.till = math.MaxInt // no success from here on
		if w.stop = stopSoft; w.prog.linear == nil {
			w.stop, w.err = stopError, &BudgetError{Pattern: w.prog.pattern, Steps: w.spent, Pos: w.start}
		}
		return nil
	}
	bigger := make([]frame, 2*len(st.stack))
	copy(bigger, st.stack)
	st.stack = bigger
	return bigger
}

// full tells whether the stack must not grow.
func (st *State) full() bool {
	most := st.frames
	if most == 0 {
		most = maxFrames
	}
	return len(st.stack) >= most
}

// keepFrames is the size up to which a stack is kept for the next match.
const keepFrames = 1 << 16

// release gives back memory that only an unusual match needs.
func (st *State) release() {
	if len(st.stack) > keepFrames {
		st.stack = nil
	}
	if len(st.visited) > keepFrames {
		st.visited = nil
	}
	st.stats.prog, st.stats.subject = nil, ""
}

// allow begins the bookkeeping of a match. The limits proper are worked out at the first pause, which most matches never
// see.
func (w *work) allow(budget int) {
	w.chunk = pause
	if budget > 0 && budget < pause {
		w.chunk = budget
	}
	w.left, w.spent, w.hard, w.stop, w.err = w.chunk, 0, 0, stopNone, nil
}

// limits works out the limits.
func (st *State) limits() {
	w := &st.stats
	w.hard = st.Budget
	if w.hard <= 0 {
		w.hard = DefaultBudget + 64*len(w.subject)
	}
	w.soft = w.hard
	if w.prog.linear != nil {
		w.soft = min(w.hard-1, softBudget+16*len(w.subject))
	}
}

// pauseFor accounts for a stretch of steps. It tells whether to go on, and if not sets stop.
func (st *State) pauseFor(pos int) bool {
	w := &st.stats
	if w.hard == 0 {
		st.limits()
	}
	w.spent += w.chunk - w.left
	w.left = w.chunk
	switch {
	case st.Cancel != nil && st.Cancel():
		w.stop, w.err = stopError, &CancelError{Pattern: w.prog.pattern}
		return false
	case w.spent > w.soft && w.soft < w.hard:
		w.stop = stopSoft
		return false
	case w.spent > w.hard:
		w.stop, w.err = stopError, &BudgetError{Pattern: w.prog.pattern, Steps: w.spent, Pos: pos}
		return false
	}
	return true
}
