package module

// This file defines how JSON::PP writes values.

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// A jsonEncoder writes one value. Its text is UTF-8 while it grows.
type jsonEncoder struct {
	jsonOptions
	c     *runtime.Call
	b     []byte
	depth int
}

func encodeJSON(c *runtime.Call, o jsonOptions, v value.Value) value.Value {
	e := &jsonEncoder{jsonOptions: o, c: c}
	if o.noNonref && (!v.IsRef() || isBoolean(v)) {
		c.Die("hash- or arrayref expected (not a simple scalar, use allow_nonref to allow this)")
	}
	e.value(v)
	if o.indent {
		e.b = append(e.b, '\n')
	}
	if o.utf8 {
		return value.Bytes(e.b)
	}
	return value.Wide(string(e.b))
}

// newline begins a line at the present depth, if the text is indented.
func (e *jsonEncoder) newline() {
	if !e.indent {
		return
	}
	e.b = append(e.b, '\n')
	for range e.depth * e.indentLength {
		e.b = append(e.b, ' ')
	}
}

func (e *jsonEncoder) value(v value.Value) {
	switch v.Kind() {
	case value.KUndef:
		e.b = append(e.b, "null"...)
	case value.KInt, value.KUint, value.KFloat:
		e.b = v.AppendTo(e.b)
	case value.KArrayRef, value.KHashRef, value.KScalarRef, value.KCodeRef, value.KGlobRef, value.KRegexRef:
		e.reference(v)
	default:
		e.text(v)
	}
}

func (e *jsonEncoder) reference(v value.Value) {
	if v.Blessed() != nil || v.Kind() == value.KRegexRef {
		e.object(v)
		return
	}
	switch v.Kind() {
	case value.KArrayRef:
		e.array(v.Array())
	case value.KHashRef:
		e.hash(v.Hash())
	default:
		if v.Kind() == value.KScalarRef {
			switch s := v.Cell().Get(); s.String() {
			case "0":
				e.b = append(e.b, "false"...)
				return
			case "1":
				e.b = append(e.b, "true"...)
				return
			default:
				if !e.allowUnknown {
					e.c.Die("cannot encode reference to scalar")
				}
			}
		}
		if !e.allowUnknown {
			e.c.Die("encountered %s, but JSON can only represent references to arrays or hashes", v.String())
		}
		e.b = append(e.b, "null"...)
	}
}

// object writes an object: a boolean, what its TO_JSON gives, a big number, or null if that is allowed.
func (e *jsonEncoder) object(v value.Value) {
	switch {
	case isBoolean(v):
		e.b = append(e.b, map[bool]string{true: "true", false: "false"}[v.Cell().Get().Truth()]...)
		return
	case e.convertBlessed:
		if code := e.c.VM.FindMethod(v, "TO_JSON"); code != nil {
			e.value(e.c.VM.Call(code, []value.Value{v}, nil))
			return
		}
	case e.bigNumbers && v.Blessed() != nil && (v.Blessed().Name == "Math::BigInt" || v.Blessed().Name == "Math::BigFloat"):
		e.b = append(e.b, v.String()...)
		return
	}
	if !e.allowBlessed {
		e.c.Die("encountered object '%s', but neither allow_blessed, convert_blessed nor allow_tags settings are enabled (or TO_JSON/FREEZE method missing)", v.String())
	}
	e.b = append(e.b, "null"...)
}

// enter goes one level deeper.
func (e *jsonEncoder) enter() {
	e.depth++
	if limit := max(e.maxDepth, 1); e.depth > limit && e.maxDepth > 0 {
		e.c.Die("json text or perl structure exceeds maximum nesting level (max_depth set too low?)")
	}
	if e.depth > 100_000 {
		e.c.Die("json text or perl structure exceeds maximum nesting level (max_depth set too low?)")
	}
}

func (e *jsonEncoder) array(a *value.Array) {
	e.c.VM.Working(len(e.b))
	e.enter()
	e.b = append(e.b, '[')
	n := a.Len()
	for i := range n {
		e.newline()
		e.value(a.Get(int64(i)))
		if i < n-1 {
			e.b = append(e.b, ',')
		}
	}
	e.depth--
	if n > 0 {
		e.newline()
	}
	e.b = append(e.b, ']')
}

func (e *jsonEncoder) hash(h *value.Hash) {
	e.enter()
	e.b = append(e.b, '{')
	keys := h.Keys(nil)
	e.sort(keys)
	for i, k := range keys {
		e.newline()
		e.text(k)
		if e.spaceBefore {
			e.b = append(e.b, ' ')
		}
		e.b = append(e.b, ':')
		if e.spaceAfter {
			e.b = append(e.b, ' ')
		}
		e.value(h.Get(value.KeyOf(k)))
		if i < len(keys)-1 {
			e.b = append(e.b, ',')
		}
	}
	e.depth--
	if len(keys) > 0 {
		e.newline()
	}
	e.b = append(e.b, '}')
}

// sort orders the keys of a hash: by the script's own sub, as text for canonical output, else not at all.
func (e *jsonEncoder) sort(keys []value.Value) {
	if e.sortBy.Kind() == value.KCodeRef {
		code := e.sortBy.Code()
		a, b := e.c.VM.Scalar("JSON::PP::a"), e.c.VM.Scalar("JSON::PP::b")
		slices.SortStableFunc(keys, func(x, y value.Value) int {
			a.Set(x)
			b.Set(y)
			return int(e.c.VM.Call(code, nil, nil).ToInt())
		})
		return
	}
	if e.canonical || e.sortBy.Truth() {
		slices.SortStableFunc(keys, value.StrCompare)
	}
}

// text writes a string with its escapes.
func (e *jsonEncoder) text(v value.Value) {
	e.b = append(e.b, '"')
	for _, r := range v.ToStr().UTF8() {
		switch {
		case r == '"' || r == '\\' || r == '/' && e.escapeSlash:
			e.b = append(e.b, '\\', byte(r))
		case strings.ContainsRune("\n\r\t\f\b", r):
			e.b = append(e.b, '\\', "nrtfb"[strings.IndexRune("\n\r\t\f\b", r)])
		case r < ' ':
			e.b = fmt.Appendf(e.b, `\u%04x`, r)
		case r > 0x7f && e.ascii || r > 0xff && e.latin1:
			if r > 0xffff {
				high, low := utf16.EncodeRune(r)
				e.b = fmt.Appendf(e.b, `\u%x\u%x`, high, low)
			} else {
				e.b = fmt.Appendf(e.b, `\u%04x`, r)
			}
		default:
			e.b = utf8.AppendRune(e.b, r)
		}
	}
	e.b = append(e.b, '"')
}
