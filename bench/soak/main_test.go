package main

// This file runs a short soak and tests the judgement.

import (
	"strings"
	"testing"
)

func TestSoak(t *testing.T) {
	var out strings.Builder
	all, err := soak(240, &out)
	if err != nil || len(all) != 10 {
		t.Fatalf("%d measures, %v", len(all), err)
	}
	if text := grown(all[1], all[9]); text != "" {
		t.Errorf("%s\n%s", text, out.String())
	}
}

func TestGrown(t *testing.T) {
	first := measure{heap: 20 << 20, goroutines: 3}
	for want, last := range map[string]measure{
		"":           {heap: 25 << 20, goroutines: 3},
		"goroutines": {heap: 20 << 20, goroutines: 4},
		"bytes live": {heap: 30 << 20, goroutines: 1},
	} {
		if got := grown(first, last); (got == "") != (want == "") || !strings.Contains(got, want) {
			t.Errorf("%+v: %q, want %q", last, got, want)
		}
	}
}
