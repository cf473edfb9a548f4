package module

// This file defines how Data::Dumper writes values as program text.

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/smrscript/smrscript/runtime/regex"
	"github.com/smrscript/smrscript/runtime/value"
)

// dump returns the text of a value that can be reached as name.
func (d *dumper) dump(v value.Value, name string) string {
	if !v.IsRef() {
		return d.scalar(v)
	}
	if d.freezer != "" && v.Blessed() != nil {
		if code := d.vm.FindMethod(v, d.freezer); code != nil {
			d.vm.Call(code, []value.Value{v}, nil)
		}
	}
	id := v.Addr()
	if s := d.seen[id]; s != nil {
		return d.again(v, name, s)
	}
	d.seen[id] = &seenName{name: refName(v, name)}
	if !d.purity && d.maxdepth > 0 && d.level >= d.maxdepth {
		return "'" + string(v.AppendAddress(nil)) + "'"
	}
	out := d.reference(v, name)
	if d.deepcopy {
		delete(d.seen, id)
	}
	return out
}

// refName is how something is called that was dumped under a name.
func refName(v value.Value, name string) string {
	switch {
	case strings.HasPrefix(name, "@") || strings.HasPrefix(name, "%"):
		return "\\" + name
	case v.Kind() == value.KCodeRef && strings.HasPrefix(name, "*"):
		return "\\&" + name[1:]
	}
	return name
}

// again is what stands for something that was dumped before.
func (d *dumper) again(v value.Value, name string, s *seenName) string {
	if d.purity && d.level > 0 {
		d.post = append(d.post, name+" = "+s.name)
		switch v.Kind() {
		case value.KHashRef:
			return "{}"
		case value.KArrayRef:
			return "[]"
		}
		return "do{my $o}"
	}
	if name != "" && (name[0] == '@' || name[0] == '%') {
		if strings.HasPrefix(s.name, "\\"+name[:1]) {
			return s.name[1:]
		}
		return name[:1] + "{" + s.name + "}"
	}
	return s.name
}

// reference returns the text of a reference seen for the first time, with its class around it.
func (d *dumper) reference(v value.Value, name string) string {
	class := v.Blessed()
	out, blessPad := "", d.apad
	if class != nil {
		out = d.bless + "( "
		if d.indent >= 2 {
			d.apad += strings.Repeat(" ", len(d.bless)+2)
		}
	}
	d.level++
	switch v.Kind() {
	case value.KRegexRef:
		out += regexText(v.Regex())
	case value.KScalarRef:
		inner := d.dump(v.Cell().Get(), "${"+name+"}")
		if class != nil {
			out += "do{\\(my $o = " + inner + ")}"
		} else {
			out += "\\" + inner
		}
	case value.KGlobRef:
		out += "\\" + d.scalar(value.GlobValue(v.Glob()))
	case value.KArrayRef:
		out += d.array(v.Array(), name)
	case value.KHashRef:
		out += d.hash(v, name)
	default:
		out += `sub { "DUMMY" }`
	}
	if class != nil {
		out += ", " + singleQuoted(class.Name) + " )"
		if d.toaster != "" {
			out += "->" + d.toaster + "()"
		}
		d.apad = blessPad
	}
	d.level--
	return out
}

// memberName is how the elements of a container called name are reached, and its brackets: round at the top for @name and %name.
func memberName(name string, sigil byte) (member string, plain bool) {
	switch {
	case name != "" && name[0] == sigil:
		return "$" + name[1:], true
	case len(name) > 2 && strings.IndexByte("%@*$", strings.TrimPrefix(name, "\\")[0]) >= 0 && strings.TrimPrefix(name, "\\")[1] != '{' && strings.IndexByte("]}", name[len(name)-1]) >= 0:
		return name, false
	}
	return name + "->", false
}

func (d *dumper) array(a *value.Array, name string) string {
	member, plain := memberName(name, '@')
	open, end := "[", "]"
	if plain {
		open, end = "(", ")"
	}
	var b strings.Builder
	b.WriteString(open)
	pad, ipad := d.sep+d.pad+d.apad, strings.Repeat(d.xpad, d.level)
	n := a.Len()
	for i := range n {
		if d.indent >= 3 {
			b.WriteString(pad + ipad + "#" + strconv.Itoa(i))
		}
		sub := member + "[" + strconv.Itoa(i) + "]"
		b.WriteString(pad + ipad + d.element(rawElement(a, i), sub))
		if i < n-1 || d.trailing && d.indent >= 1 {
			b.WriteByte(',')
		}
	}
	if n > 0 {
		b.WriteString(pad + strings.Repeat(d.xpad, d.level-1))
	}
	b.WriteString(end)
	return b.String()
}

// rawElement returns an element as it is stored: a cell if something refers to it.
func rawElement(a *value.Array, i int) value.Value {
	if raw := a.Raw(); i < len(raw) {
		return raw[i]
	}
	return a.Get(int64(i))
}

// element dumps an element; one that a reference may lead to is noted by its address.
func (d *dumper) element(v value.Value, name string) string {
	if !v.IsCell() {
		return d.dump(v, name)
	}
	id := value.RefScalar(v.Cell()).Addr()
	if s := d.seen[id]; s == nil {
		d.seen[id] = &seenName{name: "\\" + name}
	}
	return d.dump(v.Load(), name)
}

