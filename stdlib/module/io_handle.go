package module

// This file defines IO::Handle, IO::File, IO::Seekable and IO::Dir: handles as objects.

import (
	"os"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/format"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
)

// handleOf returns the open handle behind the object of a method call, nil (with $! set) if it is not open.
func handleOf(c *runtime.Call) *handle.Handle {
	h := c.VM.HandleOf(c.Arg(0))
	if !h.IsOpen() {
		c.VM.SetErrno(&handle.StateError{Op: "use", Reason: handle.Closed})
		return nil
	}
	return h
}

// truthOf is the result of a method that succeeds or sets $!.
func truthOf(c *runtime.Call, err error) value.Value {
	if err != nil {
		c.VM.SetErrno(err)
		return value.No
	}
	return value.Int(1)
}

// setupIOHandle defines the methods that every handle has.
func setupIOHandle(vm *runtime.VM) {
	if vm.HasPackage("IO::Handle") && vm.Sub("IO::Handle::autoflush") != nil {
		return
	}
	vm.Inherit("IO::File", "IO::Handle", "IO::Seekable")
	on := func(name string, f func(c *runtime.Call, h *handle.Handle) value.Value) {
		vm.Define("IO::Handle::"+name, func(c *runtime.Call) value.Value {
			h := handleOf(c)
			if h == nil {
				return value.Undef
			}
			return f(c, h)
		})
	}
	write := func(end string) func(c *runtime.Call, h *handle.Handle) value.Value {
		return func(c *runtime.Call, h *handle.Handle) value.Value {
			comma, last := c.VM.Scalar("main::,").Get(), c.VM.Scalar("main::\\").Get()
			for i, v := range c.Args[1:] {
				if i > 0 && comma.Defined() {
					_ = h.Write(comma.ToStr().S(), comma.ToStr().IsWide()) // its error is kept for the last write
				}
				t := v.ToStr()
				if err := h.Write(t.S(), t.IsWide()); err != nil {
					return truthOf(c, err)
				}
			}
			text := end
			if last.Defined() {
				text += last.String()
			}
			return truthOf(c, h.Write(text, false))
		}
	}
	on("print", write(""))
	on("say", write("\n"))
	on("printf", func(c *runtime.Call, h *handle.Handle) value.Value {
		v, err := format.Sprintf(c.Arg(1), c.Args[min(2, len(c.Args)):], format.Options{Func: "printf", Max: c.VM.Most()})
		if err != nil {
			c.Die("%s", err.Error())
		}
		return truthOf(c, h.Write(v.S(), v.IsWide()))
	})
	on("autoflush", func(c *runtime.Call, h *handle.Handle) value.Value {
		old := h.Autoflush()
		if err := h.SetAutoflush(len(c.Args) < 2 || c.Args[1].Truth()); err != nil {
			c.VM.SetErrno(err)
		}
		if old {
			return value.Int(1)
		}
		return value.Int(0)
	})
	on("flush", func(c *runtime.Call, h *handle.Handle) value.Value {
		if err := h.Flush(); err != nil {
			return truthOf(c, err)
		}
		return value.Str("0 but true")
	})
	on("binmode", func(c *runtime.Call, h *handle.Handle) value.Value { return truthOf(c, h.Binmode(c.Arg(1).String())) })
	on("fileno", func(_ *runtime.Call, h *handle.Handle) value.Value { return value.Int(int64(h.Fileno())) })
	on("eof", func(_ *runtime.Call, h *handle.Handle) value.Value { return value.Bool(h.EOF()) })
	on("error", func(_ *runtime.Call, h *handle.Handle) value.Value { return value.Bool(h.Err() != nil) })
	on("clearerr", func(_ *runtime.Call, h *handle.Handle) value.Value { h.ClearErr(); return value.Int(0) })
	on("sync", func(c *runtime.Call, h *handle.Handle) value.Value { return truthOf(c, h.Flush()) })
	on("truncate", func(c *runtime.Call, h *handle.Handle) value.Value { return truthOf(c, h.Truncate(c.Arg(1).ToInt())) })
	on("ungetc", func(c *runtime.Call, h *handle.Handle) value.Value {
		return truthOf(c, h.Ungetc(value.Chr(c.Arg(1).ToInt()).String()))
	})
	on("input_line_number", func(_ *runtime.Call, h *handle.Handle) value.Value { return value.Int(h.Line()) })
	on("stat", func(c *runtime.Call, h *handle.Handle) value.Value {
		st, err := h.Stat()
		if err != nil {
			c.VM.SetErrno(err)
			return c.Nothing()
		}
		list := st.List()
		return c.Return(list[:]...)
	})
	vm.Define("IO::Handle::opened", func(c *runtime.Call) value.Value { return value.Bool(c.VM.HandleOf(c.Arg(0)).IsOpen()) })
	vm.Define("IO::Handle::blocking", func(*runtime.Call) value.Value { return value.Int(1) })
	readMethods(vm, on)
	openMethods(vm)
}

