package runtime

// This file defines the life of a VM: making one, running a program in it, calling back into it.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	goruntime "runtime"
	"strings"
	"time"

	"github.com/smrscript/smrscript/lang"
	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
)

const osName = goruntime.GOOS

// A Config says what a VM runs with. The zero value of each field is usable except Registry.
type Config struct {
	Registry *Registry // the words of the language; required
	Stdin    io.Reader // default: os.Stdin
	Stdout   io.Writer // default: os.Stdout
	Stderr   io.Writer // default: os.Stderr
	FS       handle.FS // default: the operating system's files
	Dir      string    // the folder to start in; default: the process's
	Args     []string  // @ARGV
	Env      []string  // %ENV as "NAME=value"; default: os.Environ()
	Include  []string  // @INC; default: "lib", "."
	Limits   Limits
	// OnError is what a failed command does when nobody looks at its result: "continue" (default) or "stop".
	OnError string
	// Session is what the commands work with; see package stdlib.
	Session any
	// Report is told of every failed command; default: a diagnostic on Stderr.
	Report func(*diag.Diagnostic)
	// Uncaught is told of the error that ends the script before its END blocks run; default: nothing. Run returns it as well.
	Uncaught func(err error)
	// Trace is called before each statement; default: not at all.
	Trace func(*source.File, source.Span)
	// Debug lets Evaluate see the variables of the place where the script has stopped: each sub takes along all variables in sight,
	// as if every statement held a string eval. The script does the same, more slowly.
	Debug bool
	// Warn switches warnings on everywhere, as perl -w does.
	Warn bool
	// NoProcesses refuses to start programs.
	NoProcesses bool
	// Confined keeps the script from the process it runs in and from the host: no signals, and nothing is told of processes, users
	// and names.
	Confined bool
	// Rehearsal, if not nil, is the file system, and takes the place of programs, signals and waiting: the script changes nothing
	// outside of itself.
	Rehearsal *handle.Rehearsal
	// Plain switches the fast paths off, for tests that compare both ways through the interpreter.
	Plain bool
}

// New returns a VM.
func New(cfg Config) *VM {
	vm := &VM{config: &cfg, registry: cfg.Registry, packages: map[string]*Package{}, globs: map[string]*value.Glob{},
		progs: map[*Program]*instance{}, keys: map[string]value.Key{}, start: time.Now(), fuel: fuelPerLook, onError: cfg.OnError,
		session: cfg.Session, trace: cfg.Trace, scriptName: "-e"}
	vm.limits.Limits, vm.noted, vm.weighs = cfg.Limits, cfg.Limits.any(), cfg.Limits.Memory > 0
	var instead func(handle.Command) handle.Command
	if cfg.Rehearsal != nil {
		cfg.FS, instead = cfg.Rehearsal, cfg.Rehearsal.Run
	}
	vm.frames.init()
	vm.deepFrom = math.MaxInt
	vm.undef = vm.readOnlyScalar(value.Undef)
	vm.files = handle.NewSet(handle.Config{Stdin: orReader(cfg.Stdin), Stdout: vm.limits.bounded(orWriter(cfg.Stdout, os.Stdout)), Stderr: vm.limits.bounded(orWriter(cfg.Stderr, os.Stderr)), FS: cfg.FS, Dir: cfg.Dir,
		ChildContext: vm.childContext, NoProcesses: cfg.NoProcesses, MaxMemory: cfg.Limits.Memory, Instead: instead, Env: vm.Environ, Resolve: vm.HandleOf, Warn: vm.fileWarning,
		DefaultLayers: func() (in, out string) { return vm.layersIn, vm.layersOut }})
	vm.topic, vm.sortA, vm.sortB = vm.Glob("main::_"), vm.Glob("main::a"), vm.Glob("main::b")
	vm.Glob("main::@")
	vm.argv = vm.Glob("main::ARGV")
	for i, name := range []string{"STDIN", "STDOUT", "STDERR"} {
		vm.Glob("main::" + name).IO = vm.files.ByFileno(i)
	}
	vm.selected = vm.Glob("main::STDOUT")
	vm.environment(cfg)
	vm.builtinMethods()
	vm.warningFunctions()
	return vm
}

// Rehearsal returns the rehearsal that the script runs in, nil when what it does is real.
func (vm *VM) Rehearsal() *handle.Rehearsal { return vm.config.Rehearsal }

