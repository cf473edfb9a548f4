package main

// This file defines the profile of all programs, from which the compiler learns which parts of smrscript are hot.

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime/pprof"

	"github.com/smrscript/smrscript"
)

// writeProfile runs every program of the folders of home once, in this process, and leaves the CPU profile of it all in a file.
func writeProfile(path, home string, folders []string, only *regexp.Regexp, inputs map[string]string) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	if err := pprof.StartCPUProfile(f); err != nil {
		return err
	}
	defer pprof.StopCPUProfile()
	for _, folder := range folders {
		programs, err := findPrograms(filepath.Join(home, folder), only)
		if err != nil {
			return err
		}
		for _, p := range programs {
			if err := runInside(p, inputs[programName(p)]); err != nil {
				return err
			}
		}
	}
	return nil
}

// runInside runs a program in this process.
func runInside(path, input string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	cfg := smrscript.Config{Stdout: io.Discard, Stderr: io.Discard}
	if input != "" {
		cfg.Args = []string{input}
	}
	in := smrscript.New(cfg)
	defer in.Close()
	exit, err := in.Run(context.Background(), path, string(text))
	if err == nil && exit != 0 {
		err = fmt.Errorf("it ended with status %d", exit)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
