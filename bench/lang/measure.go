package main

// This file defines one measurement: a program run by every interpreter in turn.

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

const timeLimit = 2 * time.Minute // of one run

// A row is what was measured of one program; the slices have one element per engine.
type row struct {
	name    string
	seconds []float64 // medians; 0 where the engine has no such program
	bytes   []int64   // the largest resident size
	wrong   []bool    // the answer differs from the first engine's, or there is none
}

// measure runs the program, which is given by its Perl version, with every engine, round by round.
func measure(perlPath string, engines []engine, o *options, inputs map[string]string) (*row, error) {
	r := &row{name: programName(perlPath), seconds: make([]float64, len(engines)), bytes: make([]int64, len(engines)), wrong: make([]bool, len(engines))}
	times := make([][]float64, len(engines))
	var want answer
	for range o.rounds {
		for i, e := range engines {
			path := strings.TrimSuffix(perlPath, ".pl") + e.ext
			if _, err := os.Stat(path); err != nil || r.wrong[i] {
				continue
			}
			got, err := runOnce(e, path, inputs[r.name])
			if err != nil && i == 0 {
				return nil, err
			}
			if i == 0 {
				want = got
			}
			if err != nil || got.sum != want.sum {
				fmt.Fprintf(os.Stderr, "\n%s: %s answers %s, perl %s\n", r.name, e.name, describe(got, err), describe(want, nil))
				r.wrong[i] = true
				continue
			}
			seconds := got.wall
			if o.clock == "cpu" {
				seconds = got.cpu
			}
			times[i] = append(times[i], seconds)
			r.bytes[i] = max(r.bytes[i], got.resident)
		}
	}
	for i := range engines {
		r.seconds[i] = median(times[i])
	}
	return r, nil
}

// An answer is what one run printed and used.
type answer struct {
	sum       [sha256.Size]byte
	head      string // the first bytes printed
	wall, cpu float64
	resident  int64
}

func describe(a answer, err error) string {
	if err != nil {
		return err.Error()
	}
	return fmt.Sprintf("%q", a.head)
}

// runOnce runs a program, its output going to a file.
func runOnce(e engine, path, input string) (answer, error) {
	ctx, cancel := context.WithTimeout(context.Background(), timeLimit)
	defer cancel()
	argv := append(slices.Clone(e.argv), path)
	if input != "" {
		argv = append(argv, input)
	}
	cmd := exec.CommandContext(ctx, argv[0], argv[1:]...)
	out, err := os.CreateTemp("", "bench-out")
	if err != nil {
		return answer{}, err
	}
	defer os.Remove(out.Name())
	defer out.Close()
	var stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = out, &stderr
	start := time.Now()
	err = cmd.Run()
	wall := time.Since(start).Seconds()
	if err != nil {
		return answer{}, fmt.Errorf("%s: %w: %s", strings.Join(argv, " "), err, strings.TrimSpace(stderr.String()))
	}
	a := answer{wall: wall, cpu: (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds(), resident: residentSize(cmd.ProcessState)}
	return a, a.read(out)
}

// read digests the output of a run.
func (a *answer) read(f *os.File) error {
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return err
	}
	h.Sum(a.sum[:0])
	head := make([]byte, 60)
	n, _ := f.ReadAt(head, 0)
	a.head = string(head[:n])
	return nil
}

func median(list []float64) float64 {
	if len(list) == 0 {
		return 0
	}
	s := slices.Sorted(slices.Values(list))
	if n := len(s); n%2 == 0 {
		return (s[n/2-1] + s[n/2]) / 2
	}
	return s[len(s)/2]
}
