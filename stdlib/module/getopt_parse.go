package module

// This file defines how Getopt::Long reads arguments.

import (
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// A getopt is one call of GetOptions.
type getopt struct {
	optConfig
	c       *runtime.Call
	args    *value.Array
	table   map[string]*option
	hash    *value.Hash // where options without a target of their own go
	bare    value.Value // the sub for arguments that are no options
	ok      bool
	stopped bool
}

// getOptions is GetOptions on an array of arguments.
func getOptions(c *runtime.Call, args *value.Array, specs []value.Value) value.Value {
	g := &getopt{optConfig: *optConfigOf(c.VM), c: c, args: args, table: map[string]*option{}, ok: true}
	g.describe(append([]value.Value(nil), specs...))
	if g.autoHelp && g.table["help"] == nil {
		g.describe([]value.Value{value.Str("help|?"), value.RefCode(&value.Code{Package: "Getopt::Long", Name: "HelpMessage", Body: runtime.Native(helpMessage)})})
	}
	var rest []value.Value
	for args.Len() > 0 && !g.stopped {
		v := args.Shift()
		arg := v.String()
		if arg == "--" {
			if g.passThrough {
				rest = append(rest, v)
			}
			break
		}
		if g.option(arg, v, &rest) {
			continue
		}
		if g.bare.Kind() == value.KCodeRef {
			g.call(g.bare, v)
			continue
		}
		rest = append(rest, v)
		if !g.permute {
			break
		}
	}
	args.Unshift(rest)
	return value.Bool(g.ok)
}

// helpMessage shows the usage of the script and ends it.
func helpMessage(c *runtime.Call) value.Value {
	c.Args = []value.Value{value.Str("-exitval"), value.Int(0), value.Str("-verbose"), value.Int(0)}
	return pod2usage(c)
}

// describe reads the descriptions and targets.
func (g *getopt) describe(specs []value.Value) {
	if len(specs) > 0 && specs[0].Kind() == value.KHashRef {
		g.hash = specs[0].Hash()
		specs = specs[1:]
	}
	for i := 0; i < len(specs); i++ {
		spec := specs[i].String()
		target := value.Undef
		if i+1 < len(specs) && specs[i+1].IsRef() {
			target = specs[i+1]
			i++
		}
		if spec == "<>" {
			g.bare = target
			continue
		}
		o, ok := parseOption(spec)
		if !ok {
			g.c.Die("Error in option spec: \"%s\"\n", spec)
		}
		o.target = target
		g.aim(o)
		for _, name := range o.names {
			if g.ignoreCase && (len(name) > 1 || !g.bundling) {
				name = strings.ToLower(name)
			}
			g.table[name] = o
		}
	}
}

// aim works out where the values of an option go.
func (g *getopt) aim(o *option) {
	switch {
	case o.target.Kind() == value.KArrayRef && o.dest == 0:
		o.dest = '@'
	case o.target.Kind() == value.KHashRef && o.dest == 0:
		o.dest = '%'
	case !o.target.IsRef() && g.hash != nil:
		key := value.KeyString(o.names[0])
		if v := g.hash.Get(key); v.IsRef() && v.Blessed() == nil {
			o.target = v
			g.aim(o)
			return
		}
		o.target = value.RefScalar(g.hash.Cell(key))
		if !g.hash.Get(key).Defined() {
			g.hash.Delete(key) // only options that are given appear
		}
		o.target = value.Undef
	case !o.target.IsRef():
		name := "main::opt_" + strings.ReplaceAll(o.names[0], "-", "_")
		switch o.dest {
		case '@':
			o.target = value.RefArray(g.c.VM.Array(name))
		case '%':
			o.target = value.RefHash(g.c.VM.Hash(name))
		default:
			o.target = value.RefScalar(g.c.VM.Scalar(name))
		}
	}
}

// option reads one argument; it reports false when that is no option.
func (g *getopt) option(arg string, v value.Value, rest *[]value.Value) bool {
	name, long := strings.CutPrefix(arg, "--")
	if !long {
		var short bool
		if name, short = strings.CutPrefix(arg, "-"); !short {
			if name, short = strings.CutPrefix(arg, "+"); short && g.plus && name != "" {
				return g.long(name, arg, v, rest)
			}
			return false
		}
		if name == "" {
			if o := g.table[""]; o != nil {
				g.store(o, "", value.Int(1))
				return true
			}
			return false
		}
	}
	if g.bundling && !long {
		if o, _, _ := g.find(name, true); g.bundlingOverride && o != nil && len(name) > 1 {
			return g.long(name, arg, v, rest)
		}
		return g.bundle(name, arg, v, rest)
	}
	return g.long(name, arg, v, rest)
}

// long reads an option by its name, with a value behind = if there is one.
func (g *getopt) long(name, arg string, v value.Value, rest *[]value.Value) bool {
	name, text, has := strings.Cut(name, "=")
	o, negated, problem := g.find(name, true)
	if o == nil {
		if g.passThrough {
			*rest = append(*rest, v)
			if !g.permute {
				g.stopped = true
			}
			return true
		}
		if problem == "" {
			problem = "Unknown option: " + name
		}
		g.complain(problem)
		return true
	}
	g.value(o, name, text, has, negated)
	return true
}

// bundle reads letters that stand behind one dash.
func (g *getopt) bundle(letters, arg string, v value.Value, rest *[]value.Value) bool {
	for letters != "" {
		name := letters[:1]
		letters = letters[1:]
		o := g.table[name]
		if o == nil {
			if g.passThrough {
				*rest = append(*rest, v)
				return true
			}
			g.complain("Unknown option: " + name)
			continue
		}
		if o.kind == 0 {
			g.store(o, name, value.Int(1))
			continue
		}
		text, has := letters, letters != ""
		if o.optional && o.kind != 's' && has && !isValue(o.kind, text) {
			g.value(o, name, "", false, false)
			continue
		}
		if o.kind == 'i' && has && !g.bundlingValues { // digits only: other letters go on
			n := 0
			for n < len(text) && (text[n]-'0' < 10 || n == 0 && (text[0] == '-' || text[0] == '+')) {
				n++
			}
			if n > 0 && n < len(text) {
				letters, text = text[n:], text[:n]
				g.value(o, name, text, true, false)
				continue
			}
		}
		g.value(o, name, text, has, false)
		return true
	}
	return true
}

// find returns the option of a name or abbreviation, and whether it was negated by "no".
func (g *getopt) find(name string, abbreviated bool) (o *option, negated bool, problem string) {
	if g.ignoreCase {
		name = strings.ToLower(name)
	}
	if o := g.table[name]; o != nil {
		return o, false, ""
	}
	for _, prefix := range []string{"no-", "no"} {
		if base, ok := strings.CutPrefix(name, prefix); ok {
			if o := g.table[base]; o != nil && o.negate {
				return o, true, ""
			}
		}
	}
	if !g.autoAbbrev || !abbreviated || name == "" {
		return nil, false, ""
	}
	var matches []string
	found := map[*option]bool{}
	for full, cand := range g.table {
		if strings.HasPrefix(full, name) {
			matches = append(matches, full)
			found[cand] = true
			o = cand
		}
		if cand.negate && (strings.HasPrefix("no"+full, name) || strings.HasPrefix("no-"+full, name)) && len(name) > 2 {
			matches = append(matches, "no"+full)
			found[cand] = true
			o, negated = cand, true
		}
	}
	if len(found) == 1 {
		return o, negated, ""
	}
	if len(found) > 1 {
		return nil, false, "Option " + name + " is ambiguous (" + strings.Join(sorted(matches), ", ") + ")"
	}
	return nil, false, ""
}

// value takes the value of an option: text if it has one, else the next argument if the option needs it.
func (g *getopt) value(o *option, name, text string, has, negated bool) {
	switch {
	case o.kind == 0 && has:
		g.complain("Option " + name + " does not take an argument")
	case o.kind == 0 && negated:
		g.store(o, name, value.Int(0))
	case o.kind == 0:
		g.store(o, name, value.Int(1))
	case has && text == "" && !o.optional && !g.gnuCompat:
		g.complain("Option " + name + " requires an argument")
	case has && text == "" && o.optional && o.kind != 's':
		g.store(o, name, g.fallback(o))
	case has:
		if g.accept(o, name, text) {
			g.more(o, name)
		}
	case o.optional:
		if g.args.Len() > 0 {
			if next := g.args.Get(0).String(); g.takesNext(o, next) {
				g.args.Shift()
				g.accept(o, name, next)
				return
			}
		}
		g.store(o, name, g.fallback(o))
	case o.least == 0 && (g.args.Len() == 0 || g.looksLikeOption(g.args.Get(0).String(), o)):
		g.store(o, name, g.fallback(o))
	case g.args.Len() == 0 || g.args.Get(0).String() == "--" || o.kind != 's' && g.looksLikeOption(g.args.Get(0).String(), o):
		g.complain("Option " + name + " requires an argument")
	case o.dest != 0 && g.looksLikeOption(g.args.Get(0).String(), o):
		g.complain("Option " + name + " requires an argument")
	default:
		if g.accept(o, name, g.args.Shift().String()) {
			g.more(o, name)
		}
	}
}

// more takes further values of an option that takes several at once.
func (g *getopt) more(o *option, name string) {
	for n := 1; o.most < 0 || n < o.most; n++ {
		if g.args.Len() == 0 {
			if n < o.least {
				g.complain("Insufficient arguments for option " + name)
			}
			return
		}
		next := g.args.Get(0).String()
		if g.looksLikeOption(next, o) || n >= o.least && !isValue(o.kind, next) {
			if n < o.least {
				g.complain("Insufficient arguments for option " + name)
			}
			return
		}
		g.args.Shift()
		if !g.accept(o, name, next) {
			return
		}
	}
}

func (g *getopt) fallback(o *option) value.Value {
	switch {
	case o.fallback.Defined():
		return o.fallback
	case o.kind == 's':
		return value.Str("")
	}
	return value.Int(0)
}

// takesNext tells whether the next argument is the value of an option that need not have one.
func (g *getopt) takesNext(o *option, next string) bool {
	if o.kind == 's' {
		return next == "-" || !strings.HasPrefix(next, "-")
	}
	return isValue(o.kind, next)
}

// looksLikeOption tells whether an argument begins like an option rather than being a value.
func (g *getopt) looksLikeOption(s string, o *option) bool {
	return strings.HasPrefix(s, "-") && len(s) > 1 && (o.kind == 's' || !isValue(o.kind, s))
}

// isValue tells whether text is a value of a kind.
func isValue(kind byte, s string) bool {
	digits := strings.TrimLeft(s, "")
	if digits != "" && (digits[0] == '-' || digits[0] == '+') {
		digits = digits[1:]
	}
	switch kind {
	case 'i':
		return digits != "" && strings.Trim(digits, "0123456789_") == "" && digits[0] != '_'
	case 'o':
		l := strings.ToLower(digits)
		switch {
		case strings.HasPrefix(l, "0x"):
			return len(l) > 2 && strings.Trim(l[2:], "0123456789abcdef_") == ""
		case strings.HasPrefix(l, "0b"):
			return len(l) > 2 && strings.Trim(l[2:], "01_") == ""
		}
		return digits != "" && strings.Trim(digits, "0123456789_") == ""
	case 'f':
		s, digits = strings.ReplaceAll(s, "_", ""), strings.ReplaceAll(digits, "_", "")
		return value.Str(s).LooksLikeNumber() && digits != "" && (digits[0]-'0' < 10 || digits[0] == '.')
	}
	return true
}

// accept checks a value and stores it.
func (g *getopt) accept(o *option, name, text string) bool {
	key, v := "", text
	if o.dest == '%' {
		var has bool
		if key, v, has = strings.Cut(text, "="); !has && !o.optional {
			g.complain("Option " + name + ", key \"" + key + "\", requires a value")
			return false
		} else if !has {
			v = g.fallback(o).String()
		}
	}
	if o.kind != 's' && !isValue(o.kind, v) {
		what := map[byte]string{'i': "number", 'o': "extended number", 'f': "real number"}[o.kind]
		g.complain("Value \"" + v + "\" invalid for option " + name + " (" + what + " expected)")
		return false
	}
	val := value.Str(v)
	switch o.kind {
	case 'i':
		val = value.Str(strings.ReplaceAll(v, "_", "")).ToNum()
	case 'f':
		val = value.Str(strings.ReplaceAll(v, "_", ""))
	case 'o':
		if strings.HasPrefix(v, "0") {
			val = value.Oct(val)
		} else {
			val = val.ToNum()
		}
	}
	if o.dest == '%' {
		g.storeKey(o, name, key, val)
	} else {
		g.store(o, name, val)
	}
	return true
}

// store puts a value where it belongs.
func (g *getopt) store(o *option, name string, v value.Value) {
	t := o.target
	switch {
	case t.Kind() == value.KCodeRef:
		g.call(t, value.Str(o.names[0]), v)
	case o.dest == '@':
		g.list(o).Push(v)
	case o.count:
		cell := g.cell(o)
		if old := cell.Get(); old.Defined() {
			v = value.Add(old, value.Int(1))
		}
		cell.Set(v)
	default:
		g.cell(o).Set(v)
	}
}

// cell is the scalar that an option's value goes to.
func (g *getopt) cell(o *option) *value.Scalar {
	if o.target.Kind() == value.KScalarRef {
		return o.target.Cell()
	}
	return g.hash.Cell(value.KeyString(o.names[0]))
}

// list is the array that an option's values go to.
func (g *getopt) list(o *option) *value.Array {
	if o.target.Kind() == value.KArrayRef {
		return o.target.Array()
	}
	cell := g.cell(o)
	if cell.Get().Kind() != value.KArrayRef {
		cell.Set(value.RefArray(value.NewArray(nil)))
	}
	return cell.Get().Array()
}

func (g *getopt) storeKey(o *option, name, key string, v value.Value) {
	switch t := o.target; t.Kind() {
	case value.KCodeRef:
		g.call(t, value.Str(o.names[0]), value.Str(key), v)
	case value.KHashRef:
		t.Hash().SetString(key, v)
	default:
		cell := g.cell(o)
		if cell.Get().Kind() != value.KHashRef {
			cell.Set(value.RefHash(value.NewHash()))
		}
		cell.Get().Hash().SetString(key, v)
	}
}

// call calls a script's sub; what it dies of is reported like a mistake, except for "!FINISH", which ends the reading.
func (g *getopt) call(code value.Value, args ...value.Value) {
	d := g.c.VM.Try(func() { g.c.Run(code.Code(), args...) })
	if d == nil {
		return
	}
	text := d.Value.String()
	if strings.HasPrefix(text, "!FINISH") {
		g.stopped = true
		return
	}
	g.ok = false
	g.c.VM.WarnValue(d.Value)
}

// complain reports a mistake in the arguments.
func (g *getopt) complain(text string) {
	g.ok = false
	g.c.VM.WarnValue(value.Str(text + "\n"))
}
