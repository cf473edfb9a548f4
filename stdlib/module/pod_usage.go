package module

// This file defines Pod::Usage: the usage message of a script, taken from its own documentation.

import (
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
)

func podUsageEntries() []*runtime.Entry {
	return []*runtime.Entry{exported("pod2usage LIST", "show the usage of the script and end it", `Shows parts of the script's POD: the SYNOPSIS, with -verbose => 1 the options too, with 2 everything, with 99 the
sections of -sections. One operand is the exit status or the message; otherwise pairs of -message, -exitval, -verbose, -output,
-input, -sections. Status 0 and 1 write to standard output, others to standard error; -exitval => "NOEXIT" goes on.

    use Pod::Usage;
    pod2usage(-exitval => "NOEXIT", -verbose => 0, -input => "/dev/null");
`, pod2usage)}
}

// usageOptions reads the operands; names of options are in small letters with a minus sign.
func usageOptions(args []value.Value) map[string]value.Value {
	opts := map[string]value.Value{}
	put := func(k, v value.Value) {
		name := k.String()
		if name != "" && (isLetter(name[0]) || name[0] == '_') {
			name = "-" + name
		}
		name = strings.ToLower(name)
		if strings.HasPrefix(name, "-msg") {
			name = "-message"
		} else if strings.HasPrefix(name, "-exit") {
			name = "-exitval"
		}
		opts[name] = v
	}
	switch {
	case len(args) > 1:
		for i := 0; i < len(args); i += 2 {
			v := value.Undef
			if i+1 < len(args) {
				v = args[i+1]
			}
			put(args[i], v)
		}
	case len(args) == 0 || !args[0].Defined():
	case args[0].Kind() == value.KHashRef:
		h := args[0].Hash()
		for _, k := range h.Keys(nil) {
			put(k, h.Get(value.KeyOf(k)))
		}
	case isWhole(args[0].String()):
		opts["-exitval"] = args[0]
	case args[0].Truth():
		opts["-message"] = args[0]
	}
	return opts
}

// isWhole tells whether a text is an integer.
func isWhole(s string) bool {
	if s != "" && (s[0] == '-' || s[0] == '+') {
		s = s[1:]
	}
	return s != "" && strings.Trim(s, "0123456789") == ""
}

func pod2usage(c *runtime.Call) value.Value {
	opts := usageOptions(c.Args)
	exit, hasExit := opts["-exitval"]
	verbose, hasVerbose := opts["-verbose"]
	hasExit, hasVerbose = hasExit && exit.Defined(), hasVerbose && verbose.Defined()
	stays := hasExit && strings.EqualFold(exit.String(), "noexit")
	switch {
	case !hasExit && !hasVerbose:
		exit, verbose = value.Int(2), value.Int(0)
	case !hasExit:
		exit = value.Int(2)
		if verbose.ToInt() > 0 {
			exit = value.Int(1)
		}
	case !hasVerbose:
		verbose = value.Bool(stays || exit.ToInt() < 2)
	}
	level := verbose.ToInt()
	w := newPodWriter(c.VM, "")
	w.usage = level < 2 || level == 99
	w.selected = sectionChoice(c, level, opts["-sections"])
	text := ""
	if m := opts["-message"]; m.Defined() && m.Truth() {
		text = m.String() + "\n"
	}
	text += w.write(usageInput(c, opts["-input"]))
	out := opts["-output"]
	if !out.Defined() {
		name := "main::STDERR"
		if stays || exit.ToInt() < 2 {
			name = "main::STDOUT"
		}
		out = value.GlobValue(c.VM.Glob(name))
	}
	writeUsage(c, out, text)
	if !stays {
		c.VM.Exit(int(exit.ToInt()))
	}
	return value.Undef
}

// usageInput returns the text that the documentation is in: that of the script, of a file, or what a handle gives.
func usageInput(c *runtime.Call, input value.Value) string {
	if h := c.VM.HandleOf(input); input.Defined() && h != nil {
		sep := handle.NewSeparator(value.Undef)
		text, _, err := h.ReadLine(&sep)
		if err != nil {
			c.Die("Can't read the documentation: %s", err.Error())
		}
		return text
	}
	path := c.VM.Scalar("main::0").Get().String()
	if input.Defined() {
		path = input.String()
	}
	text, err := readAll(c.VM, path)
	if err != nil {
		c.VM.SetErrno(err)
		c.Die("Can't open %s for reading: %s", path, c.VM.Scalar("main::!").Get().String())
	}
	return text
}

// writeUsage writes to a handle, or to a file of that name.
func writeUsage(c *runtime.Call, out value.Value, text string) {
	h := c.VM.HandleOf(out)
	if h == nil {
		var err error
		if h, err = c.VM.Handles().OpenFile(">", out.String()); err != nil {
			c.VM.SetErrno(err)
			c.Die("Can't open %s for writing: %s", out.String(), c.VM.Scalar("main::!").Get().String())
		}
		defer h.Close()
	}
	if err := h.Write(text, false); err != nil {
		c.VM.SetErrno(err)
	}
}

// sectionChoice returns the test for headings of a verbosity, nil for all.
func sectionChoice(c *runtime.Call, level int64, sections value.Value) func(headings []string) bool {
	const synopsis, options = `(?:SYNOPSIS|USAGE)\s*`, `(?i)(?:OPTIONS|ARGUMENTS)(?:\s*(?:AND|\/)\s*(?:OPTIONS|ARGUMENTS))?`
	var specs []string
	switch {
	case level <= 0:
		specs = []string{synopsis}
	case level == 1:
		specs = []string{synopsis, options, "DESCRIPTION/" + options}
	case level != 99:
		return nil
	case sections.Kind() == value.KArrayRef:
		specs = texts(sections.Array().Values(nil))
	default:
		specs = []string{sections.String()}
	}
	return func(headings []string) bool {
		for _, spec := range specs {
			if sectionMatches(c, spec, headings) {
				return true
			}
		}
		return false
	}
}

// sectionMatches tells whether headings, from the outermost on, fit a list of patterns with slashes between.
func sectionMatches(c *runtime.Call, spec string, headings []string) bool {
	patterns := strings.Split(strings.ReplaceAll(spec, `\/`, "\x02"), "/")
	for i := range 4 {
		pattern, heading := ".*", ""
		if i < len(patterns) && patterns[i] != "" {
			pattern = strings.ReplaceAll(patterns[i], "\x02", "/")
		}
		if pattern == "!" {
			pattern = "!.+"
		}
		pattern, negated := strings.CutPrefix(pattern, "!")
		if !strings.HasPrefix(pattern, "^") {
			pattern = "^" + pattern
		}
		if !strings.HasSuffix(pattern, "$") {
			pattern += "$"
		}
		if i < len(headings) {
			heading = headings[i]
		}
		if c.VM.Matches(value.Wide(heading), value.Str(pattern)) == negated {
			return false
		}
	}
	return true
}
