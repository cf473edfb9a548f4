package module

// This file defines modules of a function or two: B as far as scripts ask it for names, Module::Load, Compress::Zlib, Test::Builder.

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"hash/adler32"
	"hash/crc32"
	"io"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func compilerEntries() []*runtime.Entry {
	return []*runtime.Entry{
		function("svref_2object REF", "what lies behind a reference", "For a sub an object whose GV has the methods NAME and STASH.\n\n    use B;\n    sub f { }\n    say B::svref_2object(\\&f)->GV->NAME;   #> f\n", func(c *runtime.Call) value.Value {
			v := c.Arg(0)
			if !v.IsRef() {
				c.Die("argument is not a reference")
			}
			h := value.NewHash()
			class := map[value.Kind]string{value.KCodeRef: "B::CV", value.KArrayRef: "B::AV", value.KHashRef: "B::HV", value.KGlobRef: "B::GV", value.KRegexRef: "B::REGEXP"}[v.Kind()]
			if class == "" {
				class = "B::PVMG"
			}
			if v.Kind() == value.KCodeRef {
				name := v.Code().Name
				if name == "" {
					name = "__ANON__"
				}
				h.SetString("name", value.Str(name))
				h.SetString("package", value.Str(v.Code().Package))
			}
			return blessHash(c.VM, h, class)
		}),
		{Usage: "perlstring STRING", Summary: "text as a Perl literal", Doc: "In double quotes.\n\n    use B \"perlstring\";\n    say perlstring(\"a\\n\");   #> \"a\\n\"\n", Fn1: func(_ *runtime.VM, v value.Value) value.Value { return value.Str(codeString(v, true)) }},
		{Usage: "cstring STRING", Summary: "text as a C literal", Doc: "In double quotes.\n\n    use B \"cstring\";\n    say cstring(\"a\\n\");   #> \"a\\n\"\n", Fn1: func(_ *runtime.VM, v value.Value) value.Value { return value.Str(codeString(v, false)) }},
	}
}

// codeString writes text as a literal of Perl or C.
func codeString(v value.Value, perl bool) string {
	if !v.Defined() {
		return "0"
	}
	var b strings.Builder
	b.WriteByte('"')
	wide := v.IsWide()
	for _, r := range v.ToStr().UTF8() {
		switch {
		case r == '"' || r == '\\' || perl && (r == '$' || r == '@'):
			b.WriteString("\\" + string(r))
		case r >= ' ' && r < 127:
			b.WriteRune(r)
		case wide && perl:
			b.WriteString("\\x{" + strings.ToLower(hexText(int(r))) + "}")
		case strings.ContainsRune("\n\r\t\a\b\f", r) || r == '\v' && !perl:
			b.WriteString("\\" + string("abtnvfr"[r-7]))
		case perl && r == 27:
			b.WriteString("\\e")
		default:
			b.WriteString("\\" + string([]byte{'0' + byte(r>>6), '0' + byte(r>>3&7), '0' + byte(r&7)}))
		}
	}
	return b.String() + `"`
}

func hexText(n int) string {
	const digits = "0123456789abcdef"
	out := ""
	for ; n > 0 || out == ""; n /= 16 {
		out = string(digits[n%16]) + out
	}
	return out
}

func setupCompiler(vm *runtime.VM) {
	field := func(name string) runtime.Native {
		return func(c *runtime.Call) value.Value { return c.Arg(0).Hash().Get(value.KeyString(name)) }
	}
	self := func(class string) runtime.Native {
		return func(c *runtime.Call) value.Value {
			h := value.NewHash()
			h.SetPairs(c.Arg(0).Hash().Pairs(nil))
			return blessHash(c.VM, h, class)
		}
	}
	vm.Define("B::CV::GV", self("B::GV"))
	vm.Define("B::CV::STASH", self("B::HV"))
	vm.Define("B::GV::STASH", self("B::HV"))
	vm.Define("B::GV::NAME", field("name"))
	vm.Define("B::GV::SAFENAME", field("name"))
	vm.Define("B::HV::NAME", field("package"))
}

