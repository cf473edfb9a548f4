package perl

// This file defines the functions that move in files and cut them.

import (
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func positionEntries() []*runtime.Entry {
	return []*runtime.Entry{
		called("seek FILEHANDLE,POSITION,WHENCE", "move in a file", `Goes to a position in bytes: from the start (WHENCE 0), from where it is (1) or from the
end (2).

    open my $fh, "<", \"abcdef" or die;
    seek $fh, 3, 0;
    print <$fh>, "\n";   #> def
`, seek),
		called("sysseek FILEHANDLE,POSITION,WHENCE", "move in a file past the buffer", `As seek for sysread and syswrite; returns the new position.

    open my $fh, "<", $0 or die;
    say sysseek $fh, 5, 0;   #> 5
`, sysseek),
		called("tell FILEHANDLE\ntell", "position in a file", `The position in bytes of what is read or written next, -1 if there is none. Without operand
it asks the handle read last.

    open my $fh, "<", \"ab\ncd\n" or die;
    <$fh>;
    say tell $fh;   #> 3
`, tell),
		called("truncate FILEHANDLE,LENGTH\ntruncate EXPR,LENGTH", "cut a file", `Cuts or extends a file, by handle or name, to LENGTH bytes.

    say truncate("/no/such/file", 0) ? "cut" : "failed";   #> failed
`, truncate),
	}
}

func seek(c *runtime.Call) value.Value {
	h := c.VM.HandleOf(c.Arg(0))
	if !h.IsOpen() {
		warnClosed(c, c.Arg(0), h, "seek")
		return value.No
	}
	_, err := h.Seek(c.Arg(1).ToInt(), int(c.Arg(2).ToInt()))
	return done(c, err)
}

func sysseek(c *runtime.Call) value.Value {
	h := c.VM.HandleOf(c.Arg(0))
	if !h.IsOpen() {
		warnClosed(c, c.Arg(0), h, "sysseek")
		return value.Undef
	}
	at, err := h.SysSeek(c.Arg(1).ToInt(), int(c.Arg(2).ToInt()))
	if err != nil {
		c.VM.SetErrno(err)
		return value.Undef
	}
	if at == 0 {
		return value.Str("0 but true")
	}
	return value.Int(at)
}

func tell(c *runtime.Call) value.Value {
	h := c.VM.LastRead()
	if len(c.Args) > 0 {
		h = c.VM.HandleOf(c.Args[0])
	}
	if !h.IsOpen() {
		if len(c.Args) > 0 {
			warnClosed(c, c.Args[0], h, "tell")
		}
		return value.Int(-1)
	}
	return value.Int(h.Tell())
}

func truncate(c *runtime.Call) value.Value {
	size := c.Arg(1).ToInt()
	if h := c.VM.HandleOf(c.Arg(0)); c.Arg(0).Kind() != value.KStr && h != nil {
		return done(c, h.Truncate(size))
	}
	return done(c, c.VM.Handles().Truncate(c.Arg(0).String(), size))
}
