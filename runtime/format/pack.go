package format

// This file defines Pack: the walk through the template, positions and groups.

import (
	"unicode/utf8"

	"github.com/smrscript/smrscript/runtime/value"
)

// Pack returns args packed by the template. Missing arguments count as empty. Errors are *TemplateError, *TooLongError,
// *ConversionError and *UnsupportedError.
func Pack(tmpl value.Value, args []value.Value, opt Options) (value.Value, error) {
	if opt.Func == "" {
		opt.Func = "pack"
	}
	p := packer{args: args, opt: &opt}
	t := template{s: opt.text(tmpl).S(), fn: "pack"}
	if t.skip(); t.peek() == 'U' {
		p.isText = true // the result is characters, written as their UTF-8 bytes
	}
	if err := p.run(&t, &place{}); err != nil {
		return value.Undef, err
	}
	if p.isText {
		return textOf(p.out), nil
	}
	return value.Bytes(p.out), nil
}

// textOf returns UTF-8 as a string of characters. Bytes that are no UTF-8 stand for themselves.
func textOf(b []byte) value.Value {
	if utf8.Valid(b) {
		return value.Wide(string(b))
	}
	fixed := make([]byte, 0, len(b)+8)
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			r = rune(b[0])
		}
		fixed = utf8.AppendRune(fixed, r)
		b = b[n:]
	}
	return value.Wide(string(fixed))
}

type packer struct {
	out    []byte
	isText bool // out is the UTF-8 form of characters
	chars  bool // in such a text, a byte is written as the character with its number (C0) rather than as is (U0)
	args   []value.Value
	opt    *Options
}

// A place is where a group begins in the output or data; up is the group around it.
type place struct {
	start int
	up    *place
}

// outer returns the place n groups up; the outermost one for a large n.
func (g *place) outer(n int) *place {
	for ; n > 0 && g.up != nil; n-- {
		g = g.up
	}
	return g
}

func (p *packer) run(t *template, g *place) error {
	it, ok, err := t.next()
	for ok && err == nil {
		var following item
		if it.slash {
			if following, ok, err = t.next(); err != nil {
				return err
			} else if !ok {
				return t.fail("Code missing after '/'")
			}
			p.prependCount(&following)
		}
		if err = p.item(t, &it, g); err != nil {
			return err
		}
		if it.slash {
			it = following
			continue
		}
		it, ok, err = t.next()
	}
	return err
}

// prependCount fixes the repeat count of the item behind a slash and puts it in front of the arguments.
func (p *packer) prependCount(it *item) {
	n := len(p.args)
	switch {
	case it.code == 'a' || it.code == 'A' || it.code == 'Z':
		if it.how == number {
			n = it.n
			break
		}
		if n > 0 {
			n = value.Length(p.args[0])
		}
		if it.code == 'Z' {
			n++
		}
	case it.how == number && it.n < n:
		n = it.n
	}
	it.how, it.n = number, n
	p.args = append([]value.Value{value.Int(int64(n))}, p.args...)
}

// arg takes the next argument.
func (p *packer) arg() value.Value {
	if len(p.args) == 0 {
		return value.No
	}
	v := p.args[0].Load()
	p.args = p.args[1:]
	return v
}

func (p *packer) item(t *template, it *item, g *place) error {
	switch it.code {
	case '(':
		return p.group(t, it, g)
	case 'a', 'A', 'Z':
		return p.packText(it)
	case 'b', 'B':
		return p.packBits(it)
	case 'h', 'H':
		return p.packHex(it)
	case 'x', 'X', '@', '.':
		return p.move(t, it, g)
	case 'u':
		return p.packUU(it)
	case '%':
		return &TemplateError{"pack", "'%' may not be used in pack"}
	case 'p', 'P':
		return &UnsupportedError{"pack", "the pointer type '" + string(it.code) + "'"}
	case 'U', 'C':
		if it.how == number && it.n == 0 {
			p.setMode(it.code)
			return nil
		}
	}
	n := it.n
	if it.how == star {
		n = len(p.args)
	}
	if it.code == 'w' || it.size() > 0 {
		for ; n > 0; n-- {
			if err := p.packNumber(it, p.arg()); err != nil {
				return err
			}
		}
		return nil
	}
	return t.fail("Invalid type '%c'", it.code)
}

