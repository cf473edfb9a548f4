package main

// This file measures the memory that a set of many files takes.

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded"
)

// measureMemory mirrors and replicates a set of empty files in folders of a thousand.
func measureMemory(o *options, dir string) error {
	src, dst := filepath.Join(dir, "source"), filepath.Join(dir, "copy")
	for i := range o.files {
		folder := filepath.Join(src, fmt.Sprintf("folder%04d", i/1000))
		if i%1000 == 0 {
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
		opt  engine.MirrorOptions
	}{
		{"full copy", engine.MirrorOptions{}},
		{"nothing changed", engine.MirrorOptions{Kind: engine.MirrorDifferent}},
		{"nothing changed, with orphans", engine.MirrorOptions{Kind: engine.MirrorDifferent, Orphans: true}},
	} {
		forgetPeak()
		if err := c.mirror(id, step.opt); err != nil {
			return err
		}
		fmt.Printf("| %s | %.0f | 150 |\n", step.name, float64(peakMemory())/(1<<20))
	}
	fmt.Println()
	return nil
}
