package perl

// This file defines what the functions of files do with tied handles: the call goes to a method of the object.

import (
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// passing wraps the functions of files: where the first operand is a tied handle, the object's method is called instead.
func passing(entries []*runtime.Entry) []*runtime.Entry {
	for _, e := range entries {
		name, _, _ := cutWord(e.Usage)
		method := tiedMethod(name)
		if method == "" {
			continue
		}
		plain := e.Call
		e.Call = func(c *runtime.Call) value.Value {
			if t := c.VM.TiedHandle(c.Arg(0)); t != nil && len(c.Args) > 0 {
				return passTied(c, t, method)
			}
			return plain(c)
		}
	}
	return entries
}

// cutWord splits the first word off a usage line.
func cutWord(usage string) (word, rest string, ok bool) {
	for i := range len(usage) {
		if usage[i] == ' ' || usage[i] == '\n' {
			return usage[:i], usage[i+1:], true
		}
	}
	return usage, "", false
}

// tiedMethod is the method that stands for a function, "" if it knows nothing of tied handles.
func tiedMethod(name string) string {
	switch name {
	case "readline":
		return "READLINE"
	case "getc", "read", "close", "eof", "binmode", "fileno", "seek", "tell", "open":
		return upper(name)
	case "sysread":
		return "READ"
	case "syswrite":
		return "WRITE"
	}
	return ""
}

func upper(name string) string {
	b := []byte(name)
	for i := range b {
		b[i] -= 'a' - 'A'
	}
	return string(b)
}

func passTied(c *runtime.Call, t *runtime.TiedHandle, method string) value.Value {
	args := append([]value.Value(nil), c.Args[1:]...)
	switch method {
	case "READ": // the method writes to its buffer argument
		if args[0].Kind() == value.KScalarRef {
			args[0] = value.CellValue(args[0].Cell())
		}
	case "WRITE":
		if len(args) == 1 {
			args = append(args, value.Int(int64(value.Length(args[0].ToStr()))))
		}
	case "EOF":
		args = []value.Value{value.Int(1)}
	}
	return c.Pass(t, method, args...)
}

// tieHandle is tie of a glob.
func tieHandle(c *runtime.Call, g *value.Glob) value.Value {
	class := c.Arg(1)
	object := c.VM.Call(constructor(c, class, "TIEHANDLE"), append([]value.Value(nil), c.Args[1:]...), nil)
	if object.Blessed() == nil {
		return value.Undef
	}
	c.VM.TieHandle(g, object)
	return object
}

// globBehind returns the glob that tie, tied or untie is about, nil if it is a variable.
func globBehind(v value.Value) *value.Glob {
	switch v.Kind() {
	case value.KGlob, value.KGlobRef:
		return v.Glob()
	case value.KScalarRef:
		if s := v.Cell(); !s.IsTied() && s.Get().Kind() == value.KGlob {
			return s.Get().Glob()
		}
	}
	return nil
}
