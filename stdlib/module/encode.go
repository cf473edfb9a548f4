package module

// This file defines Encode and the functions of package utf8.

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// checks of Encode, as perl numbers them
const (
	dieOnError  = 1
	warnOnError = 2
	leaveSource = 8
	perlEscapes = 0x100
	htmlEscapes = 0x200
	xmlEscapes  = 0x400
)

func encodeEntries() []*runtime.Entry {
	out := []*runtime.Entry{
		exported("encode ENCODING,STRING,CHECK\nencode ENCODING,STRING", "characters as bytes", `Encodings are UTF-8, ASCII, ISO-8859-1, CP1252 and UTF-16/32 with or without byte order. CHECK says
what happens to characters that do not fit.

    use Encode;
    say length encode("UTF-8", chr 233);   #> 2
`, func(c *runtime.Call) value.Value { return encodeText(c, c.Arg(0), c.Arg(1), c.Arg(2)) }),
		exported("decode ENCODING,OCTETS,CHECK\ndecode ENCODING,OCTETS", "characters of bytes", "The opposite of encode.\n\n    use Encode;\n    say ord decode(\"UTF-8\", \"\\xc3\\xa9\");   #> 233\n", func(c *runtime.Call) value.Value { return decodeText(c, c.Arg(0), c.Arg(1), c.Arg(2)) }),
		exported("encode_utf8 STRING", "characters as UTF-8", "Never fails.\n\n    use Encode;\n    say length encode_utf8(chr 233);   #> 2\n", func(c *runtime.Call) value.Value {
			if !c.Arg(0).Defined() {
				return value.Undef
			}
			return value.Str(c.Arg(0).ToStr().UTF8())
		}),
		exported("decode_utf8 OCTETS,CHECK\ndecode_utf8 OCTETS", "characters of UTF-8", "Wrong bytes become U+FFFD unless CHECK says otherwise.\n\n    use Encode;\n    say ord decode_utf8(\"\\xc3\\xa9\");   #> 233\n", func(c *runtime.Call) value.Value { return decodeText(c, value.Str("utf8"), c.Arg(0), c.Arg(1)) }),
		exported("find_encoding NAME", "encoding by name", "An object with methods name, encode and decode; undef if there is none.\n\n    use Encode;\n    say find_encoding(\"latin1\")->name;   #> iso-8859-1\n", func(c *runtime.Call) value.Value {
			name, ok := encodingName(c.Arg(0).String())
			if !ok {
				return value.Undef
			}
			return encodingObject(c.VM, name)
		}),
		exported("from_to OCTETS,FROM,TO", "bytes in another encoding", "Converts in place and returns the number of bytes.\n\n    use Encode;\n    my $s = \"\\xe9\";\n    say from_to($s, \"latin1\", \"utf8\");   #> 2\n", nil),
		exported("encodings LIST", "names of the encodings", "All that encode knows.\n\n    use Encode;\n    say scalar(my @e = Encode->encodings()) > 3 ? \"several\" : \"few\";   #> several\n", func(c *runtime.Call) value.Value {
			var names []value.Value
			for _, n := range encodingNames() {
				names = append(names, value.Str(n))
			}
			return c.Return(names...)
		}),
		function("is_utf8 STRING", "ask for characters", "True for text that is stored as characters.\n\n    use Encode;\n    say Encode::is_utf8(chr 300) ? \"yes\" : \"no\";   #> yes\n", func(c *runtime.Call) value.Value { return value.Bool(c.Arg(0).IsWide()) }),
		function("resolve_alias NAME", "name of an encoding", "Its full name, false if there is none.\n\n    use Encode;\n    say Encode::resolve_alias(\"latin1\");   #> iso-8859-1\n", func(c *runtime.Call) value.Value {
			name, ok := encodingName(c.Arg(0).String())
			if !ok {
				return value.No
			}
			return value.Str(name)
		}),
	}
	out[5] = exported("from_to SCALAR,FROM,TO", "bytes in another encoding", out[5].Doc, fromTo)
	checks := []namedValue{{"FB_DEFAULT", value.Int(0)}, {"FB_CROAK", value.Int(dieOnError)}, {"FB_QUIET", value.Int(4)}, {"FB_WARN", value.Int(6)}, {"FB_PERLQQ", value.Int(perlEscapes | leaveSource)}, {"FB_HTMLCREF", value.Int(htmlEscapes | leaveSource)},
		{"FB_XMLCREF", value.Int(xmlEscapes | leaveSource)}, {"LEAVE_SRC", value.Int(leaveSource)}, {"DIE_ON_ERR", value.Int(dieOnError)}, {"WARN_ON_ERR", value.Int(warnOnError)}, {"RETURN_ON_ERR", value.Int(4)}, {"PERLQQ", value.Int(perlEscapes)}}
	for _, e := range constants("Encode", checks) {
		e.Default = strings.HasPrefix(e.Name(), "FB_")
		e.Tags = []string{"fallbacks", "fallback_all"}
		out = append(out, e)
	}
	return out
}

