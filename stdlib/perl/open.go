package perl

// This file defines the functions that open and close files.

import (
	"errors"
	"io/fs"
	"syscall"
	"time"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
)

func openEntries() []*runtime.Entry {
	return []*runtime.Entry{
		called("open FILEHANDLE,MODE,EXPR,LIST\nopen FILEHANDLE,MODE,EXPR\nopen FILEHANDLE,EXPR\nopen FILEHANDLE", "open a file, a command or a text",
			`Opens for reading ("<"), writing (">"), appending (">>") or both ("+<"), with layers after the mode
if wanted: "<:encoding(UTF-8)". "-|" reads
from a command and "|-" writes to one; a reference to a scalar is a file in memory. False, with $! set, if that fails.

    open my $in, "<", \"one\ntwo\n" or die "open: $!";
    chomp(my @lines = <$in>);
    say "@lines";   #> one two
`, open),
		called("sysopen FILEHANDLE,FILENAME,MODE,PERMS\nsysopen FILEHANDLE,FILENAME,MODE", "open a file with flags of the system", `Opens with the O_
constants of module Fcntl and permissions, 0666 by default, before the umask.

    use Fcntl;
    say sysopen(my $fh, "/no/such/dir/file", O_RDONLY) ? "open" : "failed";   #> failed
`, sysopen),
		called("close FILEHANDLE\nclose", "close a file", `Writes out what is buffered and closes. For a command it waits for its end and sets $?.

    open my $fh, ">", \my $text or die;
    print $fh "x";
    close $fh;
    say $text;   #> x
`, closeHandle),
		called("pipe READHANDLE,WRITEHANDLE", "make a pipe", `Opens two handles, the first of which reads what is written to the second.

    pipe my $r, my $w or die;
    print $w "through\n"; close $w;
    print scalar <$r>;   #> through
`, pipe),
		called("fileno FILEHANDLE", "descriptor number of a handle", `The number of an open handle, undef if it is closed.

    say fileno STDIN;   #> 0
`, fileno),
		called("flock FILEHANDLE,OPERATION", "lock a file", `Locks with LOCK_SH (1) or LOCK_EX (2), with LOCK_NB (4) added without waiting; LOCK_UN (8) unlocks.

    open my $fh, "<", $0 or die;
    say flock $fh, 1;   #> 1
`, flock),
	}
}

func open(c *runtime.Call) value.Value {
	if len(c.Args) < 2 {
		g := globOf(c, c.Arg(0))
		return openInto(c, g, g.Scalar.Get().String(), nil)
	}
	mode := c.Args[1].String()
	rest := append([]value.Value(nil), c.Args[2:]...)
	if len(rest) > 0 && (mode == "-|" || mode == "|-") && !rest[0].Defined() {
		c.Die("Can't open a process without a command: fork-free pipes need one")
	}
	return openInto(c, c.VM.OpenTarget(c.Args[0], c.Package()), mode, rest)
}

// openInto opens into a glob: its handle is opened anew if it has one, so that everybody who holds it sees the new file.
func openInto(c *runtime.Call, g *value.Glob, mode string, args []value.Value) value.Value {
	if old, ok := g.IO.(*handle.Handle); ok {
		return opened(c, old, c.VM.Handles().Reopen(old, mode, args...))
	}
	h, err := c.VM.Handles().Open(mode, args...)
	if err == nil {
		g.IO = h
	} else if g.IO == nil {
		g.IO = &handle.Handle{} // closed, where one that was never opened would be unopened
	}
	return opened(c, h, err)
}

// opened is the result of an open: a process id for a command, else true; faults of the mode end the script.
func opened(c *runtime.Call, h *handle.Handle, err error) value.Value {
	if err == nil {
		if pid := h.Pid(); pid > 0 {
			return value.Int(int64(pid))
		}
		if h.Fileno() > 2 && !h.IsTerminal() {
			// Perl asks whether the file is a terminal and leaves the answer in $!, where the exit status of a later die shows it.
			c.VM.SetErrno(syscall.ENOTTY)
		}
		return value.Bool(true)
	}
	var mode *handle.ModeError
	var bad *handle.BadHandleError
	var unsupported *handle.UnsupportedError
	if errors.As(err, &mode) || errors.As(err, &bad) || errors.As(err, &unsupported) {
		c.Die("%s", err.Error())
	}
	c.VM.SetErrno(err)
	return value.Undef
}

func sysopen(c *runtime.Call) value.Value {
	perm := fs.FileMode(0o666)
	if len(c.Args) > 3 {
		perm = fs.FileMode(c.Args[3].ToInt())
	}
	h, err := c.VM.Handles().Sysopen(c.Arg(1).String(), int(c.Arg(2).ToInt()), perm)
	if err == nil {
		g := c.VM.OpenTarget(c.Args[0], c.Package())
		if old, ok := g.IO.(*handle.Handle); ok {
			_, _ = old.Close() // replaced; its errors belong to nobody any more
		}
		g.IO = h
	}
	return opened(c, h, err)
}

func closeHandle(c *runtime.Call) value.Value {
	v := c.Arg(0)
	if len(c.Args) == 0 {
		v = value.GlobValue(c.VM.Selected())
	}
	h := c.VM.HandleOf(v)
	if !h.IsOpen() {
		if h == nil {
			if _, isDir := ioOf(c, v).(*handle.Dir); isDir {
				return value.No
			}
		}
		c.VM.SetErrno(&handle.StateError{Op: "close", Reason: handle.Closed})
		return value.No
	}
	process := h.IsPipe()
	status, err := h.Close()
	if process {
		c.VM.SetStatus(status)
	}
	h.SetLine(0)
	if err != nil {
		c.VM.SetErrno(err)
		return value.No
	}
	if process && status != 0 {
		c.VM.SetErrno(nil)
		return value.No
	}
	return value.Bool(true)
}

// ioOf returns what the glob behind a value has open, nil for nothing.
func ioOf(c *runtime.Call, v value.Value) any {
	switch v.Kind() {
	case value.KGlob, value.KGlobRef:
		return v.Glob().IO
	case value.KScalarRef:
		if w := v.Cell().Get(); w.Defined() {
			return ioOf(c, w)
		}
		return nil
	case value.KStr:
		return c.VM.OpenTarget(v, c.Package()).IO
	}
	return nil
}

func pipe(c *runtime.Call) value.Value {
	r, w, err := c.VM.Handles().Pipe()
	if err != nil {
		return done(c, err)
	}
	c.VM.OpenTarget(c.Args[0], c.Package()).IO = r
	c.VM.OpenTarget(c.Args[1], c.Package()).IO = w
	return value.Bool(true)
}

func fileno(c *runtime.Call) value.Value {
	h := c.VM.HandleOf(c.Arg(0))
	if !h.IsOpen() {
		return value.Undef
	}
	return value.Int(int64(h.Fileno()))
}

func flock(c *runtime.Call) value.Value {
	h := c.VM.HandleOf(c.Arg(0))
	if !h.IsOpen() {
		warnClosed(c, c.Arg(0), h, "flock")
		return value.Undef
	}
	op := int(c.Arg(1).ToInt())
	if op&(4|8) != 0 {
		return done(c, h.Flock(op))
	}
	// A lock that waits must not keep an alarm from ringing, so it is tried again and again.
	for delay := time.Millisecond; ; delay = min(2*delay, 50*time.Millisecond) {
		err := h.Flock(op | 4)
		if err == nil || !errors.Is(err, syscall.EWOULDBLOCK) {
			return done(c, err)
		}
		Pause(c.VM, delay)
	}
}
