package stdlib

// This file keeps the reference manual fresh.

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const manualDir = "../docs/commands"

func TestManualIsFresh(t *testing.T) {
	pages := Markdown(Registry())
	for name, want := range pages {
		got, err := os.ReadFile(filepath.Join(manualDir, name))
		if err != nil {
			t.Errorf("%v; go generate ./stdlib writes it", err)
		} else if strings.ReplaceAll(string(got), "\r\n", "\n") != want {
			t.Errorf("%s is not what the registry says; go generate ./stdlib writes it anew", name)
		}
	}
	files, err := filepath.Glob(filepath.Join(manualDir, "*.md"))
	if err != nil || len(files) < 30 {
		t.Fatalf("%d pages, %v", len(files), err)
	}
	for _, f := range files {
		if _, ok := pages[filepath.Base(f)]; !ok {
			t.Errorf("%s is about no command any more", f)
		}
	}
}

// TestManualSaysWhatHelpSays compares the pages with those that help prints.
func TestManualSaysWhatHelpSays(t *testing.T) {
	r := Registry()
	pages := Markdown(r)
	for _, e := range entries() {
		name := "functions.md"
		if e.Command != nil {
			name = strings.ToLower(heads(e)[0]) + ".md"
		}
		help, ok := Manual(r, e.Name())
		if e.Command != nil {
			help, ok = Manual(r, heads(e)[0])
		}
		doc := strings.TrimSpace(e.Doc)
		if !ok || !strings.Contains(pages[name], doc) || !strings.Contains(help, doc) {
			t.Errorf("%s: the page %s or the help lacks its text", e.Usage, name)
		}
	}
	if index := pages["README.md"]; !strings.Contains(index, "| [CONNECT](connect.md) |") || !strings.Contains(index, `PAUSE \| RESUME`) {
		t.Errorf("the index:\n%.600s", index)
	}
}