// readMethods defines the methods that read, move and close.
func readMethods(vm *runtime.VM, on func(name string, f func(c *runtime.Call, h *handle.Handle) value.Value)) {
	separator := func(c *runtime.Call) value.Value { return c.VM.Scalar("main::/").Get() }
	self := func(c *runtime.Call) value.Value { return c.Arg(0) }
	on("getline", func(c *runtime.Call, _ *handle.Handle) value.Value {
		line, _ := c.ReadLine(self(c), separator(c))
		return line
	})
	on("getlines", func(c *runtime.Call, _ *handle.Handle) value.Value {
		if c.Want != runtime.WantList {
			c.Die("Can't call $io->getlines in a scalar context, use $io->getline")
		}
		var lines []value.Value
		for {
			line, ok := c.ReadLine(self(c), separator(c))
			if !ok {
				return c.Return(lines...)
			}
			lines = append(lines, line)
		}
	})
	on("getc", func(c *runtime.Call, h *handle.Handle) value.Value {
		s, ok, err := h.Getc()
		if err != nil {
			c.VM.SetErrno(err)
		}
		if !ok {
			return value.Undef
		}
		return value.Text(s, h.Wide())
	})
	on("close", func(c *runtime.Call, h *handle.Handle) value.Value {
		process := h.IsPipe()
		status, err := h.Close()
		if process {
			c.VM.SetStatus(status)
		}
		h.SetLine(0)
		if err == nil && process && status != 0 {
			return value.No
		}
		return truthOf(c, err)
	})
	for name, f := range map[string]func(c *runtime.Call, h *handle.Handle) value.Value{
		"seek": func(c *runtime.Call, h *handle.Handle) value.Value {
			_, err := h.Seek(c.Arg(1).ToInt(), int(c.Arg(2).ToInt()))
			return truthOf(c, err)
		},
		"tell":   func(_ *runtime.Call, h *handle.Handle) value.Value { return value.Int(h.Tell()) },
		"getpos": func(_ *runtime.Call, h *handle.Handle) value.Value { return value.Int(h.Tell()) },
		"setpos": func(c *runtime.Call, h *handle.Handle) value.Value {
			_, err := h.Seek(c.Arg(1).ToInt(), 0)
			return truthOf(c, err)
		},
	} {
		on(name, f)
		vm.Glob("IO::Seekable::" + name).Code = vm.Sub("IO::Handle::" + name)
	}
}

// openMethods defines IO::File->new and its kin.
func openMethods(vm *runtime.VM) {
	object := func(c *runtime.Call, h *handle.Handle) value.Value {
		g := &value.Glob{Package: "IO::File", Name: "$fh", Scalar: &value.Scalar{}}
		if h != nil {
			g.IO = h
		}
		ref := value.RefGlob(g)
		class := "IO::File"
		if c.Arg(0).IsString() {
			class = c.Args[0].String()
		}
		ref.Bless(c.VM.Package(class).Class)
		return ref
	}
	vm.Define("IO::File::new", func(c *runtime.Call) value.Value {
		if len(c.Args) < 2 {
			return object(c, nil)
		}
		h, err := openFile(c, c.Args[1:])
		if err != nil {
			c.VM.SetErrno(err)
			return value.Undef
		}
		return object(c, h)
	})
	vm.Define("IO::File::new_tmpfile", func(c *runtime.Call) value.Value {
		h, err := c.VM.Handles().OpenTemp("+>")
		if err != nil {
			c.VM.SetErrno(err)
			return value.Undef
		}
		return object(c, h)
	})
	vm.Define("IO::File::open", func(c *runtime.Call) value.Value {
		h, err := openFile(c, c.Args[1:])
		if err == nil && c.Arg(0).Kind() == value.KGlobRef {
			c.Args[0].Glob().IO = h
		}
		return truthOf(c, err)
	})
	vm.Define("IO::Handle::new", func(c *runtime.Call) value.Value { return object(c, nil) })
	vm.Define("IO::Handle::new_from_fd", func(c *runtime.Call) value.Value {
		h := c.VM.HandleOf(c.Arg(1))
		if h == nil && c.Arg(1).LooksLikeNumber() {
			h = c.VM.Handles().ByFileno(int(c.Arg(1).ToInt()))
		}
		if !h.IsOpen() {
			return value.Undef
		}
		return object(c, h)
	})
}

// openFile opens with a name, perhaps a mode ("<", "r", a number of flags) and permissions.
func openFile(c *runtime.Call, args []value.Value) (*handle.Handle, error) {
	files := c.VM.Handles()
	if len(args) == 1 {
		return files.Open(args[0].String())
	}
	mode := args[1].String()
	if args[1].LooksLikeNumber() {
		perm := os.FileMode(0o666)
		if len(args) > 2 {
			perm = os.FileMode(args[2].ToInt())
		}
		return files.Sysopen(args[0].String(), int(args[1].ToInt()), perm)
	}
	plain := strings.TrimSuffix(strings.ReplaceAll(mode, "b", ""), ":")
	if m, ok := map[string]string{"r": "<", "r+": "+<", "w": ">", "w+": "+>", "a": ">>", "a+": "+>>"}[plain]; ok {
		mode = m
	}
	return files.Open(mode, args[0])
}
