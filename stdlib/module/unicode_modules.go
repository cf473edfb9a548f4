package module

// This file defines charnames, Unicode::Normalize and Unicode::UCD.

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/smrscript/smrscript/lang/charname"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// setupCharnames defines the functions of charnames, which are called by their full names.
func setupCharnames(vm *runtime.VM) {
	vm.Define("charnames::viacode", func(c *runtime.Call) value.Value {
		r, ok := codePoint(c.Arg(0))
		if name := charname.Name(r); ok && name != "" {
			return value.Str(name)
		}
		return value.Undef
	})
	vm.Define("charnames::vianame", func(c *runtime.Call) value.Value {
		if r, ok := namedRune(c.Arg(0)); ok {
			return value.Int(int64(r))
		}
		return value.Undef
	})
	vm.Define("charnames::string_vianame", func(c *runtime.Call) value.Value {
		if r, ok := namedRune(c.Arg(0)); ok {
			return value.Wide(string(r))
		}
		return value.Undef
	})
}

// codePoint reads a number, or "U+263A".
func codePoint(v value.Value) (rune, bool) {
	if hex, ok := strings.CutPrefix(v.String(), "U+"); ok {
		n, err := strconv.ParseUint(hex, 16, 32)
		return rune(n), err == nil && n <= unicode.MaxRune
	}
	n := v.ToInt()
	return rune(n), n >= 0 && n <= unicode.MaxRune
}

func namedRune(v value.Value) (rune, bool) {
	name := v.String()
	if strings.HasPrefix(name, "U+") {
		return codePoint(v)
	}
	return charname.Rune(name)
}

func normalizeEntries() []*runtime.Entry {
	form := func(name, what string, f norm.Form) *runtime.Entry {
		return exported(name+" STRING", what, "Returns the text in that form of Unicode.\n\n    use Unicode::Normalize;\n    say length "+name+"(\"e\\x{301}\");   #> "+
			strconv.Itoa(len([]rune(f.String("e\u0301"))))+"\n", func(c *runtime.Call) value.Value {
			return value.Wide(f.String(c.Arg(0).ToStr().UTF8()))
		})
	}
	check := func(name string, f norm.Form) *runtime.Entry {
		return function("check"+name+" STRING", "ask whether text is in form "+name, "True if the text is in that form already.\n\n    use Unicode::Normalize \"check"+name+
			"\";\n    say check"+name+"(\"abc\") ? \"yes\" : \"no\";   #> yes\n", func(c *runtime.Call) value.Value {
			return value.Bool(f.IsNormalString(c.Arg(0).ToStr().UTF8()))
		})
	}
	list := []*runtime.Entry{form("NFC", "composed form", norm.NFC), form("NFD", "decomposed form", norm.NFD), form("NFKC", "compatible composed form", norm.NFKC),
		form("NFKD", "compatible decomposed form", norm.NFKD), check("NFC", norm.NFC), check("NFD", norm.NFD), check("NFKC", norm.NFKC), check("NFKD", norm.NFKD),
		function("normalize FORM, STRING", "normalise to a named form", `The form is "C", "D", "KC" or "KD", or one of these with NF before it.

    use Unicode::Normalize "normalize";
    say length normalize("C", "e\x{301}");   #> 1
`, normalize)}
	return tagged("all", list...)
}

func normalize(c *runtime.Call) value.Value {
	form := norm.NFC
	switch name := strings.TrimPrefix(c.Arg(0).String(), "NF"); name {
	case "C":
	case "D":
		form = norm.NFD
	case "KC":
		form = norm.NFKC
	case "KD":
		form = norm.NFKD
	default:
		c.Die("Unicode::Normalize::normalize: Invalid form name: %s", c.Arg(0).String())
	}
	return value.Wide(form.String(c.Arg(1).ToStr().UTF8()))
}

func ucdEntries() []*runtime.Entry {
	return []*runtime.Entry{
		function("charinfo CODE", "facts about a character", `A hash with the number, name, category and case forms of a character; undef for one that is not assigned.

    use Unicode::UCD "charinfo";
    say charinfo(65)->{name};   #> LATIN CAPITAL LETTER A
`, charinfo),
	}
}

// charinfo makes the hash of charinfo.
func charinfo(c *runtime.Call) value.Value {
	r, ok := codePoint(c.Arg(0))
	name := charname.Name(r)
	if !ok || name == "" {
		return value.Undef
	}
	if r < 0x20 || r >= 0x7F && r < 0xA0 {
		name = "<control>"
	}
	h := value.NewHash()
	hex := func(s rune) value.Value {
		if s == r {
			return value.Str("")
		}
		return value.Str(fmt.Sprintf("%04X", s))
	}
	h.SetString("code", value.Str(fmt.Sprintf("%04X", r)))
	h.SetString("name", value.Str(name))
	h.SetString("category", value.Str(category(r)))
	h.SetString("upper", hex(unicode.ToUpper(r)))
	h.SetString("lower", hex(unicode.ToLower(r)))
	h.SetString("title", hex(unicode.ToTitle(r)))
	return value.RefHash(h)
}

// category returns the two letters of a character's general category.
func category(r rune) string {
	for name, table := range unicode.Categories {
		if len(name) == 2 && name != "LC" && unicode.Is(table, r) {
			return name
		}
	}
	return "Cn"
}
