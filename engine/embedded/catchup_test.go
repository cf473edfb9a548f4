package embedded

// This file tests that what changed while the engine was closed is waited for, too.

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/smrscript/smrscript/engine"
)

func TestQueueWaitsForCatchingUp(t *testing.T) {
	dir := t.TempDir()
	cfg := testConfig(t, dir)
	c := mustOpen(t, cfg)
	const files = 400
	put := func(text string) {
		for i := range files {
			write(t, filepath.Join(dir, "alpha/data", fmt.Sprint("f", i)), text)
		}
	}
	put("before")
	id := connected(t, c, true)
	call(t, c, engine.Wait{ID: id, For: engine.WaitMirror})
	for round := range 3 {
		must(t, c.Close())
		want := fmt.Sprint("round ", round)
		put(want)
		c = mustOpen(t, cfg)
		call(t, c, engine.Wait{ID: id, For: engine.WaitQueue})
		late := 0
		for i := range files {
			if read(filepath.Join(dir, "beta/copy", fmt.Sprint("f", i))) != want {
				late++
			}
		}
		if late > 0 {
			t.Errorf("round %d: %d files are not in the copy yet", round, late)
		}
	}
}
