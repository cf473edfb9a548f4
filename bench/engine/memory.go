package main

// This file measures the memory that a set of many files takes.

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded"
)

// settled starts replication and waits until the copy is proved to equal one instant of its source.
func (c *embeddedClient) settled(id engine.ConnectionID) error {
	ctx := context.Background()
	if _, err := engine.Call(ctx, c, engine.ReplicationStart{ID: id}); err != nil {
		return err
	}
	_, err := engine.Call(ctx, c, engine.Wait{ID: id, For: engine.WaitConsistent})
	return err
}

// measureMemory mirrors and replicates a set of empty files in folders of so many.
func measureMemory(o *options, dir string) error {
	src, dst := filepath.Join(dir, "source"), filepath.Join(dir, "copy")
	for i := range o.files {
		folder := filepath.Join(src, fmt.Sprintf("folder%04d", i/o.folder))
		if i%o.folder == 0 {
			if err := os.MkdirAll(folder, 0o755); err != nil {
				return err
			}
		}
		f, err := os.Create(filepath.Join(folder, fmt.Sprintf("some-file-of-a-set-%07d", i)))
		if err != nil {
			return err
		}
		f.Close()
	}
	runtime.GC()
	debug.FreeOSMemory()
	c, err := openEngine(dir, filepath.Join(dir, "state"), embedded.Settings{})
	if err != nil {
		return err
	}
	defer c.Close()
	id, err := c.connect(src, dst, engine.Connect{})
	if err != nil {
		return err
	}
	fmt.Printf("| %d files | peak resident, MB | goal |\n|---|---|---|\n", o.files)
	for _, step := range []struct {
		name string
		do   func() error
	}{
		{"full copy", func() error { return c.mirror(id, engine.MirrorOptions{}) }},
		{"nothing changed", func() error { return c.mirror(id, engine.MirrorOptions{Kind: engine.MirrorDifferent}) }},
		{"nothing changed, with orphans", func() error { return c.mirror(id, engine.MirrorOptions{Kind: engine.MirrorDifferent, Orphans: true}) }},
		{"replicating, proved to be equal", func() error { return c.settled(id) }},
	} {
		forgetPeak()
		if err := step.do(); err != nil {
			return err
		}
		fmt.Printf("| %s | %.0f | 150 |\n", step.name, float64(peakMemory())/(1<<20))
	}
	fmt.Println()
	return nil
}
