package module

// This file defines Getopt::Std: options of one letter.

import (
	"slices"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// sorted returns names in order.
func sorted(names []string) []string {
	slices.Sort(names)
	return slices.Compact(names)
}

func getoptStdEntries() []*runtime.Entry {
	return []*runtime.Entry{
		exported("getopts SPEC,HASHREF\ngetopts SPEC", "read options of one letter", `Each letter is an option; a colon behind it means that it takes a value. They go to the hash, or to $opt_x.

    use Getopt::Std;
    @ARGV = qw(-v -n 5 file);
    getopts("vn:", \my %o);
    say "$o{v} $o{n} @ARGV";   #> 1 5 file
`, func(c *runtime.Call) value.Value { return getopts(c, c.Arg(0).String(), false) }),
		exported("getopt SPEC,HASHREF\ngetopt SPEC", "read options of one letter", `The letters are options that take a value; every other letter is a flag.

    use Getopt::Std;
    @ARGV = qw(-n 5 -v);
    getopt("n", \my %o);
    say "$o{n} $o{v}";   #> 5 1
`, func(c *runtime.Call) value.Value { return getopts(c, c.Arg(0).String(), true) }),
	}
}

func getopts(c *runtime.Call, spec string, any bool) value.Value {
	set := func(name string, v value.Value) {
		if h := c.Arg(1); h.Kind() == value.KHashRef {
			h.Hash().SetString(name, v)
		} else {
			c.VM.Scalar(c.Package() + "::opt_" + name).Set(v)
		}
	}
	args := c.VM.Array("main::ARGV")
	ok := true
	for args.Len() > 0 {
		arg := args.Get(0).String()
		if len(arg) < 2 || arg[0] != '-' {
			break
		}
		args.Shift()
		if arg == "--" {
			break
		}
		for rest := arg[1:]; rest != ""; {
			name := rest[:1]
			rest = rest[1:]
			i := strings.Index(spec, name)
			takes := i >= 0 && (any || i+1 < len(spec) && spec[i+1] == ':')
			switch {
			case i < 0 && !any || name == ":":
				c.VM.WarnValue(value.Str("Unknown option: " + name + "\n"))
				ok = false
			case takes:
				given := rest == "" && args.Len() > 0
				if given {
					rest = args.Shift().String()
				}
				v := value.Str(rest)
				if rest == "" && args.Len() == 0 && !given {
					v, ok = value.Undef, false
				}
				set(name, v)
				rest = ""
			default:
				set(name, value.Int(1))
			}
		}
	}
	return value.Bool(ok)
}
