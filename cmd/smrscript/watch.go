package main

// This file defines smrscript watch: the table of connections as they change, sorted by the column whose key was pressed.

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"time"

	"golang.org/x/term"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/stdlib"
)

type watchCommand struct {
	Every time.Duration `default:"1s" help:"How often to look."`
	Times int           `help:"Stop after this many times; 0 goes on until Ctrl-C."`
	Sort  string        `enum:"id,set,source,target,state,mirror,progress,rate,queue,errors," default:"" help:"Sort by a column; amounts fall, the rest rises. At a terminal a key sorts, too."`
}

// Run shows the connections until somebody has seen enough.
func (c *watchCommand) Run(a *app) error {
	if c.Every < 50*time.Millisecond {
		return usage(a, "--every: at least 50ms")
	}
	ctx, stop := signal.NotifyContext(a.ctx, os.Interrupt)
	defer stop()
	in := smrscript.New(smrscript.Config{ConfigFile: a.config, WhichEngine: a.which, Stdout: a.Out, Stderr: a.Err, Version: versionText()})
	defer in.Close()
	v := &watchView{out: a.Out, screen: isTerminal(a.Out) && os.Getenv("TERM") != "dumb"}
	for _, col := range statusColumns() {
		if strings.EqualFold(col.name, c.Sort) {
			v.order.column = col.name
		}
	}
	giveBack := v.listen(ctx, a.In)
	err := c.watch(ctx, in, v)
	giveBack()
	if err != nil && ctx.Err() == nil {
		fmt.Fprintf(a.Err, "smrscript: %s\n", err)
		return exitStatus(stdlib.ExitNoEngine)
	}
	return nil
}

// watch draws what the engine says, until it is enough or ctx ends.
func (c *watchCommand) watch(ctx context.Context, in *smrscript.Interp, v *watchView) error {
	ticker := time.NewTicker(c.Every)
	defer ticker.Stop()
	for n := 1; ; n++ {
		list, err := connectionStatuses(ctx, in)
		if err != nil {
			return err
		}
		v.draw(list)
		if n == c.Times {
			return nil
		}
		for waiting := true; waiting; {
			select {
			case <-ticker.C:
				waiting = false
			case <-ctx.Done():
				return nil
			case key, ok := <-v.keys:
				switch {
				case !ok:
					v.keys = nil // nobody sits there any more
				case key == 'q' || key == 'Q' || key == 3: // Ctrl-C, which comes as a key now
					return nil
				case v.press(key):
					v.draw(list)
				}
			}
		}
	}
}

// A watchView is where the table is drawn, and how.
type watchView struct {
	out    io.Writer
	screen bool        // a terminal, where each table takes the place of the one before
	keys   <-chan byte // what is typed; nil where nobody types
	order  statusOrder
}

// listen makes the terminal hand over each key at once, if there is one. giveBack makes it what it was.
func (v *watchView) listen(ctx context.Context, in io.Reader) (giveBack func()) {
	f, ok := in.(*os.File)
	if !v.screen || !ok || !isTerminal(f) {
		return func() {}
	}
	before, err := term.MakeRaw(int(f.Fd()))
	if err != nil {
		return func() {} // the table is shown all the same
	}
	keys := make(chan byte)
	v.keys = keys
	go func() { // the program ends before the last Read does
		defer close(keys)
		var b [1]byte
		for {
			if n, err := f.Read(b[:]); n == 0 || err != nil {
				return
			}
			select {
			case keys <- b[0]:
			case <-ctx.Done():
				return
			}
		}
	}()
	return func() { _ = term.Restore(int(f.Fd()), before) }
}

// press sorts by the column of a key, the second time the other way round. It reports whether the key is one.
func (v *watchView) press(key byte) bool {
	for _, col := range statusColumns() {
		if col.key == key {
			v.order = statusOrder{col.name, v.order.column == col.name && !v.order.reversed}
			return true
		}
	}
	return false
}

// draw shows a table, on a terminal in the place of the one before.
func (v *watchView) draw(list []engine.ConnectionStatus) {
	width := 0
	if f, ok := v.out.(*os.File); ok && v.screen {
		if w, _, err := term.GetSize(int(f.Fd())); err == nil {
			width = w
		}
	}
	text := time.Now().Format("15:04:05") + "\n" + statusTable(list, width, v.order)
	if v.keys != nil {
		var hint strings.Builder
		for _, col := range statusColumns() {
			fmt.Fprintf(&hint, "%c %s  ", col.key, strings.ToLower(col.name))
		}
		text += "\n" + cutCells("sort: "+hint.String()+"again: reverse  q quit", width) + "\n"
		text = strings.ReplaceAll(text, "\n", "\r\n") // the terminal adds no carriage returns meanwhile
	}
	if v.screen {
		text = "\x1b[H\x1b[2J" + text
	}
	_, _ = io.WriteString(v.out, text)
}