// setMode carries out C0 and U0.
func (p *packer) setMode(code byte) {
	if code == 'C' {
		p.chars = p.isText
		return
	}
	p.becomeText()
	p.chars = false
}

// becomeText turns the output so far into characters.
func (p *packer) becomeText() {
	if !p.isText {
		p.out = upgrade(nil, string(p.out))
		p.isText = true
	}
}

func (p *packer) group(t *template, it *item, g *place) error {
	n := it.n
	if it.how == star {
		n = len(p.args)
	}
	for ; n > 0; n-- {
		sub := t.sub(it)
		size, left := len(p.out), len(p.args)
		if err := p.run(&sub, &place{size, g}); err != nil {
			return err
		}
		if it.how == star && len(p.args) == 0 || len(p.out) == size && len(p.args) == left {
			break // it has come to its end, or would go on without effect
		}
		if err := p.opt.check(len(p.out)); err != nil {
			return err
		}
		if len(p.out) > maxPacked {
			return &TooLongError{"pack", "length of what groups give", maxPacked}
		}
	}
	return nil
}

// bytes appends bytes in the current mode.
func (p *packer) bytes(b ...byte) {
	if !p.chars {
		p.out = append(p.out, b...)
		return
	}
	for _, c := range b {
		p.out = utf8.AppendRune(p.out, rune(c))
	}
}

// zeros appends n zero bytes.
func (p *packer) zeros(n int) { p.pad(0, n) }

func (p *packer) pad(c byte, n int) {
	for ; n > 0; n-- {
		p.out = append(p.out, c)
	}
}

// length returns how many units lie behind start: characters in character mode, bytes otherwise.
func (p *packer) length(start int, bytes bool) int {
	if p.chars && !bytes {
		return utf8.RuneCount(p.out[start:])
	}
	return len(p.out) - start
}

// moveTo makes the output end n units behind start.
func (p *packer) moveTo(start, n int, bytes bool) error {
	if have := p.length(start, bytes); n >= have {
		if n-have > p.opt.most() {
			return &TooLongError{"pack", "position", p.opt.most()}
		}
		p.zeros(n - have)
		return nil
	}
	if p.chars && !bytes {
		n, _ = value.ByteOffset(string(p.out[start:]), 0, int64(n))
	}
	p.out = p.out[:start+n]
	return nil
}

// move carries out x, X, @ and the period.
func (p *packer) move(t *template, it *item, g *place) error {
	n := it.n
	if it.how == star {
		n = 0
	}
	switch it.code {
	case 'x':
		if it.bang {
			n = align(p.length(0, false), n) - p.length(0, false)
		}
		if n > p.opt.most() {
			return &TooLongError{"pack", "repeat count", p.opt.most()}
		}
		p.zeros(n)
		return nil
	case 'X':
		have := p.length(0, false)
		if it.bang {
			n = have % max(n, 1)
		}
		if n > have {
			return t.fail("'X' outside of string")
		}
		return p.moveTo(0, have-n, false)
	case '@':
		return p.moveTo(g.start, n, it.bang)
	}
	from := g
	switch {
	case it.how == star:
		from = g.outer(maxDepth)
	case n == 0:
		from = &place{start: len(p.out)}
	default:
		from = g.outer(n - 1)
	}
	offset := p.opt.number(p.arg()).ToInt()
	if offset < 0 {
		if offset += int64(p.length(0, it.bang) - p.length(from.start, it.bang)); offset < 0 {
			return t.fail("'.' outside of string")
		}
		from = &place{}
	}
	return p.moveTo(from.start, int(min(offset, maxWidth*2)), it.bang)
}
