package format

// This file defines Unpack: the walk through the template, positions, groups and checksums.

import (
	"math"
	"unicode/utf8"

	"github.com/smrscript/smrscript/runtime/value"
)

// Unpack returns the values that data holds by the template. Data that ends early gives fewer values. Errors are as
// for Pack.
func Unpack(tmpl, data value.Value, opt Options) ([]value.Value, error) {
	if opt.Func == "" {
		opt.Func = "unpack"
	}
	t := template{s: opt.text(tmpl).S(), fn: "unpack"}
	d := opt.text(data)
	u := unpacker{s: d.S(), isText: d.IsWide(), opt: &opt}
	if !u.isText && wantsText(t.s) {
		u.s, u.isText = string(upgrade(nil, u.s)), true
	}
	if t.skip(); t.peek() != 'U' {
		u.chars = u.isText
	}
	err := u.run(&t, &place{})
	return u.out, err
}

// wantsText tells whether a template begins with U or has a U0.
func wantsText(s string) bool {
	first := true
	t := template{s: s}
	for t.skip(); t.i < len(s); t.skip() {
		c := s[t.i]
		t.i++
		if c == 'U' && (first || t.peek() == '0') {
			return true
		}
		first = false
	}
	return false
}

type unpacker struct {
	s      string
	i      int
	isText bool // s is the UTF-8 form of characters
	chars  bool // a character of it counts as a byte (C0), rather than its UTF-8 bytes (U0)
	out    []value.Value
	opt    *Options
	sum    *checksum // set while values are added up instead of returned
	code   byte      // of the item at hand, for warnings
}

func (u *unpacker) push(v value.Value) {
	if u.sum != nil {
		u.sum.add(v)
		return
	}
	u.out = append(u.out, v)
}

func (u *unpacker) run(t *template, g *place) error {
	had := len(u.out)
	for {
		it, ok, err := t.next()
		if err != nil || !ok {
			return err
		}
		if it.code == '%' {
			bits := 16
			if it.how == number {
				bits = it.n
			}
			u.sum = &checksum{bits: bits}
			if it, ok, err = t.next(); err != nil || !ok {
				u.sum = nil
				return err
			}
			if err = u.item(t, &it, g); err != nil {
				return err
			}
			v := u.sum.value()
			u.sum = nil
			u.push(v)
			continue
		}
		beyond := u.i >= len(u.s)
		if err = u.item(t, &it, g); err != nil {
			return err
		}
		if it.slash {
			if len(u.out) == had { // the data has ended
				return nil
			}
			if err = u.counted(t, g, beyond); err != nil {
				return err
			}
		}
	}
}

// counted takes the value just read as the count of the next item; beyond tells that there was no data for it.
func (u *unpacker) counted(t *template, g *place, beyond bool) error {
	it, ok, err := t.next()
	switch {
	case err != nil:
		return err
	case !ok:
		return t.fail("Code missing after '/'")
	case it.how == number:
		return t.fail("Count after length/code")
	case beyond:
		return t.fail("length/code after end of string")
	}
	last := len(u.out) - 1
	n := u.opt.number(u.out[last]).ToInt()
	u.out = u.out[:last]
	it.how, it.n = number, int(min(max(n, 0), maxCount))
	return u.item(t, &it, g)
}

func (u *unpacker) item(t *template, it *item, g *place) error {
	u.code = it.code
	switch it.code {
	case '(':
		return u.group(t, it, g)
	case 'x', 'X', '@', '.':
		return u.move(t, it, g)
	case 'a', 'A', 'Z':
		u.unpackText(it)
		return nil
	case 'b', 'B', 'h', 'H':
		u.unpackDigits(it)
		return nil
	case 'u':
		u.unpackUU()
		return nil
	case 'w':
		return u.unpackBER(t, it)
	case '/':
		return t.fail("'/' must follow a numeric type")
	case 'p', 'P':
		return &UnsupportedError{"unpack", "the pointer type '" + string(it.code) + "'"}
	case 'U':
		if it.how == number && it.n == 0 {
			u.chars = false
			return nil
		}
		u.unpackRunes(it)
		return nil
	case 'W':
		u.unpackWide(it)
		return nil
	case 'C':
		if it.how == number && it.n == 0 {
			u.chars = u.isText
			return nil
		}
	}
	if it.size() == 0 {
		return t.fail("Invalid type '%c'", it.code)
	}
	u.unpackNumbers(it)
	return nil
}

