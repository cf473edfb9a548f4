package perl

// This file defines the functions that write, and select, which says where to.

import (
	"strings"
	"time"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/format"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
)

func outputEntries() []*runtime.Entry {
	return []*runtime.Entry{
		core("print FILEHANDLE LIST\nprint LIST\nprint", "write values", `Writes the values one after the other, $, between and $\ after them, to the handle or to
the selected one; $_ without operand.

    print "a", "b", "\n";   #> ab
`),
		core("say FILEHANDLE LIST\nsay LIST\nsay", "write values and a line feed", `As print, with a line feed at the end.

    say "line";   #> line
`),
		called("printf FILEHANDLE LIST\nprintf LIST\nprintf", "write formatted values", `Writes what sprintf makes of its operands.

    printf "%.1f%%\n", 12.34;   #> 12.3%
`, printf),
		called("select RBITS,WBITS,EBITS,TIMEOUT\nselect FILEHANDLE\nselect", "choose the handle to print to, or wait",
			`With one operand it makes a handle the one that print uses and returns the one before. With four it waits for TIMEOUT seconds.

    my $text = "";
    open my $fh, ">", \$text or die;
    my $old = select $fh;
    print "hidden";
    select $old;
    say $text;   #> hidden
`, selectHandle),
		called("binmode FILEHANDLE, LAYER\nbinmode FILEHANDLE", "set the encoding of a handle", `Sets the layers of a handle, such as ":utf8" or ":raw".

    binmode STDOUT, ":utf8";
    say chr 233;   #> é
`, binmode),
		called("syswrite FILEHANDLE,DATA,LENGTH,OFFSET\nsyswrite FILEHANDLE,DATA,LENGTH\nsyswrite FILEHANDLE,DATA", "write past the buffer",
			`Writes with one call to the system and returns the number of bytes written.

    syswrite STDOUT, "now\n";   #> now
`, syswrite),
	}
}

// writable returns the handle of a value if it can be written to; otherwise it warns as perl does and sets $!.
func writable(c *runtime.Call, v value.Value, function string) *handle.Handle {
	h := c.VM.HandleOf(v)
	if h.IsOpen() {
		return h
	}
	warnClosed(c, v, h, function)
	return nil
}

// warnClosed reports an operation on a handle that is not open and sets $! to EBADF.
func warnClosed(c *runtime.Call, v value.Value, h *handle.Handle, function string) {
	c.VM.SetErrno(&handle.StateError{Op: function, Reason: handle.Closed})
	if !c.Warns() {
		return
	}
	name := ""
	if k := v.Kind(); k == value.KGlob || k == value.KGlobRef {
		name = " " + v.Glob().Name
	}
	word := "closed"
	if h == nil {
		word = "unopened"
	}
	c.WarnIn(word, function+"() on "+word+" filehandle"+name)
}

func printf(c *runtime.Call) value.Value {
	args := c.Args
	h, _ := c.VM.Selected().IO.(*handle.Handle)
	if h == nil && !c.Handle() {
		if t := c.VM.TiedHandle(value.GlobValue(c.VM.Selected())); t != nil {
			return c.Pass(t, "PRINTF", args...)
		}
	}
	if c.Handle() {
		if t := c.VM.TiedHandle(args[0]); t != nil {
			return c.Pass(t, "PRINTF", args[1:]...)
		}
		if h = writable(c, args[0], "printf"); h == nil {
			return value.No
		}
		args = args[1:]
	}
	if len(args) == 0 && !c.Parens() {
		args = []value.Value{c.VM.Topic()}
	}
	if len(args) == 0 || h == nil {
		return value.Bool(true)
	}
	v, err := format.Sprintf(args[0], args[1:], formatOptions(c, "printf"))
	if err != nil {
		formatFailed(c, err)
	}
	return done(c, h.Write(v.S(), v.IsWide()))
}

// done is the result of a function that succeeds or sets $!.
func done(c *runtime.Call, err error) value.Value {
	if err != nil {
		c.VM.SetErrno(err)
		return value.No
	}
	return value.Bool(true)
}

func selectHandle(c *runtime.Call) value.Value {
	if len(c.Args) >= 4 {
		if t := c.Args[3]; t.Defined() {
			Pause(c.VM, time.Duration(t.ToFloat()*float64(time.Second)))
		} else {
			Pause(c.VM, -1)
		}
		return value.Int(0)
	}
	old := c.VM.Selected()
	if len(c.Args) > 0 {
		c.VM.Select(globOf(c, c.Args[0]))
	}
	if strings.HasPrefix(old.Name, "$") || old.Name == "__ANONIO__" {
		return value.RefGlob(old)
	}
	return value.Str(old.FullName())
}

// globOf returns the glob that a value names or is.
func globOf(c *runtime.Call, v value.Value) *value.Glob {
	switch v.Kind() {
	case value.KGlob, value.KGlobRef:
		return v.Glob()
	}
	return c.VM.OpenTarget(v, c.Package())
}

func binmode(c *runtime.Call) value.Value {
	h := c.VM.HandleOf(c.Arg(0))
	if !h.IsOpen() {
		warnClosed(c, c.Arg(0), h, "binmode")
		return value.Undef
	}
	layers := ":raw"
	if len(c.Args) > 1 {
		layers = c.Args[1].String()
	}
	if err := h.Binmode(layers); err != nil {
		if e, ok := err.(*handle.LayerError); ok && c.Warns() {
			c.Warn("%s", e.Text)
		}
		c.VM.SetErrno(err)
		return value.Undef
	}
	return value.Bool(true)
}

func syswrite(c *runtime.Call) value.Value {
	h := writable(c, c.Arg(0), "syswrite")
	if h == nil {
		return value.Undef
	}
	text := c.Arg(1).ToStr()
	if len(c.Args) > 2 && c.Args[2].Defined() {
		n := c.Args[2].ToInt()
		if n < 0 {
			c.Die("Negative length")
		}
		part, _, _, ok := value.Substr(text, c.Arg(3).ToInt(), n, true)
		if !ok {
			c.Die("Offset outside string")
		}
		text = part
	}
	n, err := h.SysWrite(text.S(), text.IsWide())
	if err != nil {
		if e, ok := err.(*handle.StateError); ok && e.Reason == handle.WideData {
			c.Die("Wide character in syswrite")
		}
		c.VM.SetErrno(err)
		return value.Undef
	}
	return value.Int(int64(n))
}
