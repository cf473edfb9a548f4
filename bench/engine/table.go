package main

// This file prints the table of copies: rsync's seconds, and how many times faster everyone is.

import (
	"fmt"
	"io"
	"time"
)

type table struct {
	contenders []contender
	rows       []row
	times      [][]time.Duration
}

func (t *table) add(r row, times []time.Duration) {
	t.rows, t.times = append(t.rows, r), append(t.times, times)
}

// print writes Markdown. The first contender is the measure; higher is faster.
func (t *table) print(w io.Writer) {
	fmt.Fprintf(w, "| work | %s, s |", t.contenders[0].name)
	for _, c := range t.contenders[1:] {
		fmt.Fprintf(w, " %s |", c.name)
	}
	fmt.Fprint(w, " goal |\n|---|")
	for range t.contenders {
		fmt.Fprint(w, "---|")
	}
	fmt.Fprintln(w, "---|")
	for i, r := range t.rows {
		fmt.Fprintf(w, "| %s | %.3f |", r.name, t.times[i][0].Seconds())
		for _, d := range t.times[i][1:] {
			fmt.Fprintf(w, " %s |", factor(t.times[i][0], d))
		}
		fmt.Fprintf(w, " %s |\n", r.goal)
	}
}

func factor(base, d time.Duration) string {
	if d == 0 || base == 0 {
		return "-"
	}
	return fmt.Sprintf("%.2f", base.Seconds()/d.Seconds())
}
