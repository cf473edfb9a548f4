package runtime

// This file defines split and tr///.

import (
	"slices"
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/regex"
	"github.com/smrscript/smrscript/runtime/value"
)

type program = *regex.Regexp

// splitList compiles split in list context.
func (c *compiler) splitList(x *tree.Func) listFn {
	at := c.site(x)
	text, limit := c.scalar(c.operand(x, 1)), constant(value.Int(0))
	if len(x.Args) > 2 {
		limit = c.scalar(x.Args[2])
	}
	if c.prag.warn {
		text = c.warnUndef(text, c.operand(x, 1), "split")
	}
	var sep tree.Expr = &tree.Str{Span: x.Span, Value: " "}
	if len(x.Args) > 0 {
		sep = x.Args[0]
	}
	if s, ok := sep.(*tree.Str); ok && s.Value == " " {
		return func(vm *VM, fr *Frame) { vm.splitWords(text(vm, fr).ToStr(), limit(vm, fr).ToInt()) }
	}
	var re regexFn
	var dynamic evalFn
	switch p := sep.(type) {
	case *tree.Match:
		flags := p.Flags
		if s, ok := p.Pattern.(*tree.Str); ok && s.Value == "^" && !strings.Contains(flags, "m") {
			flags += "m"
		}
		re = c.splitPattern(p.Pattern, flags, at)
	case *tree.Str:
		re = c.splitPattern(p, "", at)
	default:
		dynamic = c.scalar(sep)
	}
	return func(vm *VM, fr *Frame) {
		var prog program
		if dynamic != nil {
			d := vm.asPattern(dynamic(vm, fr))
			if d.IsString() && d.S() == " " {
				vm.splitWords(text(vm, fr).ToStr(), limit(vm, fr).ToInt())
				return
			}
			prog = vm.patternOf(d, at)
		} else {
			prog = re(vm, fr)
		}
		t := text(vm, fr).ToStr()
		vm.splitBy(prog, t, limit(vm, fr).ToInt(), at)
	}
}

// splitPattern is pattern without the rule that an empty pattern means the last one.
func (c *compiler) splitPattern(x tree.Expr, flags string, at *site) regexFn {
	if s, ok := x.(*tree.Str); ok && s.Value == "" {
		return func(vm *VM, fr *Frame) *regex.Regexp { return vm.compilePattern("(?:)", 0, at) }
	}
	return c.pattern(x, flags, at)
}

// patternOf compiles a pattern given at run time.
func (vm *VM) patternOf(v value.Value, at *site) *regex.Regexp {
	if v.Kind() == value.KRegexRef {
		return vm.program(v.Regex(), at)
	}
	t := v.ToStr()
	var fl regex.Flags
	if t.IsWide() {
		fl = regex.UTF8
	}
	return vm.compilePattern(t.S(), fl, at)
}

// splitWords is split ' ': fields between blanks, leading blanks ignored.
func (vm *VM) splitWords(t value.Value, limit int64) {
	if limit == 0 && !t.IsWide() {
		vm.stack = splitBytes(vm.stack, t.S())
		return
	}
	base := len(vm.stack)
	s, wide := t.S(), t.IsWide()
	i := 0
	for i < len(s) && isBlank(s[i]) {
		i++
	}
	for i < len(s) {
		if limit > 0 && int64(len(vm.stack)-base) == limit-1 {
			vm.stack = append(vm.stack, value.Text(s[i:], wide))
			return
		}
		j := i
		for j < len(s) && !isBlank(s[j]) {
			j++
		}
		vm.stack = append(vm.stack, value.Text(s[i:j], wide))
		if j == len(s) {
			return
		}
		for j < len(s) && isBlank(s[j]) {
			j++
		}
		if i = j; i == len(s) && limit != 0 {
			vm.stack = append(vm.stack, value.Str(""))
		}
	}
}

