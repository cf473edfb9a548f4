package runtime

// This file defines how the code of patterns, (?{...}) and (??{...}), is bound and run. The text of a pattern names code by
// its index in a table, so that it survives being put into other patterns.

import (
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/regex"
	"github.com/smrscript/smrscript/runtime/value"
)

// patternCode compiles code in a pattern to the text that names it. Matching uses the closure made last; a qr object must
// keep its own, which takes a new place in the table each time.
func (c *compiler) patternCode(x *tree.PatternCode) evalFn {
	closure := c.scalar(x.Code)
	id := len(c.vm.match.codes)
	c.vm.match.codes = append(c.vm.match.codes, nil)
	mark, postponed := value.Str(regex.CodeMark(id, x.Postponed)), x.Postponed
	isKept := c.inQR
	return func(vm *VM, fr *Frame) value.Value {
		code := closure(vm, fr).Code()
		if isKept && len(code.Caps) > 0 && vm.match.codes[id] != nil {
			vm.match.codes = append(vm.match.codes, code)
			return value.Str(regex.CodeMark(len(vm.match.codes)-1, postponed))
		}
		vm.match.codes[id] = code
		return mark
	}
}

// coder runs code for the matcher.
type coder struct {
	vm *VM
	at *site
}

// Run implements regex.Coder.
func (c *coder) Run(st *regex.State, id, pos int) bool {
	v := c.vm.runPatternCode(st, id, pos, c.at)
	c.vm.match.result = v
	return v.Truth()
}

// Pattern implements regex.Coder.
func (c *coder) Pattern(st *regex.State, id, pos int) (*regex.Regexp, error) {
	v := c.vm.asPattern(c.vm.runPatternCode(st, id, pos, c.at))
	if v.Kind() == value.KRegexRef {
		return c.vm.program(v.Regex(), c.at), nil
	}
	t := v.ToStr()
	var flags regex.Flags
	if t.IsWide() {
		flags = regex.UTF8
	}
	return c.vm.compilePattern(t.S(), flags, c.at), nil
}

// runPatternCode runs code in the middle of a match. The code sees the captures so far, the subject in $_ and the place in
// pos(), and may match itself.
func (vm *VM) runPatternCode(st *regex.State, id, pos int, at *site) value.Value {
	m := &vm.match
	if id >= len(m.codes) || m.codes[id] == nil {
		panic(vm.dief(at, "Eval-group not allowed at runtime, use re 'eval'"))
	}
	code, last, latest, state := m.codes[id], m.last, m.latest, m.state
	subject, isWide := st.Subject()
	show := &lastMatch{re: st.Running(), subject: subject, wide: isWide, depth: -1}
	show.caps, show.lastParen, show.lastClosed = st.Partial(pos)
	text := value.NewScalar(value.Text(subject, isWide))
	vm.setPos(&text.V, pos)
	topic := vm.topic.Scalar
	vm.saves = append(vm.saves, func() { vm.topic.Scalar = topic })
	mark := len(vm.saves) - 1
	vm.topic.Scalar, m.last, m.state = text, show, regex.State{}
	v := vm.Call(code, nil, at)
	vm.unwind(mark)
	delete(m.pos, &text.V)
	m.codes[id], m.last, m.latest, m.state = code, last, latest, state
	return v
}
