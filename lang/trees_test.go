package lang

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/lang/tree"
)

var update = flag.Bool("update", false, "write the trees that the parser builds into testdata/trees")

// TestTrees compares the trees of small scripts with testdata/trees. A case is a script, a line "=>", and one line per
// statement; cases are separated by a line "----".
func TestTrees(t *testing.T) {
	files, _ := filepath.Glob("testdata/trees/*.txt")
	if len(files) == 0 {
		t.Fatal("no cases")
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, c := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n----\n") {
			text, want, _ := strings.Cut(c+"\n", "\n=>\n")
			program, diags := parse(t, text)
			for _, d := range diags {
				t.Errorf("%s: %s\n\tunexpected: %s", name, text, d.Error())
			}
			got := tree.DumpProgram(program)
			out = append(out, text+"\n=>\n"+got)
			if got != strings.TrimSuffix(want, "\n") && !*update {
				t.Errorf("%s: %s\n--- got\n%s\n--- want\n%s", name, text, got, want)
			}
		}
		if *update {
			if err := os.WriteFile(name, []byte(strings.Join(out, "\n----\n")+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