func orReader(r io.Reader) io.Reader {
	if r == nil {
		return os.Stdin
	}
	return r
}

func orWriter(w io.Writer, fallback *os.File) io.Writer {
	if w == nil {
		return fallback
	}
	return w
}

func (vm *VM) environment(cfg Config) {
	env := cfg.Env
	if env == nil {
		env = os.Environ()
	}
	h := globHash(vm.Glob("main::ENV"))
	for _, kv := range env {
		if k, v, ok := strings.Cut(kv, "="); ok {
			h.SetString(k, value.Str(v))
		}
	}
	args := globArray(vm.argv)
	for _, a := range cfg.Args {
		args.Push(value.Str(a))
	}
	inc := cfg.Include
	if inc == nil {
		inc = []string{"lib", "."}
	}
	list := globArray(vm.Glob("main::INC"))
	for _, d := range inc {
		list.Push(value.Str(d))
	}
}

// Environ returns %ENV for child processes.
func (vm *VM) Environ() []string {
	var out []string
	h := globHash(vm.Glob("main::ENV"))
	for _, k := range h.Keys(nil) {
		out = append(out, k.String()+"="+h.Get(value.KeyOf(k)).String())
	}
	return out
}

// Compile parses and resolves a script. The program may be run many times and by several VMs that share the registry.
func Compile(file *source.File, words lang.Words, warn bool) (*Program, diag.List) {
	return compileFile(file, words, warn, false, nil)
}

// CompileWith is Compile for a script whose own modules are to be found by a function such as (*Registry).ModuleText.
func CompileWith(file *source.File, words lang.Words, modules func(name string, dirs []string) *source.File) (*Program, diag.List) {
	return compileFile(file, words, false, false, modules)
}

// Compile is the function Compile for a script that the VM is going to run: it knows what modules of the script's own, looked for
// along @INC, export. See Config.Debug.
func (vm *VM) Compile(file *source.File) (*Program, diag.List) {
	return compileFile(file, vm.registry, vm.config.Warn, vm.config.Debug, vm.moduleText)
}

func compileFile(file *source.File, words lang.Words, warn, debug bool, modules func(string, []string) *source.File) (*Program, diag.List) {
	t, diags := lang.Parse(file, lang.Options{Words: words, Module: modules})
	if diags.HasErrors() {
		return nil, diags
	}
	switches := shebang(file.Text)
	p, more := resolveFor(t, pragmas{pkg: "main", warn: warn || strings.Contains(switches, "w")}, words, debug)
	p.lines = strings.Contains(switches, "l")
	return p, append(diags, more...)
}

// shebang returns the switches of a `#!...perl -wl` line: w for warnings, l for a line end after every print.
func shebang(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	if !strings.HasPrefix(line, "#!") || !strings.Contains(line, "perl") {
		return ""
	}
	var out string
	for _, f := range strings.Fields(line)[1:] {
		if s, ok := strings.CutPrefix(f, "-"); ok && s != "S" {
			out += s
		}
	}
	return out
}

// Run runs a program to its end and returns its exit code. The error is a *Die for an uncaught exception, a *LimitError, or
// the cause of ctx's end; nil when the script ended by itself or by exit.
func (vm *VM) Run(ctx context.Context, p *Program) (exit int, err error) {
	done := vm.enterRun(ctx)
	defer done()
	vm.scriptName = p.File.Name
	name := vm.Glob("main::0")
	name.Scalar.Set(value.Str(p.File.Name))
	if p.lines {
		vm.Glob("main::\\").Scalar.Set(value.Str("\n"))
	}
	exit, err = vm.guard(func() {
		vm.install(p)
		vm.notifyMain(p)
		vm.runMain(p)
	})
	died := err
	if err != nil && vm.config.Uncaught != nil {
		vm.config.Uncaught(err)
	}
	endExit, endErr := vm.runEnds(exit, err)
	if endErr != nil && err == nil {
		err = endErr
	}
	exit = endExit
	for _, f := range vm.onExit {
		exit = f(exit, died != nil)
	}
	vm.abandonEdit()
	for _, f := range vm.atEnd {
		f()
	}
	vm.atEnd = nil
	if cerr := vm.files.FlushAll(); cerr != nil && err == nil && exit == 0 {
		err = cerr
	}
	if over := vm.overflown(err); over != err {
		return limitExit, over
	}
	return exit, err
}

