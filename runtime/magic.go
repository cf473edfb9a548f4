package runtime

// This file defines the special variables: those whose value is computed when they are read.

import (
	"os"
	"strconv"

	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
)

// computed is a variable with code behind it.
type computed struct {
	vm  *VM
	get func() value.Value
	set func(v value.Value) // nil for a variable that cannot be written to
}

func (m *computed) Fetch() value.Value { return m.get() }

func (m *computed) Store(v value.Value) {
	if m.set == nil {
		m.vm.dieReadOnly()
	}
	m.set(v)
}

// magic gives a new glob its special behaviour, if its name has one.
func (vm *VM) magic(g *value.Glob) {
	if g.Package != "main" {
		return
	}
	tie := func(get func() value.Value, set func(v value.Value)) {
		g.Scalar = value.NewTied(&computed{vm, get, set})
	}
	switch g.Name {
	case "!":
		g.Scalar = value.NewTied(&vm.osErr)
		g.Hash = value.NewHash()
		g.Hash.Tie = &errnoHash{vm}
	case "&":
		tie(func() value.Value { return vm.match.last.capture(0) }, nil)
	case "`":
		tie(func() value.Value { return vm.around(true) }, nil)
	case "'":
		tie(func() value.Value { return vm.around(false) }, nil)
	case "+":
		tie(func() value.Value { return vm.lastGroup(func(m *lastMatch) int { return m.lastParen }) }, nil)
		g.Array = &value.Array{Tie: &offsets{vm, 1}}
	case "-":
		g.Array = &value.Array{Tie: &offsets{vm, 0}}
		g.Scalar.Set(value.Int(0)) // lines left on a page of write; so are the next four
	case "%":
		g.Scalar.Set(value.Int(0))
	case "=":
		g.Scalar.Set(value.Int(60))
	case "~":
		g.Scalar.Set(value.Str("STDOUT"))
	case "^":
		g.Scalar.Set(value.Str("STDOUT_TOP"))
	case "^MATCH":
		tie(func() value.Value { return vm.match.last.capture(0) }, nil)
	case "^PREMATCH":
		tie(func() value.Value { return vm.around(true) }, nil)
	case "^POSTMATCH":
		tie(func() value.Value { return vm.around(false) }, nil)
	case "^CAPTURE":
		g.Array = &value.Array{Tie: &captures{vm}}
	case "^N":
		tie(func() value.Value { return vm.lastGroup(func(m *lastMatch) int { return m.lastClosed }) }, nil)
	case "^R":
		tie(func() value.Value { return vm.match.result }, func(v value.Value) { vm.match.result = v })
	case ".":
		tie(vm.lineNumber, func(v value.Value) {
			if vm.lastRead != nil {
				vm.lastRead.SetLine(v.ToInt())
			}
		})
	case "|":
		tie(func() value.Value {
			h, _ := vm.selected.IO.(*handle.Handle)
			return boolInt(h != nil && h.Autoflush())
		}, func(v value.Value) {
			if h, _ := vm.selected.IO.(*handle.Handle); h != nil {
				h.SetAutoflush(v.Truth())
			}
		})
	case "$":
		tie(func() value.Value { return value.Int(int64(vm.own(os.Getpid))) }, func(value.Value) {})
	case "?":
		tie(func() value.Value { return value.Int(int64(vm.status)) }, func(v value.Value) { vm.status = int(v.ToInt()) })
	case "SIG":
		g.Hash = value.NewHash()
		g.Hash.Tie = &sigHash{vm: vm}
	case "^GLOBAL_PHASE":
		tie(func() value.Value { return value.Str(vm.phaseName()) }, nil)
	case "^S":
		tie(vm.evalState, nil)
	case "^T":
		g.Scalar.V = value.Int(vm.start.Unix())
	case "^W":
		g.Scalar.V = value.Int(0)
	case "^V":
		tie(vm.perlVersion, nil)
	case "]":
		g.Scalar.V = value.Str("5.036000")
	case "^O":
		g.Scalar.V = value.Str(osName)
	case "^X":
		exe, err := os.Executable()
		if err != nil || vm.config.Confined {
			exe = "smrscript"
		}
		g.Scalar.V = value.Str(exe)
	case ";":
		g.Scalar.V = value.Str("\x1c")
	case "\"":
		g.Scalar.V = value.Str(" ")
	case "/":
		g.Scalar.V = value.Str("\n")
	case "@":
		g.Scalar.V = value.Str("")
		vm.err = g
	case "<", ">":
		tie(func() value.Value { return value.Int(int64(vm.own(os.Getuid))) }, func(value.Value) {})
	case "(", ")":
		tie(func() value.Value {
			return value.Str(strconv.Itoa(vm.own(os.Getgid)) + " " + strconv.Itoa(vm.own(os.Getgid)))
		}, func(value.Value) {})
	default:
		if n, err := strconv.Atoi(g.Name); err == nil && n > 0 {
			tie(func() value.Value { return vm.match.last.capture(n) }, nil)
		}
	}
}

