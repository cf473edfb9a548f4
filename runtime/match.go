package runtime

// This file defines the state of pattern matching: compiled patterns, the last match with its captures, pos().

import (
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/regex"
	"github.com/smrscript/smrscript/runtime/value"
)

// lastMatch is what the capture variables show: the last successful match of the running sub.
type lastMatch struct {
	re         *regex.Regexp
	subject    string
	wide       bool
	caps       []int
	lastParen  int
	lastClosed int
	depth      int // of the sub that the match was made in
}

// matchState is the VM's share of matching.
type matchState struct {
	last   *lastMatch
	loop   *lastMatch // what was last before the innermost loop that matches
	state  regex.State
	cache  map[patternKey]*regex.Regexp
	pos    map[*value.Value]int
	latest *regex.Regexp  // the last pattern that matched, for the empty pattern
	from   int            // where \G of the next substitution stands
	codes  []*value.Code  // the code of patterns
	result value.Value    // of the last code that a pattern ran
	free   *lastMatch     // one that is no longer shown, to be used again
	resets map[string]int // by package: how often reset has made its m?? match anew
}

// ResetMatches makes the m?? of a package match once more.
func (vm *VM) ResetMatches(pkg string) {
	if vm.match.resets == nil {
		vm.match.resets = map[string]int{}
	}
	vm.match.resets[pkg]++
}

// leaveMatch goes back to the match that the caller of a sub sees.
func (vm *VM) leaveMatch(outer *lastMatch) {
	if vm.match.last != outer {
		vm.match.free, vm.match.last = vm.match.last, outer
	}
}

type patternKey struct {
	text  string
	flags regex.Flags
}

const maxPatterns = 1000

// compilePattern returns the compiled form of a pattern, from the cache if it was seen before.
func (vm *VM) compilePattern(text string, flags regex.Flags, at *site) *regex.Regexp {
	k := patternKey{text, flags}
	if re := vm.match.cache[k]; re != nil {
		return re
	}
	re, err := regex.Compile(text, flags)
	if err != nil {
		panic(vm.dief(at, "%s", err.Error()))
	}
	if vm.match.cache == nil || len(vm.match.cache) >= maxPatterns {
		vm.match.cache = map[patternKey]*regex.Regexp{}
	}
	vm.match.cache[k] = re
	return re
}

// patternFlags reads the modifiers that belong to the pattern itself.
func patternFlags(s string) regex.Flags {
	var f regex.Flags
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case 'i':
			f |= regex.I
		case 'm':
			f |= regex.M
		case 's':
			f |= regex.S
		case 'x':
			if f&regex.X != 0 {
				f |= regex.XX
			}
			f |= regex.X
		case 'n':
			f |= regex.N
		case 'a':
			if f&regex.A != 0 {
				f |= regex.AA
			}
			f |= regex.A
		case 'u':
			f |= regex.U
		}
	}
	return f
}

// regexFn yields a compiled pattern.
type regexFn func(vm *VM, fr *Frame) *regex.Regexp

// pattern compiles the pattern of a match. A constant one is compiled once, at its first use.
func (c *compiler) pattern(x tree.Expr, flagText string, at *site) regexFn {
	flags := patternFlags(flagText)
	if c.prag.unicode && flags&(regex.A|regex.AA) == 0 && !strings.Contains(flagText, "d") {
		flags |= regex.U
	}
	if s, ok := x.(*tree.Str); ok {
		var re *regex.Regexp
		text, f := s.Value, flags
		if s.Wide {
			f |= regex.UTF8
		}
		empty := text == "" && !c.inQR
		return func(vm *VM, fr *Frame) *regex.Regexp {
			if re == nil {
				re = vm.compilePattern(text, f, at)
			}
			if empty && vm.match.latest != nil {
				return vm.match.latest
			}
			return re
		}
	}
	f := c.patternText(x)
	var lastText string
	var lastWide bool
	var last *regex.Regexp
	once := strings.Contains(flagText, "o")
	return func(vm *VM, fr *Frame) *regex.Regexp {
		if once && last != nil {
			return last
		}
		v := f(vm, fr)
		if v.Kind() == value.KRegexRef && flags&^regex.U == 0 {
			return vm.program(v.Regex(), at)
		}
		t := v.ToStr()
		if last != nil && t.S() == lastText && t.IsWide() == lastWide {
			return last
		}
		fl := flags
		if t.IsWide() {
			fl |= regex.UTF8
		}
		last, lastText, lastWide = vm.compilePattern(t.S(), fl, at), strings.Clone(t.S()), t.IsWide()
		vm.warnPattern(last, at)
		return last
	}
}

// program returns the compiled pattern of a qr object.
func (vm *VM) program(r *value.Regex, at *site) *regex.Regexp {
	if re, ok := r.Program.(*regex.Regexp); ok {
		return re
	}
	var fl regex.Flags
	if r.Source.IsWide() {
		fl = regex.UTF8
	}
	return vm.compilePattern(r.Source.S(), fl, at)
}