// guard runs f and turns what ends it into an exit code and an error.
func (vm *VM) guard(f func()) (exit int, err error) {
	state := vm.snapshot()
	defer func() {
		e := recover()
		if e == nil {
			return
		}
		exit, err = vm.ended(e)
		vm.restore(state)
	}()
	f()
	return 0, nil
}

func (vm *VM) ended(e any) (int, error) {
	switch e := e.(type) {
	case *exited:
		return e.code & 0xFF, nil
	case *LimitError:
		vm.locate(e)
		vm.children.endAll()
		return limitExit, e
	case *cancelled:
		vm.children.endAll()
		return 130, e.cause
	case *jump:
		return vm.ended(vm.dief(nil, "Can't \"%s\" outside a loop block", jumpName(e.ctl)))
	}
	d := vm.announce(vm.caught(e))
	exit := 255
	if d.Failure != nil || vm.osErr.code < 0 { // $! is the code of a command, which is no errno
		exit = 1
	} else if n := vm.osErr.code; n&0xFF != 0 {
		exit = n & 0xFF
	} else if vm.status>>8&0xFF != 0 {
		exit = vm.status >> 8 & 0xFF
	}
	return exit, d
}

func jumpName(k ctl) string {
	switch k {
	case ctlNext:
		return "next"
	case ctlLast:
		return "last"
	case ctlRedo:
		return "redo"
	}
	return "return"
}

// install defines the named subs of a program and runs its BEGIN blocks and use statements.
func (vm *VM) install(p *Program) {
	vm.strays = vm.strays || p.strays
	vm.learnTopics(p)
	for _, d := range p.declared {
		if g := vm.Glob(d.name); g.Code == nil {
			g.Code = &value.Code{Package: g.Package, Name: g.Name, Proto: d.sub.Proto, HasProto: d.sub.HasProto}
		}
	}
	for _, fn := range p.subs {
		vm.defineSub(fn)
	}
	later := vm.laterSubs(p)
	if p.Tree.HasData {
		vm.openData(p)
	}
	told := 0
	for _, ph := range p.phases {
		told = vm.notify(p, told, ph.notices)
		switch ph.kind {
		case "END":
			vm.ends = append(vm.ends, &value.Code{Package: ph.prag.pkg, Name: "END", Body: vm.newProto(ph.fn)})
		case "BEGIN":
			vm.runPhase(ph)
			vm.keepSubs(later, ph)
		case "use":
			vm.begin(ph, func() { vm.use(ph) })
			vm.keepSubs(later, ph)
		}
	}
	vm.notify(p, told, len(p.notices))
	vm.checkDoubtful(p)
	vm.afterCompiling(p)
}

// begin runs what happens while a program is being compiled; an exception says that it was then.
func (vm *VM) begin(ph phase, f func()) {
	span := ph.span()
	at := &site{file: ph.fileOf(), span: span, line: ph.fileOf().Line(span.Start), pkg: ph.prag.pkg}
	d := vm.protect(func() {
		vm.enter(at, nil, nil, WantVoid)
		vm.calls[vm.depth-1].eval, vm.calls[vm.depth-1].compiling = true, true
		if ph.use != nil {
			vm.enter(at, &value.Code{Package: ph.prag.pkg, Name: "BEGIN"}, nil, WantVoid)
		}
		f()
		vm.depth--
		if ph.use != nil {
			vm.depth--
		}
	})
	if d == nil {
		return
	}
	if !d.Value.IsRef() {
		d.Value = value.Append(d.Value.ToStr(), "BEGIN failed--compilation aborted"+vm.where(at), false)
	}
	panic(d)
}

// span is the range of the statement or block.
func (ph phase) span() source.Span {
	if ph.use != nil {
		return ph.use.Span
	}
	s := ph.fn.body.Span
	s.Start = max(s.End-1, s.Start)
	return s
}

// openData opens DATA: the script itself, at the place behind __END__.
func (vm *VM) openData(p *Program) {
	h := vm.files.OpenString("DATA", p.File.Text, false)
	if _, err := h.Seek(int64(len(p.File.Text)-len(p.Tree.Data)), io.SeekStart); err == nil {
		vm.Glob(p.main.prag.pkg + "::DATA").IO = h
	}
}

func (vm *VM) defineSub(fn *fnInfo) {
	i := strings.LastIndex(fn.name, "::")
	code := &value.Code{Package: fn.prag.pkg, Name: fn.name[i+2:], Body: vm.newProto(fn)}
	if fn.name[:i] != fn.prag.pkg {
		code.Name = fn.name // it has a package of its own, and $a and $b are those of the package around it
	}
	if fn.sub != nil {
		code.Proto, code.HasProto = fn.sub.Proto, fn.sub.HasProto
	}
	vm.DefineSub(fn.name, code)
}

