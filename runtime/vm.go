package runtime

// This file defines VM, one interpreter: its globals, frames, stacks and the signals that reach a running script.

import (
	"context"
	"runtime/debug"
	"time"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
)

// A VM is one interpreter. It runs one script at a time and is not safe for concurrent use; several VMs are
// independent of each other.
type VM struct {
	frames
	stack []value.Value // lists under construction
	ret   value.Value   // the scalar a return statement leaves
	// retBase is where on the stack the list of a return statement begins.
	retBase int
	label   string // the label of a next, last or redo on its way to its loop
	buf     []byte // strings under construction

	calls []callRec // running subs, for caller and for stack traces
	depth int
	nargs int         // arguments of the sub that is about to be entered
	held  value.Value // the right side of an assignment that is done in the general way
	saves []func()    // what local changed, undone in reverse
	// savedScalars are the places that undoScalar, one of saves for each, puts back.
	savedScalars []savedScalar
	undoScalar   func()
	freeArgs     []*value.Array // see args_pool.go
	soft         softCall       // see soft_die.go
	dying        *Die           // the exception on its short way to the eval, if any

	fuel   int // loop turns and calls until the next look at cancellation and limits
	limits limits
	ctx    context.Context

	packages map[string]*Package
	globs    map[string]*value.Glob
	progs    map[*Program]*instance
	keys     map[string]value.Key
	registry *Registry

	topic, sortA, sortB *value.Glob // $_ and the main package's $a and $b
	files               *handle.Set
	match               matchState
	lastLoop            lastLoop
	err                 *value.Glob     // $@
	osErr               errnoVar        // $!
	undef               *value.Scalar   // what \undef refers to
	status              int             // $?
	lastRead            *handle.Handle  // for $. and for the place in messages
	lastGlob            *value.Glob     // the glob of lastRead, nil when unknown
	at                  *site           // the place of the running directly called function
	writing             *site           // the place of the last write through a tied scalar, see readonly.go
	locals              map[any]any     // what libraries keep, see Local
	useAt               *site           // the use statement being carried out
	imported            map[string]bool // variables that imports declared, see Imported
	onExit              []func(exit int, died bool) int
	atEnd               []func()      // what libraries do at the end, see AtEnd
	selected            *value.Glob   // where print goes without a handle
	ends                []*value.Code // END blocks, run last to first
	session             any           // what the commands keep; see Session
	signals             signals
	start               time.Time
	inEval              int
	layersIn, layersOut string              // what `use open` gives to files
	inWarn              bool                // the __WARN__ handler is running
	wantPlace           bool                // the next call in list context is assigned to
	evals               int                 // string evals so far, for their names
	anonNames           map[string]string   // what the anonymous subs of packages are called, see nameAnonymous
	phase               string              // what ${^GLOBAL_PHASE} says, "" for START
	ioGlobs             map[any]*value.Glob // the objects of `*name{IO}`, by handle
	stashes             map[string]*value.Hash
	topicWriters        map[string]bool // subs that change $_, see learnTopics
	keptEvals           map[evalKey]*keptEval
	tiesHandles         bool        // some file handle is or was tied
	tiedOut             *TiedHandle // where output found one, for the print that is running
	strays              bool        // some program has jumps out of subs
	carpCounted         bool        // those of Carp are among them
	argv                *value.Glob // ARGV: the files of the command line
	argvStarted         bool
	argvLine            int64
	edited              *inPlace     // the file of <> that is being edited, nil for none
	lastStat            *handle.Stat // what the file handle _ stands for
	undefined           [2]namedCell // variables that the running function may open handles into
	anonymous           int          // file handles opened without a name
	scriptName          string
	config              *Config
	deepFrom            int                  // nesting from which deep recursion was warned of, see noticeDepth
	methodGen           int                  // counts changes to subs and @ISA, which outdate method caches
	arrayIter           map[*value.Array]int // where each() stands in arrays
	onError             string
	failures            []*Failure
	result              value.Value // of the last command; undef if it only succeeded
	trace               func(*source.File, source.Span)
	halted              halt            // where trace is called
	noted               bool            // statements say where they stand, in here
	here                *site           // the statement that is running, if that is noted
	children            children        // the processes behind pipes
	weighs              bool            // there is a limit of memory
	hidden              [][]value.Value // lists being worked through, see hide
}

