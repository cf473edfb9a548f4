package runtime

// This file defines sprintf with a constant format of simple conversions. Values that need more than digits or bytes written
// down (objects, wide text, text for a number) go the general way, which knows everything.

import (
	"math"
	"strconv"
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// A formatPart is literal text and the conversion behind it.
type formatPart struct {
	text       string
	verb       byte // 0 behind the last text
	left, zero bool
	width      int
	prec       int // -1 without
}

// sprintfFixed compiles sprintf with a simple constant format; nil when x is something else.
func (c *compiler) sprintfFixed(x *tree.Func) evalFn {
	if len(x.Args) == 0 || c.vm.config.Plain || c.vm.weighs {
		return nil
	}
	s, ok := x.Args[0].(*tree.Str)
	if !ok || s.Wide || hasHigh(s.Value) {
		return nil
	}
	parts, n := parseFormat(s.Value)
	if parts == nil || n != len(x.Args)-1 {
		return nil
	}
	args := make([]evalFn, n)
	for i, a := range x.Args[1:] {
		if !isSingle(a) {
			return nil
		}
		args[i] = c.scalar(a)
	}
	code, _ := c.nativeCallee(x)
	format, at := value.Text(s.Value, s.Wide), c.site(x)
	return func(vm *VM, fr *Frame) value.Value {
		base, start := len(vm.stack), len(vm.buf)
		vm.stack = append(vm.stack, format)
		for _, a := range args {
			v := a(vm, fr)
			vm.stack = append(vm.stack, plain(v))
		}
		b, ok := appendFormat(vm.buf, parts, vm.stack[base+1:])
		vm.buf = b[:start]
		if ok {
			v := value.Str(string(b[start:]))
			vm.stack = vm.stack[:base]
			return v
		}
		call := Call{VM: vm, Args: vm.stack[base:len(vm.stack):len(vm.stack)], Want: WantScalar, site: at, base: len(vm.stack), fn: x}
		vm.at = at
		v := code(&call)
		vm.stack = vm.stack[:base]
		return v
	}
}

// parseFormat takes a format apart; nil when it has more than %s %d %i %u %x %X %o %f %e with flags, width and precision.
func parseFormat(f string) (parts []formatPart, args int) {
	text := ""
	for {
		i := strings.IndexByte(f, '%')
		if i < 0 || i == len(f)-1 {
			if i >= 0 {
				return nil, 0
			}
			return append(parts, formatPart{text: text + f}), args
		}
		text, f = text+f[:i], f[i+1:]
		if f[0] == '%' {
			text, f = text+"%", f[1:]
			continue
		}
		p := formatPart{text: text, prec: -1}
		for len(f) > 0 && (f[0] == '-' || f[0] == '0') {
			p.left, p.zero = p.left || f[0] == '-', p.zero || f[0] == '0'
			f = f[1:]
		}
		p.width, f = leadingNumber(f)
		if len(f) > 0 && f[0] == '.' {
			p.prec, f = leadingNumber(f[1:])
		}
		if len(f) == 0 || strings.IndexByte("sdiuxXofe", f[0]) < 0 || p.width > 1000 || p.prec > 100 {
			return nil, 0
		}
		p.verb, f, text = f[0], f[1:], ""
		if isInteger := strings.IndexByte("diuxXo", p.verb) >= 0; isInteger && p.prec >= 0 || p.verb == 's' && p.zero {
			return nil, 0
		}
		parts, args = append(parts, p), args+1
	}
}

func leadingNumber(s string) (n int, rest string) {
	for len(s) > 0 && s[0]-'0' < 10 && n < 1<<20 {
		n, s = 10*n+int(s[0]-'0'), s[1:]
	}
	return n, s
}

// appendFormat writes the parts with their arguments; ok is false, and what was written worthless, when one is not simple.
func appendFormat(b []byte, parts []formatPart, args []value.Value) (out []byte, ok bool) {
	for i := range parts {
		p := &parts[i]
		b = append(b, p.text...)
		if p.verb == 0 {
			break
		}
		start := len(b)
		if b, ok = p.appendValue(b, args[i]); !ok {
			return b, false
		}
		if n := p.width - (len(b) - start); n > 0 {
			b = p.pad(b, start, n)
		}
	}
	return b, true
}

func (p *formatPart) appendValue(b []byte, v value.Value) ([]byte, bool) {
	switch p.verb {
	case 's':
		start := len(b)
		switch {
		case v.IsBytes():
			b = append(b, v.S()...)
		case v.IsNumber():
			b = v.AppendTo(b)
		default:
			return b, false
		}
		if p.prec >= 0 && len(b)-start > p.prec {
			b = b[:start+p.prec]
		}
		return b, true
	case 'f', 'e':
		f, ok := exactly(v)
		if !ok || math.IsInf(f, 0) || f != f {
			return b, false
		}
		prec := p.prec
		if prec < 0 {
			prec = 6
		}
		return strconv.AppendFloat(b, f, p.verb, prec, 64), true
	}
	n := v.I()
	if v.IsFloat() && math.Abs(v.F()) < 1<<62 {
		n = int64(v.F())
	} else if !v.IsInt() {
		return b, false
	}
	switch p.verb {
	case 'd', 'i':
		return strconv.AppendInt(b, n, 10), true
	case 'u':
		return strconv.AppendInt(b, n, 10), n >= 0
	case 'o':
		return strconv.AppendInt(b, n, 8), n >= 0
	case 'x':
		return strconv.AppendInt(b, n, 16), n >= 0
	}
	start := len(b)
	b = strconv.AppendInt(b, n, 16)
	for i := start; i < len(b); i++ {
		if b[i] >= 'a' {
			b[i] -= 'a' - 'A'
		}
	}
	return b, n >= 0
}

// pad puts n blanks or zeros where the flags say; the conversion begins at start.
func (p *formatPart) pad(b []byte, start, n int) []byte {
	fill := byte(' ')
	if p.zero && !p.left {
		fill = '0'
		if start < len(b) && (b[start] == '-' || b[start] == '+') {
			start++
		}
	}
	end := len(b)
	for range n {
		b = append(b, fill)
	}
	if !p.left {
		copy(b[start+n:], b[start:end])
		for i := range n {
			b[start+i] = fill
		}
	}
	return b
}
