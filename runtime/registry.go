package runtime

// This file defines the registry: the one table of everything a script can say that is not syntax.

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/lang/usage"
	"github.com/smrscript/smrscript/runtime/value"
)

// An Entry is one word of the language: a Perl function, a module's function, or a form of a command. Parser, checker, help,
// reference manual, completion and plans are made from it.
type Entry struct {
	// Usage is the entry's syntax: perlfunc's notation for a function ("join EXPR,LIST", one form a line), the guides'
	// notation for a command ("REPSET CREATE <repset>").
	Usage string
	// Module is the package of a module's function ("List::Util"), "" for a core function or command.
	Module string
	// Doc is Markdown; its indented transcripts are run as tests.
	Doc string
	// Summary is the first line of help, a sentence fragment without a full stop.
	Summary string
	// Effect is what a command does to an engine.
	Effect engine.Effect
	// Command is set for commands.
	Command CommandFunc
	// Core marks functions that the compiler itself implements.
	Core bool
	// One of these implements a function. Fn0 to Fn3 take that many scalars and are called directly; Call takes anything.
	Fn0  func(vm *VM) value.Value
	Fn1  func(vm *VM, a value.Value) value.Value
	Fn2  func(vm *VM, a, b value.Value) value.Value
	Fn3  func(vm *VM, a, b, c value.Value) value.Value
	Call Native
	// Topics marks functions that run their block with $_ as each operand of their list, which the block may change: they get the
	// variables themselves (KCell values) where it does.
	Topics bool
	// Jumps marks functions that may leave a loop around their call, see Call.Last.
	Jumps bool
	// Default marks functions that `use Module` imports without being asked; Tags are the lists (":all") it is in.
	Default bool
	Tags    []string
}

// CommandFunc runs a command whose arguments matched.
type CommandFunc func(c *CommandCall) (value.Value, error)

// A Registry holds entries. It is built once and then only read, so several VMs may share it.
type Registry struct {
	commands  map[string]*command  // by head word, in capitals
	functions map[string]*function // core functions by name
	modules   map[string]*Module
	entries   []*Entry
	texts     func(path string) (text string, ok bool) // modules written in the language; nil for none
}

type command struct {
	head    string
	entries []*Entry
	usage   *usage.Command
}

type function struct {
	entry *Entry
	once  sync.Once
	usage *usage.Function
}

// A Module is a built-in module: functions of the registry, and Setup for whatever else it defines.
type Module struct {
	Name string
	// Version becomes the package's $VERSION; "" for none.
	Version string
	// Load returns the module's entries when they are first needed; nil when all were added.
	Load func() []*Entry
	// Setup runs at the first use of the module in a VM; nil for none.
	Setup func(vm *VM)
	// Import replaces the ordinary import of names; nil for the ordinary one. pkg is the importing package.
	Import func(vm *VM, pkg string, args []value.Value) error
	once   sync.Once
	funcs  []string
	table  map[string]*function
}

// add makes a function known to its module.
func (m *Module) add(e *Entry) {
	name := e.Name()
	m.funcs = append(m.funcs, name)
	m.table[name] = &function{entry: e}
}

// load makes sure that the module's entries are there.
func (m *Module) load() *Module {
	m.once.Do(func() {
		if m.Load == nil {
			return
		}
		for _, e := range m.Load() {
			e.Module = m.Name
			m.add(e)
		}
	})
	return m
}

// NewRegistry returns a registry of the given entries.
func NewRegistry() *Registry {
	return &Registry{commands: map[string]*command{}, functions: map[string]*function{}, modules: map[string]*Module{}}
}

// Add puts entries into the registry. The syntax of a usage line is looked at when its word is first used.
func (r *Registry) Add(entries ...*Entry) {
	for _, e := range entries {
		r.entries = append(r.entries, e)
		word := e.Name()
		if e.Command != nil {
			r.addCommand(e)
			continue
		}
		if e.Module != "" {
			r.Module(e.Module).add(e)
			continue
		}
		r.functions[word] = &function{entry: e}
	}
}

// addCommand puts a command under every spelling of its head word.
func (r *Registry) addCommand(e *Entry) {
	heads := usage.Heads(e.Usage)
	c := r.commands[heads[0]]
	if c == nil {
		c = &command{head: heads[0]}
	}
	c.entries, c.usage = append(c.entries, e), nil
	for _, h := range heads {
		r.commands[h] = c
	}
}

// Module returns the named built-in module, made if need be.
func (r *Registry) Module(name string) *Module {
	m := r.modules[name]
	if m == nil {
		m = &Module{Name: name, table: map[string]*function{}}
		r.modules[name] = m
	}
	return m
}

// Name returns the first word of the usage.
func (e *Entry) Name() string {
	word, _, _ := strings.Cut(e.Usage, " ")
	word, _, _ = strings.Cut(word, "\n")
	word, _, _ = strings.Cut(word, "(")
	if e.Command != nil {
		return strings.ToUpper(word)
	}
	return word
}

