package main

// This file measures how soon a change of the source is visible on the copy.

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded"
)

// measureLatency makes changes at a steady rate and looks at the copy as often as
// it can. A change is a file of 1 to 4 KiB that begins with its number, made anew
// or written over.
func measureLatency(o *options, dir string) error {
	src, dst := filepath.Join(dir, "source"), filepath.Join(dir, "copy")
	for _, d := range []string{src, dst} {
		if err := os.Mkdir(d, 0o755); err != nil {
			return err
		}
	}
	c, err := openEngine(dir, filepath.Join(dir, "state"), embedded.Settings{})
	if err != nil {
		return err
	}
	defer c.Close()
	id, err := c.connect(src, dst, engine.Connect{Replicate: true, Mirror: &engine.MirrorOptions{}})
	if err == nil {
		err = c.mirrored(id)
	}
	if err != nil {
		return err
	}
	total := int(o.span.Seconds() * float64(o.rate))
	made := make(chan change, total)
	go makeChanges(o, src, total, made)
	late, err := watchCopy(dst, total, made)
	if err != nil {
		return err
	}
	slices.Sort(late)
	at := func(q float64) time.Duration { return late[min(int(q*float64(len(late))), len(late)-1)] }
	fmt.Printf("| replication, %d changes at %d a second | ms | goal |\n|---|---|---|\n", len(late), o.rate)
	for _, l := range []struct {
		name string
		d    time.Duration
		goal string
	}{{"median", at(0.5), "20"}, {"99th percentile", at(0.99), "100"}, {"slowest", late[len(late)-1], "-"}} {
		fmt.Printf("| %s | %.2f | %s |\n", l.name, float64(l.d.Microseconds())/1000, l.goal)
	}
	fmt.Println()
	return nil
}

// change is one write on the source; at is when it was finished.
type change struct {
	name string
	n    int
	at   time.Time
	err  error
}

// files is how many names the changes go round.
const files = 500

func makeChanges(o *options, src string, total int, made chan<- change) {
	defer close(made)
	body := make([]byte, 4<<10)
	tick := time.NewTicker(time.Second / time.Duration(o.rate))
	defer tick.Stop()
	for n := range total {
		<-tick.C
		name := fmt.Sprintf("f%03d", n%files)
		text := strconv.AppendInt(body[:0], int64(n), 10)
		text = append(append(text, ' '), body[:1024+n%3072]...)
		err := os.WriteFile(filepath.Join(src, name), text, 0o644)
		made <- change{name, n, time.Now(), err}
	}
}

// watchCopy looks for each change in turn. One that was overtaken by a later one
// of the same name counts when that is seen.
func watchCopy(dst string, total int, made <-chan change) ([]time.Duration, error) {
	late := make([]time.Duration, 0, total)
	for ch := range made {
		if ch.err != nil {
			return nil, ch.err
		}
		for seen(filepath.Join(dst, ch.name)) < ch.n {
			if time.Since(ch.at) > 30*time.Second {
				return nil, fmt.Errorf("change %d of %s is not on the copy after 30 s", ch.n, ch.name)
			}
			time.Sleep(100 * time.Microsecond)
		}
		late = append(late, max(time.Since(ch.at), 0))
	}
	return late, nil
}

// seen is the number of the change that a copied file holds, -1 when there is none.
func seen(path string) int {
	f, err := os.Open(path)
	if err != nil {
		return -1
	}
	defer f.Close()
	var head [24]byte
	n, _ := f.Read(head[:])
	end := slices.Index(head[:n], ' ')
	if end < 0 {
		return -1
	}
	number, err := strconv.Atoi(string(head[:end]))
	if err != nil {
		return -1
	}
	return number
}
