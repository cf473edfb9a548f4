package module

// This file defines Term::ANSIColor.

import (
	"strconv"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func ansiColorEntries() []*runtime.Entry {
	out := []*runtime.Entry{
		exported("color LIST", "escape sequence of attributes", "The sequence that switches attributes on, such as \"bold red\", \"on_blue\", \"reset\".\n\n    use Term::ANSIColor;\n    say length color(\"bold\");   #> 4\n", func(c *runtime.Call) value.Value {
			return value.Str(sequence(c, texts(c.Args)))
		}),
		exported("colored LIST", "text in attributes", `Takes a text and attributes, or a reference to a list of attributes and texts.

    use Term::ANSIColor;
    say length colored("x", "red");   #> 10
`, colored),
		function("uncolor LIST", "attributes of an escape sequence", "The names of the codes.\n\n    use Term::ANSIColor \"uncolor\";\n    say join \" \", uncolor(\"01;31\");   #> bold red\n", uncolor),
		function("colorstrip LIST", "text without escape sequences", "Removes what color adds.\n\n    use Term::ANSIColor qw(color colorstrip);\n    say colorstrip(color(\"red\") . \"x\");   #> x\n", func(c *runtime.Call) value.Value {
			var out []value.Value
			for _, v := range c.Args {
				t := v.ToStr()
				out = append(out, value.Text(colorStrip(t.S()), t.IsWide()))
			}
			return c.Return(out...)
		}),
		function("colorvalid LIST", "ask whether attributes exist", "True if all do.\n\n    use Term::ANSIColor \"colorvalid\";\n    say colorvalid(\"red\") ? \"yes\" : \"no\";   #> yes\n", func(c *runtime.Call) value.Value {
			for _, name := range attributeWords(texts(c.Args)) {
				if _, ok := colorCode(name); !ok {
					return value.No
				}
			}
			return value.Int(1)
		}),
	}
	for _, name := range colorNames() {
		name := name
		e := function(strings.ToUpper(name)+" LIST", "text in "+name, "The sequence and the text; nothing is switched off at the end unless $Term::ANSIColor::AUTORESET is set.\n\n    use Term::ANSIColor \":constants\";\n    say length "+strings.ToUpper(name)+"(\"x\") > 1 ? \"yes\" : \"no\";   #> yes\n", func(c *runtime.Call) value.Value {
			text := joined(c.Args)
			out := sequence(c, []string{name}) + text
			if c.VM.Scalar("Term::ANSIColor::AUTORESET").Get().Truth() && len(c.Args) > 0 && text != "" {
				out += sequence(c, []string{"reset"})
			}
			return value.Wide(out)
		})
		e.Tags = []string{"constants"}
		out = append(out, e)
	}
	return out
}

// colorNames are the attributes that have constants.
func colorNames() []string {
	names := strings.Fields("clear reset bold dark faint italic underline underscore blink reverse concealed")
	for _, prefix := range []string{"", "bright_", "on_", "on_bright_"} {
		for _, c := range strings.Fields("black red green yellow blue magenta cyan white") {
			names = append(names, prefix+c)
		}
	}
	return names
}

// colorCode returns the codes of an attribute.
func colorCode(name string) (string, bool) {
	name = strings.ToLower(name)
	attributes := strings.Fields("clear=0 reset=0 bold=1 dark=2 faint=2 italic=3 underline=4 underscore=4 blink=5 reverse=7 concealed=8")
	for _, a := range attributes {
		if n, code, _ := strings.Cut(a, "="); n == name {
			return code, true
		}
	}
	base, color := 30, name
	if rest, ok := strings.CutPrefix(color, "on_"); ok {
		base, color = 40, rest
	}
	if n, ok := strings.CutPrefix(color, "ansi"); ok {
		if i, err := strconv.Atoi(n); err == nil && i < 256 {
			return strconv.Itoa(base+8) + ";5;" + strconv.Itoa(i), true
		}
	}
	if digits, ok := strings.CutPrefix(color, "rgb"); ok && len(digits) == 3 && strings.Trim(digits, "012345") == "" {
		return strconv.Itoa(base+8) + ";5;" + strconv.Itoa(16+36*int(digits[0]-'0')+6*int(digits[1]-'0')+int(digits[2]-'0')), true
	}
	if digits, ok := strings.CutPrefix(color, "grey"); ok {
		if i, err := strconv.Atoi(digits); err == nil && i < 24 {
			return strconv.Itoa(base+8) + ";5;" + strconv.Itoa(232+i), true
		}
	}
	if rest, ok := strings.CutPrefix(color, "bright_"); ok {
		base, color = base+60, rest
	}
	for i, c := range strings.Fields("black red green yellow blue magenta cyan white") {
		if c == color {
			return strconv.Itoa(base + i), true
		}
	}
	return "", false
}

func attributeWords(list []string) []string {
	var out []string
	for _, s := range list {
		out = append(out, strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '\t' })...)
	}
	return out
}

// sequence is the escape sequence of attributes, empty when $ENV{ANSI_COLORS_DISABLED} or NO_COLOR is set.
func sequence(c *runtime.Call, attributes []string) string {
	for _, name := range []string{"ANSI_COLORS_DISABLED", "NO_COLOR"} {
		if v, set := envOf(c.VM, name); set && v != "" {
			return ""
		}
	}
	var codes []string
	for _, name := range attributeWords(attributes) {
		code, ok := colorCode(name)
		if !ok {
			c.Die("Invalid attribute name %s", name)
		}
		codes = append(codes, code)
	}
	if len(codes) == 0 {
		return ""
	}
	return "\x1b[" + strings.Join(codes, ";") + "m"
}

func colored(c *runtime.Call) value.Value {
	var text string
	var attributes []string
	if v := c.Arg(0); v.Kind() == value.KArrayRef {
		attributes, text = texts(v.Array().Values(nil)), joined(c.Args[1:])
	} else {
		text, attributes = v.ToStr().UTF8(), texts(c.Args[min(1, len(c.Args)):])
	}
	start := sequence(c, attributes)
	if start == "" {
		return value.Wide(text)
	}
	end := "\x1b[0m"
	if each := c.VM.Scalar("Term::ANSIColor::EACHLINE").Get(); each.Defined() && each.String() != "" {
		sep := each.String()
		parts := strings.SplitAfter(text, sep)
		for i, p := range parts {
			if p == "" || p == sep {
				continue
			}
			body, had := strings.CutSuffix(p, sep)
			parts[i] = start + body + end
			if had {
				parts[i] += sep
			}
		}
		return value.Wide(strings.Join(parts, ""))
	}
	return value.Wide(start + text + end)
}

func uncolor(c *runtime.Call) value.Value {
	var out []value.Value
	for _, v := range c.Args {
		s := strings.TrimSuffix(strings.TrimPrefix(v.String(), "\x1b["), "m")
		for _, code := range strings.Split(s, ";") {
			code = strings.TrimLeft(code, "0")
			if code == "" {
				code = "0"
			}
			found := ""
			if code == "0" {
				found = "clear"
			}
			for _, name := range colorNames()[1:] {
				if n, _ := colorCode(name); n == code && found == "" && name != "dark" {
					found = name
				}
			}
			if found == "" {
				c.Die("No name for escape sequence %s", code)
			}
			out = append(out, value.Str(found))
		}
	}
	return c.Return(out...)
}

func colorStrip(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == 0x1b && i+1 < len(s) && s[i+1] == '[' {
			j := i + 2
			for j < len(s) && (s[j]-'0' < 10 || s[j] == ';') {
				j++
			}
			if j < len(s) && s[j] == 'm' {
				i = j
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
