package module

// This file defines Getopt::Long and Getopt::Std: what the options of a program are and where their values go. getopt_parse.go reads the
// arguments.

import (
	"strconv"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func getoptEntries() []*runtime.Entry {
	return []*runtime.Entry{
		exported("GetOptions LIST", "read the options of the command line", `Takes descriptions such as "name=s" and references to where values go, or a hash for all. What it reads it
removes from @ARGV; false after an error, which was reported.

    use Getopt::Long;
    @ARGV = qw(--size=3 --verbose file);
    GetOptions("size=i" => \my $size, "verbose!" => \my $verbose) or die;
    say "$size $verbose @ARGV";   #> 3 1 file
`, func(c *runtime.Call) value.Value { return getOptions(c, c.VM.Array("main::ARGV"), c.Args) }),
		function("GetOptionsFromArray LIST", "read options from an array", `As GetOptions; the first operand refers to the array.

    use Getopt::Long "GetOptionsFromArray";
    my @args = qw(-n 5 rest);
    GetOptionsFromArray(\@args, "n=i" => \my $n);
    say "$n @args";   #> 5 rest
`, func(c *runtime.Call) value.Value {
			if c.Arg(0).Kind() != value.KArrayRef {
				c.Die("GetOptionsFromArray: 1st parameter is not an array reference")
			}
			return getOptions(c, c.Args[0].Array(), c.Args[1:])
		}),
		function("GetOptionsFromString LIST", "read options from a text", "As GetOptions; the first operand is split like a command line. In list context also a reference to what is left.\n\n    use Getopt::Long \"GetOptionsFromString\";\n    GetOptionsFromString(\"--n 5\", \"n=i\" => \\my $n);\n    say $n;   #> 5\n", func(c *runtime.Call) value.Value {
			args := value.NewArray(nil)
			for _, w := range shellWords(c.Arg(0).String()) {
				args.Push(value.Str(w))
			}
			ok := getOptions(c, args, c.Args[1:])
			if c.Want == runtime.WantList {
				return c.Return(ok, value.RefArray(args))
			}
			return ok
		}),
	}
}

// optConfig is what Getopt::Long::Configure sets.
type optConfig struct {
	ignoreCase, autoAbbrev, permute, passThrough, bundling, bundlingValues, bundlingOverride, gnuCompat, requireOrder, plus, autoHelp bool
}

type optConfigKey struct{}

func optConfigOf(vm *runtime.VM) *optConfig {
	return vm.Local(optConfigKey{}, func() any {
		c := defaultOptConfig(vm)
		return &c
	}).(*optConfig)
}

func defaultOptConfig(vm *runtime.VM) optConfig {
	_, posixly := envOf(vm, "POSIXLY_CORRECT")
	return optConfig{ignoreCase: true, autoAbbrev: true, permute: !posixly, requireOrder: posixly, plus: !posixly}
}

func envOf(vm *runtime.VM, name string) (string, bool) {
	v := vm.Hash("main::ENV").Get(value.KeyString(name))
	return v.String(), v.Defined()
}

// configure applies one word of configuration; it reports false for one that does not exist.
func (o *optConfig) configure(vm *runtime.VM, word string) bool {
	w := strings.ToLower(strings.ReplaceAll(word, "-", "_"))
	on := true
	if rest, no := strings.CutPrefix(w, "no_"); no {
		w, on = rest, false
	} else if rest, no := strings.CutPrefix(w, "no"); no {
		w, on = rest, false
	}
	switch w {
	case "default":
		*o = defaultOptConfig(vm)
	case "ignore_case", "ignorecase", "ignore_case_always", "ignorecase_always":
		o.ignoreCase = on
	case "auto_abbrev", "autoabbrev":
		o.autoAbbrev = on
	case "permute":
		o.permute, o.requireOrder = on, !on
	case "require_order":
		o.requireOrder, o.permute = on, !on
	case "pass_through", "passthrough":
		o.passThrough = on
	case "bundling":
		o.bundling = on
		if on {
			o.ignoreCase = false
		}
	case "bundling_values":
		o.bundling, o.bundlingValues, o.ignoreCase = on, on, o.ignoreCase && !on
	case "bundling_override":
		o.bundling, o.bundlingOverride, o.ignoreCase = on, on, o.ignoreCase && !on
	case "gnu_compat":
		o.gnuCompat = on
	case "gnu_getopt":
		if on {
			o.gnuCompat, o.bundling, o.permute, o.requireOrder, o.ignoreCase, o.plus = true, true, true, false, false, false
		}
	case "posix_default":
		o.requireOrder, o.permute = on, !on
	case "getopt_compat":
		o.plus = on
	case "auto_help", "help":
		o.autoHelp = on
	case "debug", "auto_version", "version", "mixed_case", "prefix_pattern", "long_prefix_pattern":
	default:
		return false
	}
	return true
}

// setupGetopt defines what is called with its package.
func setupGetopt(vm *runtime.VM) {
	vm.Define("Getopt::Long::Configure", func(c *runtime.Call) value.Value {
		for _, v := range c.Args {
			if !optConfigOf(c.VM).configure(c.VM, v.String()) {
				c.Die("Getopt::Long: unknown or erroneous config parameter \"%s\"\n", v.String())
			}
		}
		return value.Int(1)
	})
	vm.Scalar("Getopt::Long::VERSION").Set(value.Str("2.52"))
	setupParser(vm)
}

// setupParser defines Getopt::Long::Parser: an object that keeps a configuration of its own.
func setupParser(vm *runtime.VM) {
	const class = "Getopt::Long::Parser"
	words := value.KeyString("config")
	// with runs f under the configuration of an object.
	with := func(c *runtime.Call, f func() value.Value) value.Value {
		current := optConfigOf(c.VM)
		outer := *current
		defer func() { *current = outer }()
		*current = defaultOptConfig(c.VM)
		if self := c.Arg(0); self.Kind() == value.KHashRef {
			for _, w := range self.Hash().Get(words).Array().Values(nil) {
				current.configure(c.VM, w.String())
			}
		}
		return f()
	}
	vm.Define(class+"::new", func(c *runtime.Call) value.Value {
		config := value.NewArray(nil)
		for i := 1; i+1 < len(c.Args); i += 2 {
			if c.Args[i].String() != "config" {
				c.Die("Getopt::Long::Parser: unknown option: %s", c.Args[i].String())
			}
			if list := c.Args[i+1]; list.Kind() == value.KArrayRef {
				for _, w := range list.Array().Values(nil) {
					config.Push(w)
				}
			}
		}
		h := value.NewHash()
		h.Set(words, value.RefArray(config))
		out := value.RefHash(h)
		out.Bless(c.VM.Package(class).Class)
		return out
	})
	vm.Define(class+"::configure", func(c *runtime.Call) value.Value {
		list := c.Arg(0).Hash().Get(words).Array()
		for _, w := range c.Args[1:] {
			list.Push(w)
		}
		return value.Int(1)
	})
	vm.Define(class+"::getoptions", func(c *runtime.Call) value.Value {
		return with(c, func() value.Value { return getOptions(c, c.VM.Array("main::ARGV"), c.Args[1:]) })
	})
	vm.Define(class+"::getoptionsfromarray", func(c *runtime.Call) value.Value {
		if c.Arg(1).Kind() != value.KArrayRef {
			c.Die("GetOptionsFromArray: 1st parameter is not an array reference")
		}
		return with(c, func() value.Value { return getOptions(c, c.Args[1].Array(), c.Args[2:]) })
	})
}

// importGetopt takes functions before ":config" and configuration after it.
func importGetopt(vm *runtime.VM, pkg string, args []value.Value) error {
	names := []string{"GetOptions"}
	for i, v := range args {
		if v.String() == ":config" {
			for _, w := range args[i+1:] {
				optConfigOf(vm).configure(vm, w.String())
			}
			break
		}
		names = append(names, v.String())
	}
	return vm.ImportNames("Getopt::Long", pkg, names)
}

// An option is one description of GetOptions.
type option struct {
	names    []string // the first is the key for a hash
	kind     byte     // 0 for a flag, else s i o f
	optional bool     // the value may be left out (":")
	fallback value.Value
	negate   bool // "!"
	count    bool // "+"
	dest     byte // '@' or '%' for several values, 0 otherwise
	least    int  // values it takes at once
	most     int  // -1 for no bound
	target   value.Value
}

// parseOption reads a description such as "size|s=i@".
func parseOption(spec string) (*option, bool) {
	o := &option{least: 1, most: 1}
	i := strings.IndexAny(spec, "=:!+")
	names := spec
	rest := ""
	if i >= 0 {
		names, rest = spec[:i], spec[i:]
	}
	o.names = strings.Split(names, "|")
	for _, n := range o.names {
		if n == "" && spec != "" || strings.ContainsAny(n, " \t") {
			return nil, false
		}
	}
	switch {
	case rest == "":
	case rest == "!":
		o.negate = true
	case rest == "+":
		o.count = true
	case rest[0] == '=' || rest[0] == ':':
		return o, o.parseValue(rest)
	default:
		return nil, false
	}
	return o, true
}

// parseValue reads what follows = or :, such as "s", "i@", "s%", "f{1,3}", "5".
func (o *option) parseValue(rest string) bool {
	o.optional = rest[0] == ':'
	rest = rest[1:]
	if rest == "" {
		return false
	}
	switch c := rest[0]; {
	case strings.IndexByte("siof", c) >= 0:
		o.kind, rest = c, rest[1:]
	case o.optional && (c == '+' || c == '-' || c-'0' < 10):
		n := strings.TrimRight(rest, "@%")
		o.kind = 'i'
		if n == "+" {
			o.count, o.fallback = true, value.Int(1)
		} else {
			o.fallback = value.Str(n).ToNum()
		}
		rest = rest[len(n):]
	default:
		return false
	}
	if rest != "" && (rest[0] == '@' || rest[0] == '%') {
		o.dest, rest = rest[0], rest[1:]
	}
	if rest == "" {
		return true
	}
	if !strings.HasPrefix(rest, "{") || !strings.HasSuffix(rest, "}") {
		return false
	}
	low, high, ranged := strings.Cut(rest[1:len(rest)-1], ",")
	o.least, _ = strconv.Atoi(low)
	o.most = o.least
	if ranged {
		if o.most, _ = strconv.Atoi(high); high == "" {
			o.most = -1
		}
	}
	return true
}