// runMain runs the file's own statements.
func (vm *VM) runMain(p *Program) {
	c := vm.newCompiler(p.main, WantVoid)
	body := c.stmts(p.main.body.Stmts)
	if *c.deep {
		body = catchJumps(body)
	}
	fr := vm.base()
	k := body(vm, fr)
	if k == ctlNext || k == ctlLast || k == ctlRedo {
		panic(&jump{k})
	}
}

// runEnds runs the END blocks; exit is what $? says while they run, and may be changed by them.
//
// After a limit they do not run. When the script was cancelled they are given a while for what has to be put in order.
func (vm *VM) runEnds(exit int, err error) (int, error) {
	vm.phase = "END"
	var limit *LimitError
	switch {
	case errors.As(err, &limit):
		vm.ends = nil
	case vm.ending():
		ctx, cancel := context.WithTimeout(context.WithoutCancel(vm.ctx), endGrace)
		defer cancel()
		vm.ctx = ctx
	}
	var first error
	vm.status = exit
	for len(vm.ends) > 0 {
		code := vm.ends[len(vm.ends)-1]
		vm.ends = vm.ends[:len(vm.ends)-1]
		if n, err := vm.guard(func() { vm.Call(code, nil, nil) }); err != nil {
			first, vm.status = err, n
		} else if n != 0 {
			vm.status = n
		}
	}
	return vm.status, first
}

// Call calls a sub with arguments in scalar context.
func (vm *VM) Call(code *value.Code, args []value.Value, at *site) value.Value {
	base, chunk := len(vm.stack), vm.cur
	vm.stack = append(vm.stack, args...)
	v := vm.apply(code, vm.callbackFrame(), base, vm.outerArgs(code, len(args)), WantScalar, at)
	vm.popTo(chunk)
	vm.stack = vm.stack[:base]
	return v
}

// CallList calls a sub in list context and returns its results.
func (vm *VM) CallList(code *value.Code, args []value.Value) []value.Value {
	base := len(vm.stack)
	vm.callValues(code, args, WantList, nil)
	return vm.take(base)
}

// callValues calls a sub and leaves its results on the stack.
func (vm *VM) callValues(code *value.Code, args []value.Value, want Want, at *site) {
	base, chunk := len(vm.stack), vm.cur
	vm.stack = append(vm.stack, args...)
	if want == WantList {
		vm.applyList(code, vm.callbackFrame(), base, vm.outerArgs(code, len(args)), at)
	} else {
		v := vm.apply(code, vm.callbackFrame(), base, vm.outerArgs(code, len(args)), want, at)
		vm.stack = append(vm.stack[:base], v)
	}
	vm.popTo(chunk)
}

// callbackFrame returns a frame for a call that comes from Go code, where nobody knows which slots are in use.
func (vm *VM) callbackFrame() *Frame {
	if vm.cur >= maxChunks {
		panic(vm.limitError("depth", maxChunks))
	}
	return vm.push(callbackSize)
}

// writeError writes text to the script's standard error, behind everything written before.
func (vm *VM) writeError(v value.Value) {
	vm.files.FlushAll()
	if h := vm.HandleOf(value.GlobValue(vm.Glob("main::STDERR"))); h != nil && h.IsOpen() {
		t := v.ToStr()
		h.Write(t.S(), t.IsWide())
		h.Flush()
	}
}

// signalHandler returns the sub that %SIG names for a signal, nil for none.
func (vm *VM) signalHandler(name string) *value.Code {
	g := vm.globs["main::SIG"]
	if g == nil || g.Hash == nil {
		return nil
	}
	v := g.Hash.Get(value.KeyString(name))
	switch {
	case v.Kind() == value.KCodeRef:
		return v.Code()
	case v.IsString() && v.S() != "" && v.S() != "DEFAULT" && v.S() != "IGNORE":
		return vm.lookupSub(qualifySub(v.S(), "main"))
	}
	return nil
}

// ErrorText is how an uncaught error is told to the user: a script's own message as it is.
func ErrorText(err error) string {
	var d *Die
	if errors.As(err, &d) {
		return d.Value.String()
	}
	return fmt.Sprintf("smrscript: %s\n", err)
}