// callRec is one running sub.
type callRec struct {
	site *site
	code *value.Code
	args *value.Array
	want Want
	eval bool
	// compiling is set for the eval around BEGIN blocks and use.
	compiling bool
	// frame and nargs let a stack trace tell the arguments of subs that keep no @_.
	frame *Frame
	nargs int
}

// An instance is what one VM holds for one program: the storage of its static variables.
type instance struct {
	scalars []*value.Scalar
	arrays  []*value.Array
	hashes  []*value.Hash
}

// Want is the context a sub is called in.
type Want uint8

// The contexts.
const (
	WantVoid Want = iota
	WantScalar
	WantList
)

// A site is a place that may have to be named at run time.
type site struct {
	file *source.File
	span source.Span
	line int
	pkg  string
	warn bool
	// quiet are the categories of warnings that are silent here; fatal makes the others exceptions.
	quiet category
	fatal category
	fn    *fnInfo // the sub the place stands in, nil when unknown
}

// name is what the file is called at the place.
func (s *site) name() string { return s.file.NameAt(s.span.Start) }

// enter notes a call; it dies when the nesting is too deep.
func (vm *VM) enter(s *site, code *value.Code, args *value.Array, want Want) {
	if vm.depth == len(vm.calls) {
		vm.growCalls()
	}
	r := &vm.calls[vm.depth]
	r.site, r.code, r.args, r.want, r.eval, r.nargs = s, code, args, want, false, vm.nargs
	vm.depth++
	if vm.fuel--; vm.fuel < 0 {
		vm.look()
	}
}

func (vm *VM) growCalls() {
	limit := vm.limits.Depth
	if limit == 0 {
		limit = defaultDepth
	}
	limit += vm.inEval // evals stand among the calls
	if vm.depth >= limit {
		panic(vm.limitError("depth", limit-vm.inEval))
	}
	if vm.depth == 0 {
		debug.SetMaxStack(4 << 30) // deep recursion is legal; depth is bounded above
	}
	grown := make([]callRec, min(max(2*vm.depth, 64), limit))
	copy(grown, vm.calls)
	vm.calls = grown
}

// unwind undoes what local did since mark.
func (vm *VM) unwind(mark int) {
	for len(vm.saves) > mark {
		f := vm.saves[len(vm.saves)-1]
		vm.saves[len(vm.saves)-1] = nil
		vm.saves = vm.saves[:len(vm.saves)-1]
		f()
	}
}

// snapshot is the state that a die is unwound to.
type snapshot struct {
	stack, saves, depth, chunk, buf, hidden int
	match, loop                             *lastMatch
}

func (vm *VM) snapshot() snapshot {
	return snapshot{len(vm.stack), len(vm.saves), vm.depth, vm.cur, len(vm.buf), len(vm.hidden), vm.match.last, vm.match.loop}
}

func (vm *VM) restore(s snapshot) {
	vm.unwind(s.saves)
	clear(vm.stack[s.stack:])
	vm.hidden = vm.hidden[:s.hidden]
	vm.stack, vm.depth, vm.buf = vm.stack[:s.stack], s.depth, vm.buf[:s.buf]
	vm.popTo(s.chunk)
	vm.match.last, vm.match.loop = s.match, s.loop
}

// key returns the interned key for a constant, so that equal constants share their bytes.
func (vm *VM) key(s string, wide bool) value.Key {
	k, ok := vm.keys[s]
	if !ok || wide {
		k = value.KeyConst(value.Text(s, wide))
		if !wide {
			vm.keys[s] = k
		}
	}
	return k
}

// static returns the storage of a static variable.
func (vm *VM) static(sym *symbol) *instance {
	in := vm.progs[sym.fn.prog]
	if in == nil {
		in = &instance{}
		vm.progs[sym.fn.prog] = in
	}
	for n := len(in.scalars); n < sym.static; n++ {
		in.scalars = append(in.scalars, &value.Scalar{})
		in.arrays = append(in.arrays, nil)
		in.hashes = append(in.hashes, nil)
	}
	i := sym.static - 1
	switch sym.name[0] {
	case '@':
		if in.arrays[i] == nil {
			in.arrays[i] = value.NewArray(nil)
		}
	case '%':
		if in.hashes[i] == nil {
			in.hashes[i] = value.NewHash()
		}
	}
	return in
}

// context returns the context the script runs in.
func (vm *VM) context() context.Context {
	if vm.ctx == nil {
		return context.Background()
	}
	return vm.ctx
}
