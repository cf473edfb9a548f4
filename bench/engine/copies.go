package main

// This file measures copies and comparisons.

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// row is a kind of work on a tree.
type row struct {
	name   string
	tree   string // small, medium or large
	work   work
	change func(*tree) error // of the source, before each round; nil: none
	goal   string
}

func rows() []row {
	const fast = "2 x rsync, 1 x cp"
	return []row{
		{"full copy, small files", "small", fullCopy, nil, fast},
		{"full copy, medium files", "medium", fullCopy, nil, fast},
		{"nothing changed, small files", "small", again, nil, "5 x rsync, 6 x rclone"},
		{"nothing changed, medium files", "medium", again, nil, "5 x rsync, 6 x rclone"},
		{"1 % of small files changed", "small", again, (*tree).change, "3 x rsync"},
		{"1 % of medium files changed", "medium", again, (*tree).change, "3 x rsync"},
		{"large file, 1 % of blocks changed", "large", byBlocks, (*tree).changeBlocks, "2 x rsync --inplace --no-whole-file"},
		{"equal contents, small files", "small", compare, nil, "1.5 x rsync --checksum"},
		{"equal contents, medium files", "medium", compare, nil, "1.5 x rsync --checksum"},
		{"equal contents, large file", "large", compare, nil, "1.5 x rsync --checksum"},
	}
}

func makeTree(o *options, dir, name string) (*tree, error) {
	n := func(full int) int { return int(float64(full) * o.scale) }
	switch name {
	case "small":
		return newTree(dir, n(20_000), 16<<10)
	case "medium":
		return newTree(dir, n(2_000), 4<<20)
	}
	return newLarge(dir, int64(n(1<<30)))
}

// measureCopies prints the table of copies.
func measureCopies(o *options, dir string) error {
	all, missing := programs()
	for _, how := range []struct {
		label          string
		flush, inPlace bool
	}{{"engine", true, false}, {"engine, no flush", false, false}, {"engine, in place", false, true}} {
		c, err := ours(dir, how.label, how.flush, how.inPlace)
		if err != nil {
			return err
		}
		defer func() { _ = c.end() }() // the measuring is over
		all = append(all, c)
	}
	t := &table{contenders: all}
	for _, name := range []string{"small", "medium", "large"} {
		var chosen []row
		for _, r := range rows() {
			if r.tree == name && o.only.MatchString(r.name) {
				chosen = append(chosen, r)
			}
		}
		if len(chosen) == 0 {
			continue
		}
		at := filepath.Join(dir, name)
		src, err := makeTree(o, filepath.Join(at, name+"-source"), name)
		if err != nil {
			return err
		}
		for _, r := range chosen {
			times, err := measureRow(o, r, src, at, all)
			if err != nil {
				return err
			}
			t.add(r, times)
			fmt.Fprint(os.Stderr, ".")
		}
		if err := spend(at); err != nil {
			return err
		}
	}
	fmt.Fprintln(os.Stderr)
	t.print(os.Stdout)
	if len(missing) > 0 {
		fmt.Printf("\nNot installed: %s.\n", strings.Join(missing, ", "))
	}
	fmt.Println()
	return nil
}

// measureRow returns the median times in the order of the contenders; 0: it cannot.
func measureRow(o *options, r row, src *tree, at string, all []contender) ([]time.Duration, error) {
	taken := make([][]time.Duration, len(all))
	at, err := os.MkdirTemp(at, "row")
	if err != nil {
		return nil, err
	}
	place := func(i, round int) (string, error) {
		if r.work != fullCopy {
			round = 0
		}
		dst := filepath.Join(at, fmt.Sprintf("copy%d.%d", i, round))
		return dst, os.MkdirAll(dst, 0o755)
	}
	for i, c := range all { // bring every copy to the same state
		if r.work == fullCopy || !c.can(r.work) {
			continue
		}
		first := c
		if !c.can(fullCopy) {
			first = all[0]
		}
		dst, err := place(i, 0)
		if err == nil {
			err = first.run(fullCopy, src.dir, dst)
		}
		if err == nil {
			err = c.run(r.work, src.dir, dst) // connects, warms up
		}
		if err != nil {
			return nil, err
		}
	}
	for round := range o.rounds {
		if r.change != nil {
			if err := r.change(src); err != nil {
				return nil, err
			}
		}
		for k := range all {
			i := (k + round) % len(all)
			if !all[i].can(r.work) {
				continue
			}
			dst, err := place(i, round)
			if err != nil {
				return nil, err
			}
			flushDisk(at)
			began := time.Now()
			if err := all[i].run(r.work, src.dir, dst); err != nil {
				return nil, err
			}
			taken[i] = append(taken[i], time.Since(began))
			if r.work == fullCopy {
				if err := spend(dst); err != nil {
					return nil, err
				}
			}
		}
	}
	medians := make([]time.Duration, len(all))
	for i, list := range taken {
		if len(list) > 0 {
			slices.Sort(list)
			medians[i] = list[len(list)/2]
		}
	}
	return medians, spend(at)
}

// spend gives back the room of files that are no longer needed but keeps the files until the end. ext4 does not use the inodes of files
// that were removed within the last minutes and looks at each of them whenever a file is made: after a removal of some ten thousand
// files that takes most of the time of a copy, whoever makes it.
func spend(dir string) error {
	return filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			err = os.Truncate(path, 0)
		}
		return err
	})
}