// Entries returns all entries, functions by name after commands by name.
func (r *Registry) Entries() []*Entry {
	out := append([]*Entry(nil), r.entries...)
	for _, m := range r.modules {
		if m.Load != nil {
			for _, f := range m.load().table {
				out = append(out, f.entry)
			}
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		if a, b := out[i].Command != nil, out[j].Command != nil; a != b {
			return a
		}
		return out[i].Usage < out[j].Usage
	})
	return out
}

// Command returns the usage of a command by its head word in any letter case, nil if there is none.
func (r *Registry) Command(head string) *usage.Command {
	c := r.command(head)
	if c == nil {
		return nil
	}
	return c.usage
}

func (r *Registry) command(head string) *command {
	c := r.commands[strings.ToUpper(head)]
	if c != nil && c.usage == nil {
		c.read()
	}
	return c
}

// read compiles the usage lines of a head word; a mistake in them is a mistake in the program.
func (c *command) read() {
	lines := make([]*usage.Line, len(c.entries))
	for i, e := range c.entries {
		line, err := usage.ParseLine(e.Usage)
		if err != nil {
			panic(err)
		}
		lines[i] = line
	}
	u, err := usage.NewCommand(lines...)
	if err != nil {
		panic(err)
	}
	c.usage = u
}

// find returns the function of a name, qualified for a module's; nil if there is none.
func (r *Registry) find(name string) *function {
	i := strings.LastIndex(name, "::")
	if i < 0 {
		return r.functions[name]
	}
	if m := r.modules[name[:i]]; m != nil {
		return m.load().table[name[i+2:]]
	}
	return nil
}

// Function returns the notation of a core function, nil if there is none of that name.
func (r *Registry) Function(name string) *usage.Function {
	f := r.functions[name]
	if f == nil {
		return nil
	}
	return f.notation()
}

func (f *function) notation() *usage.Function {
	f.once.Do(func() {
		u, err := usage.ParseFunction(f.entry.Usage)
		if err != nil {
			panic(err)
		}
		if f.entry.Module != "" {
			u.Name = f.entry.Module + "::" + u.Name
		}
		f.usage = u
	})
	return f.usage
}

// Exports returns what `use Module LIST` imports: the default functions when names is nil, else the named ones and the members
// of tags. It is nil when the module is not built in.
func (r *Registry) Exports(module string, names []string) map[string]*usage.Function {
	m := r.modules[module]
	if m == nil {
		return nil
	}
	out := map[string]*usage.Function{}
	for _, name := range m.load().funcs {
		f := m.table[name]
		// A module with an import of its own may understand its list as it likes: `use Test::More tests => 3`.
		if f.entry.imports(name, names) || m.Import != nil && f.entry.Default {
			out[name] = f.notation()
		}
	}
	return out
}

func (e *Entry) imports(name string, names []string) bool {
	if names == nil {
		return e.Default
	}
	for _, n := range names {
		if strings.TrimPrefix(n, "&") == name || isHeader(n) && e.Default {
			return true
		}
		if tag, ok := strings.CutPrefix(n, ":"); ok {
			for _, t := range e.Tags {
				if t == tag {
					return true
				}
			}
			if tag == "DEFAULT" && e.Default || tag == "all" || tag == "ALL" {
				return true
			}
		}
	}
	return false
}

// isHeader tells the tags that are named after a header of C, such as math_h, which POSIX also takes without a colon. All that
// is imported by default comes with each of them.
func isHeader(name string) bool { return strings.HasSuffix(name, "_h") }

// A Call is one call of a native function.
type Call struct {
	VM    *VM
	Args  []value.Value
	Want  Want
	site  *site
	code  *value.Code
	base  int
	empty bool
	fn    *tree.Func // the call in the source, nil for a call through a reference
}

// Arg returns argument i, undef if it is missing.
func (c *Call) Arg(i int) value.Value {
	if i < len(c.Args) {
		return c.Args[i]
	}
	return value.Undef
}

// Return gives a list of results. In scalar context the last one counts.
func (c *Call) Return(list ...value.Value) value.Value {
	if c.Want == WantList {
		c.empty = true
		c.VM.stack = append(c.VM.stack, list...)
		return value.Undef
	}
	if len(list) == 0 {
		return value.Undef
	}
	return list[len(list)-1]
}

// Nothing returns the empty list, or undef in scalar context.
func (c *Call) Nothing() value.Value { return c.Return() }

// Die ends the call with an error message to which the place of the call is added, unless it ends with a line feed.
func (c *Call) Die(format string, args ...any) {
	if strings.HasSuffix(format, "\n") {
		panic(c.VM.dieValue(c.site, value.Wide(fmt.Sprintf(format, args...))))
	}
	panic(c.VM.dief(c.site, format, args...))
}

// Warn writes a warning with the place of the call.
func (c *Call) Warn(format string, args ...any) { c.VM.warnf(c.site, format, args...) }

// Site returns file and line of the call.
func (c *Call) Site() (file string, line int) {
	if c.site == nil {
		return c.VM.scriptName, 0
	}
	return c.site.name(), c.site.line
}

// Package returns the package the call stands in.
func (c *Call) Package() string {
	if c.site == nil {
		return "main"
	}
	return c.site.pkg
}