// encodingNames are the encodings by their full names.
func encodingNames() []string {
	return []string{"ascii", "iso-8859-1", "cp1252", "utf8", "utf-8-strict", "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE"}
}

// encodingName returns the full name of an encoding.
func encodingName(name string) (string, bool) {
	switch n := strings.ReplaceAll(strings.ToLower(name), "_", "-"); n {
	case "utf8":
		return "utf8", true
	case "utf-8", "utf-8-strict":
		return "utf-8-strict", true
	case "ascii", "us-ascii", "iso-646-us":
		return "ascii", true
	case "latin1", "latin-1", "iso-8859-1", "iso8859-1", "l1", "binary":
		return "iso-8859-1", true
	case "cp1252", "windows-1252", "winlatin1":
		return "cp1252", true
	case "utf-16", "utf16", "ucs2", "ucs-2":
		return "UTF-16", true
	case "utf-16be", "utf16be", "utf16-be", "ucs-2be":
		return "UTF-16BE", true
	case "utf-16le", "utf16le", "utf16-le", "ucs-2le":
		return "UTF-16LE", true
	case "utf-32", "utf32":
		return "UTF-32", true
	case "utf-32be", "utf32be":
		return "UTF-32BE", true
	case "utf-32le", "utf32le":
		return "UTF-32LE", true
	}
	return "", false
}

func encodingObject(vm *runtime.VM, name string) value.Value {
	h := value.NewHash()
	h.SetString("Name", value.Str(name))
	return blessHash(vm, h, "Encode::Encoding")
}

// setupEncode defines the class of encodings.
func setupEncode(vm *runtime.VM) {
	name := func(c *runtime.Call) value.Value { return c.Arg(0).Hash().Get(value.KeyString("Name")) }
	vm.Define("Encode::Encoding::name", name)
	vm.Define("Encode::Encoding::mime_name", func(c *runtime.Call) value.Value {
		n := strings.ToUpper(name(c).String())
		if n == "UTF8" || n == "UTF-8-STRICT" {
			n = "UTF-8"
		}
		return value.Str(n)
	})
	vm.Define("Encode::Encoding::encode", func(c *runtime.Call) value.Value { return encodeText(c, name(c), c.Arg(1), c.Arg(2)) })
	vm.Define("Encode::Encoding::decode", func(c *runtime.Call) value.Value { return decodeText(c, name(c), c.Arg(1), c.Arg(2)) })
}

func requireEncoding(c *runtime.Call, v value.Value) string {
	if !v.Defined() {
		c.Die("Encoding name should not be undef")
	}
	if v.Kind() == value.KHashRef {
		v = v.Hash().Get(value.KeyString("Name"))
	}
	name, ok := encodingName(v.String())
	if !ok {
		c.Die("Unknown encoding '%s'", v.String())
	}
	return name
}

func encodeText(c *runtime.Call, encoding, v, check value.Value) value.Value {
	if !v.Defined() {
		return value.Undef
	}
	name := requireEncoding(c, encoding)
	var out []byte
	text := v.ToStr().UTF8()
	switch name {
	case "utf8", "utf-8-strict":
		return value.Str(text)
	case "UTF-16", "UTF-32":
		out = appendUnits(out, 0xFEFF, name+"BE")
	}
	for _, r := range text {
		if strings.HasPrefix(name, "UTF-") {
			out = appendUnits(out, r, name)
			continue
		}
		b, ok := byteOf(r, name)
		if ok {
			out = append(out, b)
			continue
		}
		sub, fail := substitute(r, check)
		if fail {
			c.Die("\"\\x{%04x}\" does not map to %s", r, name)
		}
		out = append(out, sub...)
	}
	return value.Bytes(out)
}

// substitute is what stands for a character that an encoding lacks.
func substitute(r rune, check value.Value) (text string, fail bool) {
	n := check.ToInt()
	switch {
	case n&dieOnError != 0:
		return "", true
	case n&perlEscapes != 0:
		return "\\x{" + hexOf(r) + "}", false
	case n&htmlEscapes != 0:
		return "&#" + value.Int(int64(r)).String() + ";", false
	case n&xmlEscapes != 0:
		return "&#x" + strings.TrimLeft(hexOf(r), "0") + ";", false
	}
	return "?", false
}