func (d *dumper) hash(ref value.Value, name string) string {
	h := ref.Hash()
	member, plain := memberName(name, '%')
	open, end := "{", "}"
	if plain {
		open, end = "(", ")"
	}
	var b strings.Builder
	b.WriteString(open)
	pad, ipad, lpad := d.sep+d.pad+d.apad, strings.Repeat(d.xpad, d.level), d.apad
	keys := d.keys(ref)
	for i, k := range keys {
		nk := d.key(k)
		b.WriteString(pad + ipad + nk + d.pair)
		if d.indent >= 2 {
			d.apad += strings.Repeat(" ", len(nk)+4)
		}
		v := h.Get(value.KeyOf(k))
		if h.Tie == nil {
			if p := h.Peek(value.KeyOf(k)); p != nil {
				v = *p
			}
		}
		b.WriteString(d.element(v, member+"{"+nk+"}"))
		d.apad = lpad
		if i < len(keys)-1 || d.trailing && d.indent >= 1 {
			b.WriteByte(',')
		}
	}
	if len(keys) > 0 {
		b.WriteString(pad + strings.Repeat(d.xpad, d.level-1))
	}
	b.WriteString(end)
	return b.String()
}

// keys returns the keys of a hash in the order in which they are dumped.
func (d *dumper) keys(ref value.Value) []value.Value {
	if d.sortkeys.Kind() == value.KCodeRef {
		return listOf(d.vm.Call(d.sortkeys.Code(), []value.Value{ref}, nil))
	}
	keys := ref.Hash().Keys(nil)
	if d.sortkeys.Truth() {
		slices.SortStableFunc(keys, value.StrCompare)
	}
	return keys
}

// key returns a key as it is written.
func (d *dumper) key(k value.Value) string {
	s := k.ToStr()
	if !d.quotekeys && (isQualifiedName(s.S()) && !strings.Contains(s.S(), ":") || isSafeInteger(s.S())) {
		return s.S()
	}
	if d.useqq || value.HasWide(s) {
		return doubleQuoted(s, d.useqq)
	}
	return singleQuoted(s.String())
}

// scalar returns the text of anything that is no reference. Numbers stand as they are while any perl can read them; the rest is
// quoted.
func (d *dumper) scalar(v value.Value) string {
	switch v.Kind() {
	case value.KUndef:
		return "undef"
	case value.KInt, value.KUint:
		s := v.String()
		if len(s) > 10 {
			return "'" + s + "'"
		}
		return s
	case value.KGlob:
		return globText(v.Glob())
	}
	s := v.ToStr()
	switch {
	case d.useqq && isSafeInteger(s.S()):
		return s.S()
	case d.useqq || value.HasWide(s) || s.IsWide() && hasHighByte(s.S()):
		return doubleQuoted(s, d.useqq)
	}
	return singleQuoted(s.String())
}

func hasHighByte(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > 127 }) >= 0
}

func globText(g *value.Glob) string {
	name := g.FullName()
	if rest, ok := strings.CutPrefix(name, "main::"); ok {
		name = "::" + rest
	}
	if isQualifiedName(strings.TrimPrefix(name, "::")) {
		return "*" + name
	}
	return "*{" + singleQuoted(name) + "}"
}

// isQualifiedName tells whether s is a name, perhaps with packages.
func isQualifiedName(s string) bool {
	for _, part := range strings.Split(s, "::") {
		if part == "" || part[0]-'0' < 10 {
			return false
		}
		for i := 0; i < len(part); i++ {
			if c := part[i]; !(c|0x20-'a' < 26 || c-'0' < 10 || c == '_') {
				return false
			}
		}
	}
	return true
}

// isSafeInteger tells whether s is an integer of at most nine digits in its shortest form.
func isSafeInteger(s string) bool {
	if s == "0" {
		return true
	}
	digits := strings.TrimPrefix(s, "-")
	if digits == "" || len(digits) > 9 || digits[0] == '0' {
		return false
	}
	return strings.Trim(digits, "0123456789") == ""
}

func regexText(r *value.Regex) string {
	prog, ok := r.Program.(*regex.Regexp)
	if !ok {
		return "qr/" + r.Source.String() + "/"
	}
	var b strings.Builder
	pattern := prog.String()
	for i := 0; i < len(pattern); i++ {
		switch c := pattern[i]; {
		case c == '\\' && i+1 < len(pattern):
			b.WriteString(pattern[i : i+2])
			i++
		case c == '/':
			b.WriteString(`\/`)
		default:
			b.WriteByte(c)
		}
	}
	return "qr/" + b.String() + "/" + prog.Flags().String()
}

// singleQuoted is text in single quotes.
func singleQuoted(s string) string {
	return "'" + strings.ReplaceAll(strings.ReplaceAll(s, `\`, `\\`), `'`, `\'`) + "'"
}

// doubleQuoted is text in double quotes: what is not ASCII by its number and, if controls is set, control characters by their escapes.
func doubleQuoted(s value.Value, controls bool) string {
	var b strings.Builder
	b.WriteByte('"')
	text := s.UTF8()
	for i, r := range text {
		switch {
		case strings.ContainsRune("\\\"$@", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r > 255 || r > 127 && s.IsWide():
			fmt.Fprintf(&b, `\x{%x}`, r)
		case r > 127:
			fmt.Fprintf(&b, `\%o`, r)
		case !controls || r >= ' ' && r < 127:
			b.WriteRune(r)
		default:
			b.WriteString(escaped(r, text[i+1:]))
		}
	}
	b.WriteByte('"')
	return b.String()
}

// escaped is the escape of a control character; digits that follow make its octal form three digits long.
func escaped(r rune, rest string) string {
	if i := strings.IndexRune("\a\b\t\n\f\r\x1b", r); i >= 0 {
		return `\` + "abtnfre"[i:i+1]
	}
	if rest != "" && rest[0]-'0' < 10 {
		return fmt.Sprintf(`\%03o`, r)
	}
	return fmt.Sprintf(`\%o`, r)
}