func moduleLoadEntries() []*runtime.Entry {
	load := func(imports bool) runtime.Native {
		return func(c *runtime.Call) value.Value {
			module := strings.TrimSuffix(strings.ReplaceAll(c.Arg(0).String(), "/", "::"), ".pm")
			if strings.Contains(c.Arg(0).String(), ".") && !strings.HasSuffix(c.Arg(0).String(), ".pm") {
				module = c.Args[0].String()
			}
			c.VM.Use(module, c.Package(), c.Args[min(1, len(c.Args)):], imports || len(c.Args) > 1)
			return value.Int(1)
		}
	}
	return []*runtime.Entry{
		exported("load LIST", "load a module at run time", "The names behind it are imported.\n\n    use Module::Load;\n    load \"List::Util\";\n    say List::Util::sum(1, 2);   #> 3\n", load(false)),
		function("autoload LIST", "load a module and import its defaults", "As use does.\n\n    use Module::Load \"autoload\";\n    autoload \"Carp\";\n    say defined &carp ? \"yes\" : \"no\";   #> yes\n", load(true)),
		function("load_remote LIST", "load a module for another package", "Takes the package first.\n\n    use Module::Load \"load_remote\";\n    load_remote(\"Foo\", \"Carp\");\n    say \"loaded\";   #> loaded\n", func(c *runtime.Call) value.Value {
			c.VM.Use(c.Arg(1).String(), c.Arg(0).String(), c.Args[min(2, len(c.Args)):], true)
			return value.Int(1)
		}),
	}
}

// bufferOf returns the bytes of a text or of what a reference points to.
func bufferOf(c *runtime.Call, v value.Value) string {
	if v.Kind() == value.KScalarRef {
		v = v.Cell().Get()
	}
	return bytesOf(c, v)
}

func zlibEntries() []*runtime.Entry {
	pack := func(name, summary string, f func(c *runtime.Call, data string) ([]byte, error)) *runtime.Entry {
		example := "say length(" + name + "(\"x\" x 1000)) < 1000 ? \"smaller\" : \"?\";   #> smaller"
		if strings.HasPrefix(name, "un") || strings.Contains(name, "un") {
			example = "say defined " + name + "(\"rubbish\") ? \"yes\" : \"no\";   #> no"
		}
		return exported(name+" LIST", summary, "Takes bytes or a reference to them; undef if they are wrong.\n\n    use Compress::Zlib;\n    "+example+"\n", func(c *runtime.Call) value.Value {
			out, err := f(c, bufferOf(c, c.Arg(0)))
			if err != nil {
				return value.Undef
			}
			return value.Bytes(out)
		})
	}
	sum := func(name string, f func(old uint32, data []byte) uint32, first int64) *runtime.Entry {
		return exported(name+" LIST", "checksum of bytes", "A second operand is the checksum so far.\n\n    use Compress::Zlib;\n    say "+name+"(\"\");   #> "+value.Int(first).String()+"\n", func(c *runtime.Call) value.Value {
			old := uint32(first)
			if len(c.Args) > 1 {
				old = uint32(c.Args[1].ToInt())
			}
			return value.Int(int64(f(old, []byte(bufferOf(c, c.Arg(0))))))
		})
	}
	return []*runtime.Entry{
		pack("compress", "bytes made smaller", func(c *runtime.Call, data string) ([]byte, error) {
			level := zlib.DefaultCompression
			if len(c.Args) > 1 {
				level = int(c.Args[1].ToInt())
			}
			var b bytes.Buffer
			w, err := zlib.NewWriterLevel(&b, level)
			if err != nil {
				return nil, err
			}
			return finished(&b, w, data)
		}),
		pack("uncompress", "bytes of what compress made", func(_ *runtime.Call, data string) ([]byte, error) {
			r, err := zlib.NewReader(strings.NewReader(data))
			if err != nil {
				return nil, err
			}
			return io.ReadAll(r)
		}),
		pack("memGzip", "bytes in the form of gzip", func(_ *runtime.Call, data string) ([]byte, error) {
			var b bytes.Buffer
			return finished(&b, gzip.NewWriter(&b), data)
		}),
		pack("memGunzip", "bytes of what gzip made", func(_ *runtime.Call, data string) ([]byte, error) {
			r, err := gzip.NewReader(strings.NewReader(data))
			if err != nil {
				return nil, err
			}
			return io.ReadAll(r)
		}),
		sum("crc32", func(old uint32, data []byte) uint32 { return crc32.Update(old, crc32.IEEETable, data) }, 0),
		sum("adler32", updateAdler, 1),
	}
}

// finished writes data and returns all that was made of it.
func finished(b *bytes.Buffer, w io.WriteCloser, data string) ([]byte, error) {
	if _, err := io.WriteString(w, data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func updateAdler(old uint32, data []byte) uint32 {
	if old == 1 {
		return adler32.Checksum(data)
	}
	a, b := old&0xffff, old>>16
	for _, c := range data {
		a = (a + uint32(c)) % 65521
		b = (b + a) % 65521
	}
	return b<<16 | a
}

// setupBuilder makes Test::Builder known without Test::More.
func setupBuilder(vm *runtime.VM) { vm.Load("Test::More") }
