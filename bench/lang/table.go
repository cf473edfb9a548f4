package main

// This file defines the table that is printed: perl's seconds, and everyone's time as a multiple of them.

import (
	"fmt"
	"io"
	"math"
)

// A table collects rows.
type table struct {
	engines []engine
	clock   string
	memory  bool
	rows    []*row
	wrong   []string // "program (engine)" for each different answer
}

func (t *table) add(r *row) {
	t.rows = append(t.rows, r)
	for i, w := range r.wrong {
		if w {
			t.wrong = append(t.wrong, fmt.Sprintf("%s (%s)", r.name, t.engines[i].name))
		}
	}
}

// figure returns what counts of an engine in a row.
func (t *table) figure(r *row, i int) float64 {
	if r.wrong[i] {
		return 0
	}
	if t.memory {
		return float64(r.bytes[i]) / (1 << 20)
	}
	return r.seconds[i]
}

// print writes the table as Markdown, the geometric means last.
func (t *table) print(w io.Writer) {
	unit := t.clock + " s"
	if t.memory {
		unit = "MB"
	}
	fmt.Fprintf(w, "| program | perl, %s |", unit)
	for _, e := range t.engines[1:] {
		fmt.Fprintf(w, " %s |", e.name)
	}
	fmt.Fprint(w, "\n|---|---|")
	for range t.engines[1:] {
		fmt.Fprint(w, "---|")
	}
	fmt.Fprintln(w)
	for _, r := range t.rows {
		fmt.Fprintf(w, "| %s | %.3f |", r.name, t.figure(r, 0))
		for i := range t.engines[1:] {
			fmt.Fprintf(w, " %s |", ratio(t.figure(r, i+1), t.figure(r, 0)))
		}
		fmt.Fprintln(w)
	}
	fmt.Fprint(w, "| **geometric mean** | |")
	for i := range t.engines[1:] {
		mean, n := t.mean(i + 1)
		cell := "-"
		if n > 0 {
			cell = fmt.Sprintf("**%.2f** of %d", mean, n)
		}
		fmt.Fprintf(w, " %s |", cell)
	}
	fmt.Fprintln(w)
}

func ratio(a, b float64) string {
	if a == 0 || b == 0 {
		return "-"
	}
	return fmt.Sprintf("%.2f", a/b)
}

// mean returns the geometric mean of an engine's multiples and how many there are.
func (t *table) mean(i int) (float64, int) {
	sum, n := 0.0, 0
	for _, r := range t.rows {
		if a, b := t.figure(r, i), t.figure(r, 0); a > 0 && b > 0 {
			sum += math.Log(a / b)
			n++
		}
	}
	if n == 0 {
		return 0, 0
	}
	return math.Exp(sum / float64(n)), n
}
