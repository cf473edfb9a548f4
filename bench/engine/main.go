// Command engine measures the embedded engine beside the programs that people use for the same work: rsync, cp, tar, diff
// and, when it is installed, rclone.
//
//	go run ./bench/engine                      # every table, five rounds
//	go run ./bench/engine -scale 0.1 -only small
//	go run ./bench/engine -dir /mnt/xfs -n 9   # on another file system
//	go run ./bench/engine -part latency        # only how soon changes arrive
//
// All contenders take turns within a round, so that a machine that slows down slows all of them. Each keeps a copy of its
// own, and what a run wrote is flushed before the next is timed. Nothing is removed before the end, and on ext4 some minutes should have passed
// since many files were removed, the end of this program included: until then it makes files slowly. The hard part is to compare like with like: the engine
// flushes the file system before it calls a mirror complete, the others leave that to the system, so the engine is
// measured both ways.
package main

// This file defines the command line and the order of work.

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"time"
)

// options are the flags.
type options struct {
	rounds int
	scale  float64
	dir    string
	part   string
	only   *regexp.Regexp
	rate   int
	span   time.Duration
	files  int
	folder int
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "engine:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	o, err := parseFlags(args)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp(o.dir, "bench-engine")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	fmt.Printf("File system %s, %d processors, scale %g, warm cache.\n\n", fileSystem(dir), runtime.NumCPU(), o.scale)
	parts := []struct {
		name string
		run  func(*options, string) error
	}{{"copy", measureCopies}, {"latency", measureLatency}, {"memory", measureMemory}}
	for _, p := range parts {
		if o.part != "" && o.part != p.name {
			continue
		}
		at := filepath.Join(dir, p.name)
		if err := os.Mkdir(at, 0o755); err != nil {
			return err
		}
		if err := p.run(o, at); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	return nil
}

func parseFlags(args []string) (*options, error) {
	o := &options{}
	f := flag.NewFlagSet("engine", flag.ContinueOnError)
	f.IntVar(&o.rounds, "n", 5, "rounds; the median counts")
	f.Float64Var(&o.scale, "scale", 1, "size of the trees, 1 is 20,000 small files, 2,000 files up to 4 MiB and a file of 1 GiB")
	f.StringVar(&o.dir, "dir", "", "folder of the file system to measure; the temporary folder when empty")
	f.StringVar(&o.part, "part", "", "copy, latency or memory; all when empty")
	only := f.String("only", "", "regular expression for the rows of the table of copies")
	f.IntVar(&o.rate, "rate", 200, "changes a second, for the latency")
	f.DurationVar(&o.span, "span", 10*time.Second, "how long changes are made, for the latency")
	f.IntVar(&o.files, "files", 1_000_000, "files of the set, for the memory")
	f.IntVar(&o.folder, "folder", 1000, "files of a folder, for the memory")
	if err := f.Parse(args); err != nil {
		return nil, err
	}
	if f.NArg() > 0 || o.rounds < 1 || o.scale <= 0 || o.rate < 1 || min(o.files, o.folder) < 1 {
		return nil, errors.New("wrong arguments; -h lists them")
	}
	if o.part != "" && !strings.Contains(" copy latency memory ", " "+o.part+" ") {
		return nil, fmt.Errorf("there is no part %q; there are copy, latency and memory", o.part)
	}
	var err error
	o.only, err = regexp.Compile(*only)
	return o, err
}