func hexOf(r rune) string {
	const digits = "0123456789abcdef"
	var b []byte
	for ; r > 0 || len(b) < 4; r >>= 4 {
		b = append([]byte{digits[r&15]}, b...)
	}
	return string(b)
}

// cp1252High are the characters that CP1252 has at 0x80 to 0x9F; 0 is none.
func cp1252High() [32]rune {
	return [32]rune{0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
		0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178}
}

// byteOf is a character in an encoding of one byte.
func byteOf(r rune, name string) (byte, bool) {
	switch {
	case r < 0x80:
		return byte(r), true
	case name == "ascii":
		return 0, false
	case name == "cp1252" && (r < 0xA0 || r > 0xFF):
		for i, h := range cp1252High() {
			if h == r {
				return byte(0x80 + i), true
			}
		}
		return 0, false
	}
	return byte(r), r <= 0xFF
}

// appendUnits appends a character in UTF-16 or UTF-32.
func appendUnits(out []byte, r rune, name string) []byte {
	little := strings.HasSuffix(name, "LE")
	if strings.HasPrefix(name, "UTF-32") {
		b := []byte{byte(r >> 24), byte(r >> 16), byte(r >> 8), byte(r)}
		if little {
			b[0], b[1], b[2], b[3] = b[3], b[2], b[1], b[0]
		}
		return append(out, b...)
	}
	for _, u := range utf16.AppendRune(nil, r) {
		if little {
			out = append(out, byte(u), byte(u>>8))
		} else {
			out = append(out, byte(u>>8), byte(u))
		}
	}
	return out
}

func decodeText(c *runtime.Call, encoding, v, check value.Value) value.Value {
	if !v.Defined() {
		return value.Undef
	}
	name := requireEncoding(c, encoding)
	t := v.ToStr()
	if t.IsWide() && (name == "utf8" || name == "utf-8-strict") && value.HasWide(t) {
		c.Die("Cannot decode string with wide characters")
	}
	s, ok := t.Downgrade()
	if !ok {
		c.Die("Wide character at decode")
	}
	switch {
	case name == "utf8" || name == "utf-8-strict":
		return value.Text(decodeUTF8(c, s, name, check), true)
	case strings.HasPrefix(name, "UTF-"):
		return value.Text(decodeUnits(c, s, name), true)
	}
	var out []rune
	for i := 0; i < len(s); i++ {
		r := rune(s[i])
		switch {
		case name == "ascii" && r > 0x7F:
			if check.ToInt()&dieOnError != 0 {
				c.Die("ascii \"\\x%02X\" does not map to Unicode", r)
			}
			r = utf8.RuneError
		case name == "cp1252" && r >= 0x80 && r < 0xA0:
			if r = cp1252High()[r-0x80]; r == 0 {
				r = utf8.RuneError
			}
		}
		out = append(out, r)
	}
	return value.Text(string(out), true)
}

func decodeUTF8(c *runtime.Call, s, name string, check value.Value) string {
	if utf8.ValidString(s) {
		return s
	}
	label := "UTF-8"
	if name == "utf8" {
		label = "utf8"
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r != utf8.RuneError || n > 1 {
			b.WriteString(s[i : i+n])
			i += n
			continue
		}
		n = badLength(s[i:])
		var bytes strings.Builder
		for _, x := range []byte(s[i : i+n]) {
			bytes.WriteString("\\x" + strings.ToUpper(hexOf(rune(x))[2:]))
		}
		switch k := check.ToInt(); {
		case k&dieOnError != 0:
			c.Die("%s \"%s\" does not map to Unicode", label, bytes.String())
		case k&perlEscapes != 0:
			b.WriteString(bytes.String())
		default:
			b.WriteRune(utf8.RuneError)
		}
		i += n
	}
	return b.String()
}

// badLength is how many bytes at the start of s make one mistake: the longest beginning of a character.
func badLength(s string) int {
	want := 1
	switch c := s[0]; {
	case c >= 0xC2 && c < 0xE0:
		want = 2
	case c >= 0xE0 && c < 0xF0:
		want = 3
	case c >= 0xF0 && c < 0xF5:
		want = 4
	}
	n := 1
	for n < want && n < len(s) && s[n]&0xC0 == 0x80 {
		if n == 1 && (s[0] == 0xE0 && s[1] < 0xA0 || s[0] == 0xED && s[1] > 0x9F || s[0] == 0xF0 && s[1] < 0x90 || s[0] == 0xF4 && s[1] > 0x8F) {
			break
		}
		n++
	}
	return n
}

