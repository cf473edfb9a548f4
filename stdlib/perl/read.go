package perl

// This file defines the functions that read.

import (
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
)

func readEntries() []*runtime.Entry {
	return []*runtime.Entry{
		called("readline FILEHANDLE\nreadline", "read a line", `Reads the next line, or in list context all that are left; <FH> is the same.

    open my $fh, "<", \"a\nb\n" or die;
    print scalar readline $fh;   #> a
`, readline),
		called("read FILEHANDLE,SCALAR,LENGTH,OFFSET\nread FILEHANDLE,SCALAR,LENGTH", "read a number of characters", `Reads LENGTH characters into the
variable, at OFFSET if given, and returns how many there were; 0 at the end of the file, undef after an error.

    open my $fh, "<", \"abcdef" or die;
    read $fh, my $part, 4;
    say $part;   #> abcd
`, func(c *runtime.Call) value.Value {
			return readInto(c, "read", func(h *handle.Handle, n int) (string, error) { return h.Read(n) })
		}),
		called("sysread FILEHANDLE,SCALAR,LENGTH,OFFSET\nsysread FILEHANDLE,SCALAR,LENGTH", "read past the buffer", `As read, with one call to the
system and without buffer: it may return fewer bytes.

    open my $fh, "<", $0 or die;
    say sysread($fh, my $part, 4);   #> 4
`, func(c *runtime.Call) value.Value {
			return readInto(c, "sysread", func(h *handle.Handle, n int) (string, error) { return h.SysRead(n) })
		}),
		called("getc FILEHANDLE\ngetc", "read a character", `The next character of the handle, of standard input by default; undef at the end.

    open my $fh, "<", \"xyz" or die;
    say getc $fh;   #> x
`, getc),
		called("eof FILEHANDLE\neof ()\neof", "ask for the end of a file", `True when nothing is left to read. Without operand it asks the handle read last;
eof() with empty parentheses asks for the end of the last file of @ARGV.

    open my $fh, "<", \"x\n" or die;
    <$fh>;
    say eof($fh) ? "end" : "more";   #> end
`, eof),
	}
}

func readline(c *runtime.Call) value.Value {
	v := value.GlobValue(c.VM.Glob("main::ARGV"))
	if len(c.Args) > 0 {
		v = c.Args[0]
		if v.Kind() == value.KStr {
			v = value.GlobValue(globOf(c, v))
		}
	}
	sep := c.VM.Scalar("main::/").Get()
	if c.Want != runtime.WantList {
		line, ok := c.ReadLine(v, sep)
		if !ok {
			return value.Undef
		}
		return line
	}
	var lines []value.Value
	for {
		line, ok := c.ReadLine(v, sep)
		if !ok {
			return c.Return(lines...)
		}
		lines = append(lines, line)
	}
}

// readInto is read and sysread: what read delivers is put into the variable at the offset.
func readInto(c *runtime.Call, name string, read func(h *handle.Handle, n int) (string, error)) value.Value {
	h := c.VM.HandleOf(c.Arg(0))
	if !h.IsOpen() {
		warnClosed(c, c.Arg(0), h, name)
		return value.Undef
	}
	n := c.Arg(2).ToInt()
	if n < 0 {
		c.Die("Negative length")
	}
	target := c.Arg(1).Cell()
	old := target.Get().ToStr()
	if !target.Get().Defined() {
		old = value.Str("")
	}
	off := c.Arg(3).ToInt()
	if length := int64(value.Length(old)); off < 0 {
		if off += length; off < 0 {
			c.Die("Offset outside string")
		}
	}
	text, err := read(h, int(n))
	if err != nil {
		c.VM.SetErrno(err)
		return value.Undef
	}
	got := value.Text(text, h.Wide())
	c.VM.Room(off)
	target.Set(value.Concat(padded(old, off), got))
	return value.Int(int64(value.Length(got)))
}

// padded cuts or fills text to n characters.
func padded(text value.Value, n int64) value.Value {
	if n == 0 {
		return value.Str("")
	}
	length := int64(value.Length(text))
	if length < n {
		return value.Append(text, strings.Repeat("\x00", int(n-length)), false)
	}
	part, _, _, _ := value.Substr(text, 0, n, true)
	return part
}

func getc(c *runtime.Call) value.Value {
	v := value.GlobValue(c.VM.Glob("main::STDIN"))
	if len(c.Args) > 0 {
		v = c.Args[0]
	}
	h := c.VM.HandleOf(v)
	if !h.IsOpen() {
		warnClosed(c, v, h, "getc")
		return value.Undef
	}
	s, ok, err := h.Getc()
	if err != nil {
		c.VM.SetErrno(err)
	}
	if !ok {
		return value.Undef
	}
	return value.Text(s, h.Wide())
}

func eof(c *runtime.Call) value.Value {
	if len(c.Args) == 0 {
		if c.Parens() {
			return value.Bool(c.VM.ArgvEnded())
		}
		return value.Bool(c.VM.LastRead() == nil || c.VM.LastRead().EOF())
	}
	if k := c.Args[0].Kind(); k == value.KGlob && c.Args[0].Glob() == c.VM.Glob("main::ARGV") && c.VM.HandleOf(c.Args[0]) == nil {
		return value.Bool(c.VM.ArgvEnded())
	}
	h := c.VM.HandleOf(c.Args[0])
	return value.Bool(!h.IsOpen() || h.EOF())
}