// splitBytes appends the words of a string of bytes.
func splitBytes(stack []value.Value, s string) []value.Value {
	i := 0
	for {
		for i < len(s) && s[i] <= ' ' && isBlank(s[i]) {
			i++
		}
		if i == len(s) {
			return stack
		}
		j := i + 1
		for j < len(s) && (s[j] > ' ' || !isBlank(s[j])) {
			j++
		}
		stack = append(stack, value.Str(s[i:j]))
		i = j
	}
}

func isBlank(c byte) bool { return c == ' ' || c-'\t' < 5 }

// splitBy pushes the fields between matches, and the captures of each separator. Trailing empty fields go when limit is 0.
func (vm *VM) splitBy(re *regex.Regexp, t value.Value, limit int64, at *site) {
	base := len(vm.stack)
	s, wide := t.S(), t.IsWide()
	if s == "" || vm.splitFast(re, t, limit) {
		return
	}
	saved := vm.match.last
	vm.match.last = &lastMatch{depth: vm.depth}
	latest := vm.match.latest
	pos, field, fields := 0, 0, int64(1)
	for field < len(s) && (limit <= 0 || fields < limit) {
		minLen := 0
		if !vm.find(re, t, pos, minLen, at) {
			break
		}
		m := vm.match.last
		from, to := m.caps[0], m.caps[1]
		if from == to {
			if from == field { // an empty match does not split where the field begins
				next, _ := value.ByteOffset(s, field, 1)
				if !wide {
					next = field + 1
				}
				if !vm.find(re, t, field, 1, at) {
					break
				}
				from, to = m.caps[0], m.caps[1]
				if from == to && from == field {
					pos = next
					continue
				}
			}
		}
		if to == 0 {
			break
		}
		if !(from == 0 && to == 0) {
			vm.stack = append(vm.stack, value.Text(s[field:from], wide))
			for n := 1; 2*n < len(m.caps); n++ {
				vm.stack = append(vm.stack, m.capture(n))
			}
			fields++
		}
		field, pos = to, to
		if vm.fuel--; vm.fuel < 0 {
			vm.look()
		}
	}
	vm.stack = append(vm.stack, value.Text(s[field:], wide))
	vm.match.last, vm.match.latest = saved, latest
	if limit == 0 {
		n := len(vm.stack)
		for n > base && (vm.stack[n-1].IsUndef() || vm.stack[n-1].IsString() && vm.stack[n-1].S() == "") {
			n--
		}
		vm.stack = vm.stack[:n]
	}
}

// A transTable is a compiled tr///.
type transTable struct {
	from, to                 []rune
	index                    map[rune]int // place in from, -1 twice never
	del, squeeze, complement bool
	bytes                    *[256]int16 // what each byte becomes, made when first needed; see shape_trans.go
	single                   *byteMap    // the same where each byte becomes one byte
}

// changesNothing tells whether the table only counts.
func (t *transTable) changesNothing() bool {
	return !t.del && !t.squeeze && (slices.Equal(t.from, t.to) || t.complement && len(t.to) == 0)
}

// transText compiles the text that tr/// only reads.
func (c *compiler) transText(x *tree.Trans, at *site) evalFn {
	f := c.subject(x.Target, at)
	if x.Target == nil || !at.warn {
		return f
	}
	return c.warnUndef(f, x.Target, "transliteration (tr///)")
}

// trans compiles tr///.
func (c *compiler) trans(x *tree.Trans) evalFn {
	c.checkRanges(x.From, c.site(x))
	c.checkRanges(x.To, c.site(x))
	table := newTransTable(x.From, x.To, x.Flags)
	at := c.site(x)
	if strings.Contains(x.Flags, "r") {
		text := c.transText(x, at)
		return func(vm *VM, fr *Frame) value.Value {
			out, _ := table.apply(text(vm, fr).ToStr())
			return out
		}
	}
	if table.readsOnly() {
		text := c.transText(x, at)
		return func(vm *VM, fr *Frame) value.Value {
			_, n := table.apply(text(vm, fr).ToStr())
			return value.Int(int64(n))
		}
	}
	cell := c.place(x.Target, at)
	negate, counts := x.Negate, table.changesNothing()
	return func(vm *VM, fr *Frame) value.Value {
		s := cell(vm, fr)
		if at.warn && s.Get().IsUndef() {
			vm.warnUninitialized("transliteration (tr///)", x.Target, at)
		}
		if s.IsTied() && !counts {
			vm.refuseReadOnly(s, at)
		}
		old := s.Get()
		out, n := table.apply(old.ToStr())
		if n > 0 && !counts {
			vm.set(s, out, at)
		}
		if negate {
			return value.Bool(n == 0)
		}
		return value.Int(int64(n))
	}
}