func decodeUnits(c *runtime.Call, s, name string) string {
	size := 2
	if strings.HasPrefix(name, "UTF-32") {
		size = 4
	}
	little := strings.HasSuffix(name, "LE")
	if !little && !strings.HasSuffix(name, "BE") {
		switch {
		case strings.HasPrefix(s, "\xff\xfe"):
			little = true
			s = s[size:]
		case size == 2 && strings.HasPrefix(s, "\xfe\xff"), size == 4 && strings.HasPrefix(s, "\x00\x00\xfe\xff"):
			s = s[size:]
		default:
			c.Die("%s:Unrecognised BOM %s", name, strings.TrimLeft(value.Str(s[:min(size, len(s))]).String(), "0"))
		}
	}
	var units []uint16
	var b strings.Builder
	for ; len(s) >= size; s = s[size:] {
		n := uint32(0)
		for i := range size {
			j := i
			if little {
				j = size - 1 - i
			}
			n = n<<8 | uint32(s[j])
		}
		if size == 4 {
			b.WriteRune(rune(n))
		} else {
			units = append(units, uint16(n))
		}
	}
	b.WriteString(string(utf16.Decode(units)))
	return b.String()
}

// fromTo converts a variable in place.
func fromTo(c *runtime.Call) value.Value {
	cell := c.Arg(0).Cell()
	text := decodeText(c, c.Arg(1), cell.Get(), value.Undef)
	out := encodeText(c, c.Arg(2), text, value.Undef)
	cell.Set(out)
	return value.Int(int64(value.Length(out)))
}

// utf8Entries are the functions of package utf8, which exist without `use utf8`.
func utf8Entries() []*runtime.Entry {
	inPlace := func(name, summary, doc string, f func(s *value.Scalar, v value.Value) value.Value) *runtime.Entry {
		return function(name+" SCALAR", summary, doc, func(c *runtime.Call) value.Value {
			if c.Arg(0).Kind() != value.KScalarRef {
				return value.Undef
			}
			s := c.Args[0].Cell()
			return f(s, s.Get().ToStr())
		})
	}
	return []*runtime.Entry{
		inPlace("encode", "characters as UTF-8, in place", "Makes bytes of a variable's characters.\n\n    my $s = chr 233;\n    utf8::encode($s);\n    say length $s;   #> 2\n", func(s *value.Scalar, v value.Value) value.Value {
			s.Set(value.Str(v.UTF8()))
			return value.Undef
		}),
		inPlace("decode", "characters of UTF-8, in place", "Makes characters of a variable's bytes; false if they are not UTF-8.\n\n    my $s = \"\\xc3\\xa9\";\n    utf8::decode($s);\n    say length $s;   #> 1\n", func(s *value.Scalar, v value.Value) value.Value {
			b, ok := v.Downgrade()
			if !ok || !utf8.ValidString(b) {
				return value.No
			}
			s.Set(value.Wide(b))
			return value.Bool(true)
		}),
		inPlace("upgrade", "store as characters", "The text stays the same.\n\n    my $s = chr 233;\n    utf8::upgrade($s);\n    say length $s;   #> 1\n", func(s *value.Scalar, v value.Value) value.Value {
			s.Set(value.Wide(v.UTF8()))
			return value.Int(int64(len(v.UTF8())))
		}),
		function("downgrade SCALAR,FAIL\ndowngrade SCALAR", "store as bytes", "The text stays the same; dies if it has characters above 255, unless FAIL is true.\n\n    my $s = chr 233;\n    say utf8::downgrade($s);   #> 1\n", func(c *runtime.Call) value.Value {
			s := c.Arg(0).Cell()
			b, ok := s.Get().ToStr().Downgrade()
			if !ok {
				if !c.Arg(1).Truth() {
					c.Die("Wide character in subroutine entry")
				}
				return value.No
			}
			s.Set(value.Str(b))
			return value.Bool(true)
		}),
		function("unicode_to_native CODE", "number of a character here", "The same number.\n\n    say utf8::unicode_to_native(65);   #> 65\n", func(c *runtime.Call) value.Value { return c.Arg(0) }),
		function("native_to_unicode CODE", "number of a character in Unicode", "The same number.\n\n    say utf8::native_to_unicode(65);   #> 65\n", func(c *runtime.Call) value.Value { return c.Arg(0) }),
		function("is_utf8 EXPR", "ask for characters", "True for text that is stored as characters.\n\n    say utf8::is_utf8(chr 300) ? \"yes\" : \"no\";   #> yes\n", func(c *runtime.Call) value.Value { return value.Bool(c.Arg(0).IsWide()) }),
		function("valid EXPR", "ask for sound text", "True: text is always sound here.\n\n    say utf8::valid(\"x\") ? \"yes\" : \"no\";   #> yes\n", func(*runtime.Call) value.Value { return value.Bool(true) }),
	}
}