func (u *unpacker) group(t *template, it *item, g *place) error {
	for n := 0; it.how == star && u.i < len(u.s) || it.how != star && n < it.n; n++ {
		sub := t.sub(it)
		before, had := u.i, len(u.out)
		if err := u.run(&sub, &place{u.i, g}); err != nil {
			return err
		}
		if u.i == before && (it.how == star || len(u.out) == had) {
			break // it would go on like this
		}
		if limit := 1<<20 + 8*len(u.s); len(u.out) > limit {
			return &TooLongError{"unpack", "number of values", limit}
		}
	}
	return nil
}

// rest returns the units left: characters in character mode, bytes otherwise.
func (u *unpacker) rest() int {
	if u.chars {
		return utf8.RuneCountInString(u.s[u.i:])
	}
	return len(u.s) - u.i
}

// total returns the units of all the data.
func (u *unpacker) total() int {
	if u.chars {
		return utf8.RuneCountInString(u.s)
	}
	return len(u.s)
}

// take returns the next n units as bytes, fewer if the data ends.
func (u *unpacker) take(n int) string {
	if !u.chars {
		n = min(n, len(u.s)-u.i)
		s := u.s[u.i : u.i+n]
		u.i += n
		return s
	}
	b := make([]byte, 0, min(n, len(u.s)-u.i))
	for ; n > 0 && u.i < len(u.s); n-- {
		r, size := utf8.DecodeRuneInString(u.s[u.i:])
		if r > 255 {
			u.opt.warn("unpack", "Character in '%c' format wrapped in unpack", u.code)
		}
		b = append(b, byte(r))
		u.i += size
	}
	return string(b)
}

// counts returns how many elements of size units the item asks for and the data has.
func (u *unpacker) counts(it *item, size int) int {
	n := (len(u.s) - u.i) / size
	if u.chars {
		n = u.rest() / size
	}
	if it.how == star {
		return n
	}
	return min(it.n, n)
}

// seek moves to n units behind byte offset start; ok is false if that is outside.
func (u *unpacker) seek(start, n int, bytes bool) bool {
	if n < 0 {
		return false
	}
	if u.chars && !bytes {
		at, ok := value.ByteOffset(u.s, start, int64(n))
		u.i = at
		return ok
	}
	if n > len(u.s)-start {
		return false
	}
	u.i = start + n
	return true
}

// at returns the units between byte offset start and here.
func (u *unpacker) at(start int, bytes bool) int {
	if u.chars && !bytes {
		if u.i < start {
			return -utf8.RuneCountInString(u.s[u.i:start])
		}
		return utf8.RuneCountInString(u.s[start:u.i])
	}
	return u.i - start
}

// move carries out x, X, @ and the period.
func (u *unpacker) move(t *template, it *item, g *place) error {
	n := it.n
	if it.how == star {
		n = 0
	}
	ok := true
	switch it.code {
	case 'x':
		if it.bang {
			here := u.at(0, false)
			n = align(here, n) - here
		} else if it.how == star {
			n = u.total()
		}
		ok = u.seek(u.i, n, false)
	case 'X':
		here := u.at(0, false)
		if it.bang {
			n = here % max(n, 1)
		} else if it.how == star {
			n = u.total()
		}
		ok = u.seek(0, here-n, false)
	case '@':
		ok = u.seek(g.start, n, it.bang)
	case '.':
		from := u.i
		if it.how == star {
			from = 0
		} else if n > 0 {
			from = g.outer(n - 1).start
		}
		u.push(value.Int(int64(u.at(from, it.bang))))
	}
	if !ok {
		return t.fail("'%c' outside of string", it.code)
	}
	return nil
}

// A checksum adds values up modulo 2**bits: as integers to 64 bits, as floats beyond.
type checksum struct {
	bits  int
	whole uint64
	float float64
	isF   bool
}

func (c *checksum) add(v value.Value) {
	if v.IsString() {
		for _, r := range v.UTF8() {
			c.add(value.Int(int64(r)))
		}
		return
	}
	if v.IsFloat() {
		c.isF = true
	}
	c.float += v.ToFloat()
	c.whole += v.ToUint()
}

func (c *checksum) value() value.Value {
	if !c.isF && c.bits <= 64 {
		if c.bits < 64 {
			c.whole &= 1<<uint(c.bits) - 1
		}
		return value.Uint(c.whole)
	}
	m := math.Ldexp(1, c.bits)
	f := c.float
	for f < 0 && !math.IsInf(m, 0) {
		f = math.Mod(f, m) + m
	}
	return value.Float(math.Mod(f, m))
}
