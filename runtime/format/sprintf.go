package format

// This file defines Sprintf: the reading of a format and the dispatch to the conversions.

import (
	"strings"
	"unicode/utf8"

	"github.com/smrscript/smrscript/runtime/value"
)

// maxWidth bounds widths and precisions.
const maxWidth = 1_000_000_000

// Sprintf returns args formatted by format. Conversions that do not exist are printed as they are, missing arguments
// count as empty; both warn through opt.
func Sprintf(format value.Value, args []value.Value, opt Options) (value.Value, error) {
	if opt.Func == "" {
		opt.Func = "sprintf"
	}
	f := opt.text(format)
	p := printer{out: make([]byte, 0, len(f.S())+8*len(args)+8), args: args, opt: opt}
	p.wide, p.formatWide = f.IsWide(), f.IsWide()
	if err := p.run(f.S()); err != nil {
		return value.Undef, err
	}
	if p.wide {
		return value.Wide(value.Bytes(p.out).S()), nil
	}
	return value.Bytes(p.out), nil
}

type printer struct {
	out        []byte
	wide       bool // out is UTF-8 rather than bytes
	formatWide bool
	args       []value.Value
	next       int  // the next argument
	explicit   bool // an argument was named by its number, or a conversion failed: no word about redundant ones
	missing    bool // the conversion at hand lacks an argument
	opt        Options
}

// A spec is one conversion: %[index$][flags][vector][width][.precision][size]verb.
type spec struct {
	arg     int // explicit argument number, 0 for the next
	plus    byte
	left    bool
	zero    bool
	alt     bool
	vector  bool
	sep     value.Value // between the numbers of a vector
	width   int
	prec    int
	hasPrec bool
	size    byte // 'h', 'H' for hh, 'l' for every 64-bit one
	verb    byte
}

func (p *printer) run(f string) error {
	for {
		i := strings.IndexByte(f, '%')
		if i < 0 {
			break
		}
		p.literal(f[:i])
		f = f[i:]
		if len(f) > 1 && f[1] == '%' {
			p.out = append(p.out, '%')
			f = f[2:]
			continue
		}
		n, err := p.conversion(f)
		if err != nil {
			return err
		}
		if err := p.opt.check(len(p.out)); err != nil {
			return err
		}
		f = f[n:]
	}
	p.literal(f)
	if p.next < len(p.args) && !p.explicit {
		p.opt.warn("redundant", "Redundant argument in %s", p.opt.Func)
	}
	return nil
}

// literal appends a piece of the format.
func (p *printer) literal(s string) { p.appendText(s, p.formatWide) }

// appendText appends characters given as UTF-8 (wide) or bytes.
func (p *printer) appendText(s string, wide bool) {
	if wide == p.wide {
		p.out = append(p.out, s...)
		return
	}
	if wide {
		p.out = upgrade(nil, string(p.out))
		p.wide = true
		p.out = append(p.out, s...)
		return
	}
	p.out = upgrade(p.out, s)
}

// upgrade appends the bytes of s as characters in UTF-8.
func upgrade(dst []byte, s string) []byte {
	for i := range len(s) {
		dst = utf8.AppendRune(dst, rune(s[i]))
	}
	return dst
}

// conversion carries out the conversion at the start of f and returns its length.
func (p *printer) conversion(f string) (int, error) {
	if len(f) > 1 { // the two most frequent ones need no reading
		switch f[1] {
		case 's':
			v := p.opt.text(p.argument(0))
			p.appendText(v.S(), v.IsWide())
			p.warnMissing()
			return 2, nil
		case 'd':
			if p.next < len(p.args) && p.args[p.next].IsInt() {
				p.out = p.args[p.next].AppendTo(p.out)
				p.next++
				return 2, nil
			}
		}
	}
	r := reader{p: p, f: f, i: 1}
	saved := p.next
	ok, err := r.read()
	if err != nil {
		return 0, err
	}
	if ok {
		if ok, err = p.convert(&r.spec); err != nil {
			return 0, err
		}
	}
	if !ok {
		p.next, p.missing = saved, false
		p.invalid(f[:r.i])
	}
	p.warnMissing()
	return r.i, nil
}

// warnMissing warns once for each conversion.
func (p *printer) warnMissing() {
	if p.missing {
		p.missing = false
		p.opt.warn("missing", "Missing argument in %s", p.opt.Func)
	}
}

// invalid prints the conversion s, which does not exist, as it is.
func (p *printer) invalid(s string) {
	p.explicit = true
	p.literal(s)
	if p.opt.Warn == nil {
		return
	}
	if len(s) == 1 {
		p.opt.warn("printf", "Invalid conversion in %s: end of string", p.opt.Func)
		return
	}
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c >= ' ' && c < 0x7F {
			b.WriteByte(c)
		} else {
			b.Write([]byte{'\\', '0' + c>>6, '0' + c>>3&7, '0' + c&7})
		}
	}
	p.opt.warn("printf", "Invalid conversion in %s: \"%s\"", p.opt.Func, b.String())
}

// argument returns argument number ix, counted from 1, or the next one for 0.
func (p *printer) argument(ix int) value.Value {
	if ix == 0 {
		p.next++
		ix = p.next
	}
	if ix > len(p.args) {
		p.missing = true
		return value.No
	}
	p.opt.current = ix
	return p.args[ix-1].Load()
}
