package module

// This file defines Carp: errors told from the perspective of the caller.

import (
	"fmt"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func carpEntries() []*runtime.Entry {
	die := func(message func(c *runtime.Call, text string) string) runtime.Native {
		return func(c *runtime.Call) value.Value {
			if len(c.Args) == 1 && c.Args[0].IsRef() {
				c.VM.Throw(c.Args[0])
			}
			c.VM.Throw(value.Wide(message(c, joined(c.Args))))
			return value.Undef
		}
	}
	warn := func(message func(c *runtime.Call, text string) string) runtime.Native {
		return func(c *runtime.Call) value.Value {
			c.VM.WarnValue(value.Wide(message(c, joined(c.Args))))
			return value.Int(1)
		}
	}
	text := func(message func(c *runtime.Call, text string) string) runtime.Native {
		return func(c *runtime.Call) value.Value { return value.Wide(message(c, joined(c.Args))) }
	}
	return []*runtime.Entry{
		exported("croak LIST", "die from the caller's perspective", `Dies with the place at which the running sub was called from another package.

    use Carp;
    package Lib { sub half { $_[0] % 2 and Carp::croak("odd"); $_[0] / 2 } }
    eval { Lib::half(3) };
    say $@ =~ /^odd at \S+ line \d+\.$/ ? "caught" : "lost";   #> caught
`, die(shortMessage)),
		exported("confess LIST", "die with a stack trace", "Dies with the calls that led here.\n\n    use Carp;\n    eval { confess \"lost\" };\n    say $@ =~ /^lost at / ? \"caught\" : \"lost\";   #> caught\n", die(longMessage)),
		exported("carp LIST", "warn from the caller's perspective", "As croak, but only warns.\n\n    use Carp;\n    local $SIG{__WARN__} = sub { print $_[0] =~ /^careful at / ? \"warned\\n\" : \"?\\n\" };\n    carp \"careful\";   #> warned\n", warn(shortMessage)),
		function("cluck LIST", "warn with a stack trace", "As confess, but only warns.\n\n    use Carp \"cluck\";\n    local $SIG{__WARN__} = sub { print $_[0] =~ /^careful at / ? \"warned\\n\" : \"?\\n\" };\n    cluck \"careful\";   #> warned\n", warn(longMessage)),
		function("shortmess LIST", "message of croak", "The text that croak would die with.\n\n    use Carp;\n    say Carp::shortmess(\"x\") =~ /^x at / ? \"yes\" : \"no\";   #> yes\n", text(shortMessage)),
		function("longmess LIST", "message of confess", "The text that confess would die with.\n\n    use Carp;\n    say Carp::longmess(\"x\") =~ /^x at / ? \"yes\" : \"no\";   #> yes\n", text(func(c *runtime.Call, text string) string {
			frame, ok := c.VM.Caller(0)
			if !ok {
				return longMessage(c, text)
			}
			return trace(c.VM, text, frame.File, frame.Line, 1)
		})),
	}
}

// setupCarp defines the variables that scripts set.
func setupCarp(vm *runtime.VM) {
	for name, n := range map[string]int64{"Verbose": 0, "CarpLevel": 0, "MaxArgNums": 8, "MaxArgLen": 64} {
		if s := vm.Scalar("Carp::" + name); !s.Get().Defined() {
			s.Set(value.Int(n))
		}
	}
}

// joined is the text of a list of values, as UTF-8.
func joined(list []value.Value) string {
	var b strings.Builder
	for _, v := range list {
		b.WriteString(v.ToStr().UTF8())
	}
	return b.String()
}

// shortMessage adds the place of the call that came from a package which does not trust the one that complains. If all calls came
// from packages that do, it is the long message.
func shortMessage(c *runtime.Call, text string) string {
	if c.VM.Scalar("Carp::Verbose").Get().Truth() {
		return longMessage(c, text)
	}
	called := c.Package()
	skip := c.VM.Scalar("Carp::CarpLevel").Get().ToInt()
	for level := 0; ; level++ {
		frame, ok := c.VM.Caller(level)
		if !ok {
			return longMessage(c, text)
		}
		if trusts(c.VM, called, frame.Package) || trusts(c.VM, frame.Package, called) {
			called = frame.Package
			continue
		}
		if skip--; skip >= 0 {
			called = frame.Package
			continue
		}
		return fmt.Sprintf("%s at %s line %d.\n", text, frame.File, frame.Line)
	}
}

// trusts tells whether complaints of one package are not the fault of another: the same, a parent, or one of @CARP_NOT.
func trusts(vm *runtime.VM, child, parent string) bool {
	seen := map[string]bool{}
	var walk func(name string) bool
	walk = func(name string) bool {
		if name == parent {
			return true
		}
		if seen[name] || !vm.HasPackage(name) {
			return false
		}
		seen[name] = true
		list := vm.Array(name + "::CARP_NOT").Values(nil)
		if len(list) == 0 {
			list = vm.Array(name + "::ISA").Values(nil)
		}
		for _, v := range list {
			if walk(v.String()) {
				return true
			}
		}
		return false
	}
	return walk(child)
}

// longMessage adds the place of the complaint and the calls that led there.
func longMessage(c *runtime.Call, text string) string {
	file, line := c.Site()
	return trace(c.VM, text, file, line, 0)
}

// trace is text with a place and the running subs from a level on.
func trace(vm *runtime.VM, text, file string, line, level int) string {
	var b strings.Builder
	b.WriteString(vm.AppendWhere(text, file, line))
	for ; ; level++ {
		frame, ok := vm.Caller(level)
		if !ok {
			return b.String()
		}
		name := "eval {...}"
		if !frame.Eval {
			name = frame.Sub + "(" + arguments(vm, frame.Args) + ")"
		} else if frame.Require {
			name = "require " + frame.Text
		} else if frame.Text != "" {
			name = "eval '" + evalText(frame.Text) + "'"
		}
		fmt.Fprintf(&b, "\t%s called at %s line %d\n", name, frame.File, frame.Line)
	}
}

// evalText is the text of a string eval as a trace quotes it.
func evalText(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, `\`, `\\`), "'", `\'`)
}

// arguments writes the arguments of a call, the first eight of them.
func arguments(vm *runtime.VM, list []value.Value) string {
	most := int(vm.Scalar("Carp::MaxArgNums").Get().ToInt())
	var out []string
	for i, v := range list {
		if most > 0 && i == most {
			out = append(out, "...")
			break
		}
		out = append(out, argument(vm, v))
	}
	return strings.Join(out, ", ")
}

func argument(vm *runtime.VM, v value.Value) string {
	switch {
	case !v.Defined():
		return "undef"
	case v.Kind() == value.KRegexRef:
		return "qr" + v.String()
	case v.IsRef():
		return string(v.AppendAddress(nil))
	}
	text := v.ToStr().UTF8()
	if text != "" && v.LooksLikeNumber() && strings.TrimSpace(text) == text && text[0] != '+' {
		return text
	}
	return quotedArgument(text, int(vm.Scalar("Carp::MaxArgLen").Get().ToInt()))
}

// quotedArgument writes text in double quotes, cut to a length if that is not 0.
func quotedArgument(text string, length int) string {
	suffix := ""
	if runes := []rune(text); length > 0 && len(runes) > length {
		text, suffix = string(runes[:max(length-3, 0)]), "..."
	}
	var b strings.Builder
	for _, r := range text {
		switch {
		case strings.ContainsRune("\"\\$@", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r > 126:
			fmt.Fprintf(&b, `\x{%x}`, r)
		default:
			b.WriteRune(r)
		}
	}
	return `"` + b.String() + `"` + suffix
}
