package main

// This file defines who is compared: programs that are installed, and the engine.

import (
	"context"
	"fmt"
	"os/exec"
	"path/filepath"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded"
)

// work is one kind of work.
type work int

// The kinds of work.
const (
	fullCopy work = iota
	again         // what may have changed is found by size and time
	byBlocks      // only the blocks that differ are written
	compare       // by content
)

// contender does work from one folder to another.
type contender struct {
	name string
	run  func(w work, src, dst string) error
	can  func(w work) bool
	end  func() error
}

// program is a contender that is a command; args gives its arguments, nil when it cannot.
func program(name string, label string, args func(w work, src, dst string) []string) (contender, bool) {
	path, err := exec.LookPath(name)
	if err != nil {
		return contender{}, false
	}
	return contender{name: label,
		can: func(w work) bool { return args(w, "s", "d") != nil },
		run: func(w work, src, dst string) error {
			c := exec.Command(path, args(w, src, dst)...)
			out, err := c.CombinedOutput()
			if err != nil {
				return fmt.Errorf("%s: %w: %.300s", label, err, out)
			}
			return nil
		},
		end: func() error { return nil },
	}, true
}

// programs lists the commands that are installed and those that are not.
func programs() (found []contender, missing []string) {
	offer := func(name, label string, args func(w work, src, dst string) []string) {
		if c, ok := program(name, label, args); ok {
			found = append(found, c)
		} else {
			missing = append(missing, name)
		}
	}
	offer("rsync", "rsync", func(w work, src, dst string) []string {
		return map[work][]string{fullCopy: {"-a", src + "/", dst + "/"}, again: {"-a", src + "/", dst + "/"},
			byBlocks: {"-a", "--inplace", "--no-whole-file", src + "/", dst + "/"}, compare: {"-a", "--checksum", src + "/", dst + "/"}}[w]
	})
	offer("cp", "cp", func(w work, src, dst string) []string {
		return map[work][]string{fullCopy: {"-a", src + "/.", dst}, again: {"-au", src + "/.", dst}, byBlocks: {"-au", src + "/.", dst}}[w]
	})
	offer("diff", "diff", func(w work, src, dst string) []string {
		return map[work][]string{compare: {"-rq", src, dst}}[w]
	})
	offer("sh", "tar", func(w work, src, dst string) []string {
		return map[work][]string{fullCopy: {"-c", `tar cf - -C "$1" . | tar xpf - -C "$2"`, "sh", src, dst}}[w]
	})
	offer("rclone", "rclone", func(w work, src, dst string) []string {
		return map[work][]string{fullCopy: {"sync", src, dst}, again: {"sync", src, dst}, byBlocks: {"sync", src, dst}, compare: {"check", src, dst}}[w]
	})
	return found, missing
}

// ours opens an engine whose machine is dir. Each pair of folders gets a connection.
// inPlace lets it write into large files themselves, as rsync does here.
func ours(dir, label string, flush, inPlace bool) (contender, error) {
	c, err := openEngine(dir, filepath.Join(dir, label+".state"), embedded.Settings{NoFlush: !flush})
	if err != nil {
		return contender{}, err
	}
	ids := map[[2]string]engine.ConnectionID{}
	return contender{name: label, end: c.Close, can: func(w work) bool { return !inPlace || w == byBlocks },
		run: func(w work, src, dst string) error {
			pair := [2]string{src, dst}
			opt := engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: w == byBlocks || w == compare, InPlace: inPlace}
			if w == fullCopy {
				opt = engine.MirrorOptions{}
			}
			id, known := ids[pair]
			if !known {
				var err error
				if id, err = c.connect(src, dst, engine.Connect{}); err != nil {
					return err
				}
				ids[pair] = id
			}
			err := c.mirror(id, opt)
			if w == fullCopy && err == nil { // the next is to another folder
				delete(ids, pair)
				_, err = engine.Call(context.Background(), c, engine.Disconnect{ID: id})
			}
			return err
		}}, nil
}

// embeddedClient is an open engine with one machine, named host, that is dir.
type embeddedClient struct {
	engine.Client
	dir string
}

func openEngine(dir, state string, set embedded.Settings) (*embeddedClient, error) {
	c, err := embedded.Open(embedded.Config{StateDir: state, Machines: map[string]embedded.Machine{"host": {Root: dir}}, Settings: set})
	if err != nil {
		return nil, err
	}
	return &embeddedClient{c, dir}, nil
}

// connect connects two folders below the machine.
func (c *embeddedClient) connect(src, dst string, op engine.Connect) (engine.ConnectionID, error) {
	path := func(p string) engine.Path {
		rel, _ := filepath.Rel(c.dir, p)
		return engine.Path("/" + filepath.ToSlash(rel))
	}
	ctx := context.Background()
	op.Source, op.Target, op.Repset = "host", "host", filepath.Base(src)
	op.Mapping = engine.Mapping{Kind: engine.MapBase, Base: path(dst)}
	set := engine.Repset{Source: "host", Name: op.Repset, Rules: []engine.Rule{{Path: path(src)}}}
	if _, err := engine.Call(ctx, c, engine.SaveRepset{Repset: set}); err != nil {
		return 0, err
	}
	return engine.Call(ctx, c, op)
}

// mirror runs a mirror to its end.
func (c *embeddedClient) mirror(id engine.ConnectionID, opt engine.MirrorOptions) error {
	if _, err := engine.Call(context.Background(), c, engine.MirrorStart{ID: id, Options: opt}); err != nil {
		return err
	}
	return c.mirrored(id)
}

// mirrored waits for a mirror, which must end well.
func (c *embeddedClient) mirrored(id engine.ConnectionID) error {
	s, err := engine.Call(context.Background(), c, engine.Wait{ID: id, For: engine.WaitMirror})
	if err == nil && (!s.Mirror.Completed || s.Mirror.Errors > 0) {
		err = fmt.Errorf("the mirror failed: %+v", s.Mirror)
	}
	return err
}