func newTransTable(from, to, flags string) *transTable {
	t := &transTable{del: strings.Contains(flags, "d"), squeeze: strings.Contains(flags, "s"), complement: strings.Contains(flags, "c"), index: map[rune]int{}}
	t.from, t.to = expandRanges(from), expandRanges(to)
	if len(t.to) == 0 && !t.del {
		if !t.complement {
			t.to = t.from
		}
	} else if len(t.to) < len(t.from) && !t.del && len(t.to) > 0 {
		last := t.to[len(t.to)-1]
		for len(t.to) < len(t.from) {
			t.to = append(t.to, last)
		}
	}
	for i, r := range t.from {
		if _, dup := t.index[r]; !dup {
			t.index[r] = i
		}
	}
	return t
}

// expandRanges writes out a-z.
func expandRanges(s string) []rune {
	in := []rune(s)
	var out []rune
	for i := 0; i < len(in); i++ {
		r := in[i]
		if r == '\\' && i+1 < len(in) && (in[i+1] == '-' || in[i+1] == '\\') {
			i++
			out = append(out, in[i])
			continue
		}
		if i+2 < len(in) && in[i+1] == '-' {
			for q := r; q <= in[i+2]; q++ {
				out = append(out, q)
			}
			i += 2
			continue
		}
		out = append(out, r)
	}
	return out
}

// readsOnly tells whether the table only counts.
func (t *transTable) readsOnly() bool {
	if t.del || t.squeeze {
		return false
	}
	if t.complement {
		return len(t.to) == 0
	}
	for i, r := range t.from {
		if t.to[i] != r {
			return false
		}
	}
	return true
}

// lookup tells what becomes of a character: hit is false when it stays as it is and is not counted.
func (t *transTable) lookup(r rune) (to rune, hit, deleted bool) {
	i, found := t.index[r]
	if t.complement {
		if found {
			return r, false, false
		}
		switch {
		case len(t.to) > 0 && !t.del:
			return t.to[len(t.to)-1], true, false
		case t.del:
			return 0, true, true
		}
		return r, true, false
	}
	if !found {
		return r, false, false
	}
	if i < len(t.to) {
		return t.to[i], true, false
	}
	return 0, true, true
}

// apply transliterates a text and counts the characters that were in the table.
func (t *transTable) apply(v value.Value) (value.Value, int) {
	wide := v.IsWide()
	if !wide {
		if out, n, ok := t.applyBytes(v); ok {
			return out, n
		}
	}
	n := 0
	var last rune = -1
	runes := make([]rune, 0, len(v.S()))
	each := func(r rune) {
		to, hit, deleted := t.lookup(r)
		if !hit {
			runes, last = append(runes, r), -1
			return
		}
		n++
		if deleted || t.squeeze && to == last {
			return
		}
		last = to
		runes = append(runes, to)
	}
	if wide {
		for _, r := range v.S() {
			each(r)
		}
	} else {
		for i := 0; i < len(v.S()); i++ {
			each(rune(v.S()[i]))
		}
	}
	if n == 0 {
		return v, 0
	}
	for _, r := range runes {
		if r > 0xFF {
			wide = true
		}
	}
	if wide {
		return value.Wide(string(runes)), n
	}
	b := make([]byte, len(runes))
	for i, r := range runes {
		b[i] = byte(r)
	}
	return value.Bytes(b), n
}