// own returns a number of the process, 1 to a script that is kept from it.
func (vm *VM) own(number func() int) int {
	if vm.config.Confined {
		return 1
	}
	return number()
}

func boolInt(b bool) value.Value {
	if b {
		return value.Int(1)
	}
	return value.Int(0)
}

// around is the text before or after the last match.
func (vm *VM) around(before bool) value.Value {
	m := vm.match.last
	if m == nil || len(m.caps) == 0 {
		return value.Undef
	}
	if before {
		return value.Text(m.subject[:m.caps[0]], m.wide)
	}
	return value.Text(m.subject[m.caps[1]:], m.wide)
}

func (vm *VM) lastGroup(which func(m *lastMatch) int) value.Value {
	m := vm.match.last
	if m == nil || which(m) == 0 {
		return value.Undef
	}
	return m.capture(which(m))
}

// lineNumber is $.
func (vm *VM) lineNumber() value.Value {
	if vm.lastRead == nil {
		return value.Undef
	}
	return value.Int(vm.lastRead.Line())
}

// captures are @{^CAPTURE}.
type captures struct{ vm *VM }

func (c *captures) Len() int {
	return max(0, (&offsets{vm: c.vm}).Len()-1) // without the last groups if they are not set
}

func (c *captures) Fetch(i int) value.Value { return c.vm.match.last.capture(i + 1) }

func (c *captures) Store(int, value.Value) {}
func (c *captures) Resize(int)             {}

// offsets are @- (side 0) and @+ (side 1).
type offsets struct {
	vm   *VM
	side int
}

func (o *offsets) Len() int {
	m := o.vm.match.last
	if m == nil {
		return 0
	}
	n := len(m.caps) / 2
	if o.side == 0 {
		for n > 0 && m.caps[2*n-2] < 0 {
			n--
		}
	}
	return n
}

func (o *offsets) Fetch(i int) value.Value {
	m := o.vm.match.last
	if m == nil || 2*i+o.side >= len(m.caps) {
		return value.Undef
	}
	return m.offset(m.caps[2*i+o.side])
}

func (o *offsets) Store(int, value.Value) {}
func (o *offsets) Resize(int)             {}

// namedCaptures is %+ (the first set group of each name) and %- (all groups of each name).
func (c *compiler) namedCaptures(name string) hashFn {
	all := name == "main::-"
	return func(vm *VM, fr *Frame) *value.Hash {
		h := value.NewHash()
		m := vm.match.last
		if m == nil || m.re == nil {
			return h
		}
		for _, n := range m.re.Names() {
			if n == "" || h.Exists(value.KeyString(n)) {
				continue
			}
			var groups []value.Value
			first := value.Undef
			for _, g := range m.re.Groups(n) {
				v := m.capture(g)
				groups = append(groups, v)
				if !first.Defined() {
					first = v
				}
			}
			if all {
				h.SetString(n, value.RefArray(value.NewArray(groups)))
			} else if first.Defined() {
				h.SetString(n, first)
			}
		}
		return h
	}
}

// errnoVar is $!: a number that reads as its message.
type errnoVar struct {
	code    int
	message string // for codes that are not the system's
}

func (e *errnoVar) text() string {
	if e.message != "" {
		return e.message
	}
	if e.code == 0 {
		return ""
	}
	return handle.Strerror(e.code)
}

func (e *errnoVar) Fetch() value.Value {
	return value.NewBox(&value.Dual{Num: value.Int(int64(e.code)), Str: value.Str(e.text()), Fail: e.code == 0})
}

func (e *errnoVar) Store(v value.Value) { e.code, e.message = int(v.ToInt()), "" }

// setErrno stores the reason of a failed system call in $!.
func (vm *VM) setErrno(err error) {
	code, message := handle.Errno(err)
	vm.osErr = errnoVar{code: code}
	if handle.Strerror(code) != message {
		vm.osErr.message = message
	}
}

// SetErrno is setErrno for functions outside this package.
func (vm *VM) SetErrno(err error) { vm.setErrno(err) }

// errnoHash is %!: whether $! is the error of that name.
type errnoHash struct{ vm *VM }

func (e *errnoHash) Fetch(key value.Value) value.Value {
	n, ok := handle.ErrnoNumber(key.String())
	if ok && n == e.vm.osErr.code {
		return value.Int(int64(n))
	}
	return value.Int(0)
}

func (e *errnoHash) Store(_, _ value.Value) {}
func (e *errnoHash) Exists(key value.Value) bool {
	_, ok := handle.ErrnoNumber(key.String())
	return ok
}
func (e *errnoHash) Delete(value.Value) value.Value { return value.Undef }
func (e *errnoHash) Clear()                         {}
func (e *errnoHash) Keys() []value.Value            { return nil }