// patternText compiles the text of an interpolated pattern. A pattern that is a single qr object stays one.
func (c *compiler) patternText(x tree.Expr) evalFn {
	in, ok := x.(*tree.Interp)
	if !ok {
		f := c.scalar(x)
		return func(vm *VM, fr *Frame) value.Value { return vm.asPattern(f(vm, fr)) }
	}
	if len(in.Parts) == 1 {
		f := c.patternPart(in.Parts[0], true)
		return func(vm *VM, fr *Frame) value.Value { return vm.asPattern(f(vm, fr)) }
	}
	parts, open := make([]evalFn, len(in.Parts)), 0
	for _, p := range in.Parts {
		if !isFixed(p) {
			open++
		}
	}
	for i, p := range in.Parts {
		if j, ok := p.(*tree.JoinArray); ok {
			parts[i] = c.joinArray(j)
			continue
		}
		parts[i] = c.patternPart(p, open == 1)
	}
	return func(vm *VM, fr *Frame) value.Value {
		var t textBuilder
		for _, p := range parts {
			t.add(vm.asPattern(p(vm, fr)).ToStr())
		}
		return t.value()
	}
}

// asPattern lets an object that overloads qr give its pattern.
func (vm *VM) asPattern(v value.Value) value.Value {
	if v.Kind() == value.KScalarRef && v.Cell().Get().Kind() == value.KRegexRef {
		return v.Cell().Get()
	}
	if w, ok := vm.overloadDeref(v, "qr"); ok {
		return w
	}
	return v
}

// find runs a match and, if it succeeds, makes it the last match. The text is shared with the subject.
func (vm *VM) find(re *regex.Regexp, subject value.Value, pos, minLen int, at *site) bool {
	return vm.findFrom(re, subject, pos, pos, minLen, at)
}

// findFrom is find with \G at a place of its own.
func (vm *VM) findFrom(re *regex.Regexp, subject value.Value, pos, g, minLen int, at *site) bool {
	s := subject.S()
	st := &vm.match.state
	st.G, st.MinLen = g, minLen
	if len(vm.match.codes) > 0 {
		st.Coder = &coder{vm, at}
	}
	ok, err := re.Match(st, s, subject.IsWide(), pos)
	if err != nil {
		if vm.ending() {
			vm.look()
		}
		panic(vm.dief(at, "%s", err.Error()))
	}
	if !ok {
		return false
	}
	m := vm.match.last
	if m == nil || m.depth != vm.depth { // what the caller matched must not be overwritten
		if m = vm.match.free; m == nil {
			m = &lastMatch{}
		}
		vm.match.free = nil
		m.depth = vm.depth
		vm.match.last = m
	}
	m.re, m.subject, m.wide = re, s, subject.IsWide()
	m.caps = append(m.caps[:0], st.Caps...)
	m.lastParen, m.lastClosed = st.LastParen, st.LastClosed
	vm.match.latest = re
	return true
}

// capture returns group n of the last match.
func (m *lastMatch) capture(n int) value.Value {
	if m == nil || 2*n+1 >= len(m.caps) || m.caps[2*n] < 0 {
		return value.Undef
	}
	return value.Text(m.subject[m.caps[2*n]:m.caps[2*n+1]], m.wide)
}

// offset converts a byte offset of the match to characters.
func (m *lastMatch) offset(n int) value.Value {
	if n < 0 {
		return value.Undef
	}
	if m.wide {
		return value.Int(int64(value.Length(value.Wide(m.subject[:n]))))
	}
	return value.Int(int64(n))
}

// getPos is pos(): where the last m//g on a variable left off, in characters.
func (vm *VM) getPos(s *value.Scalar) value.Value {
	p := posKey(s)
	n, ok := vm.match.pos[p]
	if !ok || !p.Marked() {
		return value.Undef
	}
	m := lastMatch{subject: p.S(), wide: p.IsWide()}
	return m.offset(min(n&posMask, len(m.subject)))
}

// posKey returns the storage whose address stands for a variable.
func posKey(s *value.Scalar) *value.Value {
	if t, ok := s.Tie().(*slotTie); ok {
		return t.p
	}
	return s.Kept()
}

// A position is kept with a bit that says the match there was empty, so that the next one must not be.
const (
	posEmpty = 1 << 62
	posMask  = posEmpty - 1
)

// setPos stores where the next m//g on a variable begins.
func (vm *VM) setPos(p *value.Value, n int) {
	if vm.match.pos == nil {
		vm.match.pos = map[*value.Value]int{}
	}
	if len(vm.match.pos) > 4096 {
		for k := range vm.match.pos {
			if !k.Marked() {
				delete(vm.match.pos, k)
			}
		}
	}
	if !p.Marked() {
		*p = p.Mark()
	}
	vm.match.pos[p] = n
}

// startPos returns where a m//g on the variable begins, and whether an empty match is refused there.
func (vm *VM) startPos(p *value.Value) (pos, minLen int) {
	n, ok := vm.match.pos[p]
	if !ok || !p.Marked() {
		return 0, 0
	}
	if n&posEmpty != 0 {
		minLen = 1
	}
	return min(n&posMask, len(p.S())), minLen
}

// posTie is pos() as something to assign to.
type posTie struct {
	vm *VM
	s  *value.Scalar
}

func (t *posTie) Fetch() value.Value { return t.vm.getPos(t.s) }

func (t *posTie) Store(v value.Value) {
	p := posKey(t.s)
	if v.IsUndef() {
		delete(t.vm.match.pos, p)
		return
	}
	n := int(v.ToInt())
	text := p.ToStr()
	length := value.Length(text)
	if n < 0 {
		n = max(0, n+length)
	}
	off, _ := value.ByteOffset(text.S(), 0, int64(min(n, length)))
	if !text.IsWide() {
		off = min(n, length)
	}
	t.vm.setPos(p, off)
}
