package main

// This file defines the texts that some programs read: 20 MB of words and 20 MB of log lines, the same at every run.

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
)

const inputSize = 20 << 20

// writeInputs makes the inputs in a folder; the result maps names of programs to files.
func writeInputs(dir string) (map[string]string, error) {
	words, log := filepath.Join(dir, "words.txt"), filepath.Join(dir, "access.log")
	if err := writeText(words, wordLines(inputSize)); err != nil {
		return nil, err
	}
	if err := writeText(log, logLines(inputSize)); err != nil {
		return nil, err
	}
	return map[string]string{
		"wordfreq": words, "splitcount": words, "readlines": words, "wordloop": words, "substitute": words, "tailfilter": words,
		"regex": log, "globalmatch": log, "logfields": log, "patterns": log,
	}, nil
}

// writeText writes what lines produces, a line at a time, until it produces nothing.
func writeText(path string, lines func() string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	for line := lines(); line != ""; line = lines() {
		if _, err := w.WriteString(line); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

// wordLines returns a source of lines of made-up words, frequent ones and rare ones, size bytes or a little more.
func wordLines(size int) func() string {
	r := rand.New(rand.NewPCG(1, 2))
	syllables := []string{"ka", "re", "mo", "tin", "sul", "ba", "ne", "lor", "vi", "qua", "ster", "o", "pli", "du", "fen", "xy"}
	vocabulary := make([]string, 30_000)
	for i := range vocabulary {
		for range 1 + r.IntN(3) + i/10_000 {
			vocabulary[i] += syllables[r.IntN(len(syllables))]
		}
	}
	pick := rand.NewZipf(r, 1.1, 8, uint64(len(vocabulary)-1))
	written := 0
	return func() string {
		if written >= size {
			return ""
		}
		var line []byte
		for i := range 6 + r.IntN(14) {
			if i > 0 {
				line = append(line, ' ')
			}
			w := vocabulary[pick.Uint64()]
			if r.IntN(9) == 0 {
				w = string(w[0]-32) + w[1:]
			}
			line = append(line, w...)
			if r.IntN(40) == 0 {
				line = fmt.Appendf(line, " %d", r.IntN(5000))
			}
		}
		written += len(line) + 1
		return string(line) + "\n"
	}
}

// logLines returns a source of lines as web servers write them.
func logLines(size int) func() string {
	r := rand.New(rand.NewPCG(3, 4))
	methods := []string{"GET", "GET", "GET", "GET", "POST", "PUT", "HEAD"}
	statuses := []int{200, 200, 200, 200, 304, 301, 404, 500, 503}
	agents := []string{"Mozilla/5.0 (X11; Linux)", "curl/7.88.1", "Googlebot/2.1", "smr/1.0"}
	written := 0
	return func() string {
		if written >= size {
			return ""
		}
		line := fmt.Sprintf("10.%d.%d.%d - - [%02d/Mar/2024:%02d:%02d:%02d +0000] \"%s /files/%c/%d.html HTTP/1.1\" %d %d \"-\" \"%s\"\n",
			r.IntN(4), r.IntN(20), r.IntN(250), 1+r.IntN(28), r.IntN(24), r.IntN(60), r.IntN(60), methods[r.IntN(len(methods))],
			'a'+rune(r.IntN(26)), r.IntN(10_000), statuses[r.IntN(len(statuses))], r.IntN(100_000), agents[r.IntN(len(agents))])
		written += len(line)
		return line
	}
}
