package copier

// This file holds what the tests share: a copier over two temporary folders and
// a comparison of trees.

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/smrscript/smrscript/engine/driver"
	"github.com/smrscript/smrscript/engine/embedded/rules"
	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// memoReport remembers what was reported.
type memoReport struct {
	mu    sync.Mutex
	notes []string
	fails []string
}

func (m *memoReport) Note(path, text string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.notes = append(m.notes, path+": "+text)
}

func (m *memoReport) Failure(path string, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.fails = append(m.fails, path+": "+err.Error())
}

func (m *memoReport) failures() string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return strings.Join(m.fails, "; ")
}

func (m *memoReport) noted(text string) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return strings.Contains(strings.Join(m.notes, "\n"), text)
}

// newCopier copies the folder src, known as /set, to dst. Extra rules are lines
// such as "- /set/*.tmp".
func newCopier(t testing.TB, src, dst string, extra ...string) *Copier {
	t.Helper()
	list := []rules.Rule{{Path: rules.Path{"set"}, Recurse: true}}
	for _, l := range extra {
		how, text, _ := strings.Cut(l, " ")
		p, err := driver.ParsePath(text, func(string) bool { return false })
		if err != nil {
			t.Fatal(err)
		}
		r := rules.Rule{Path: p, Exclude: how == "-", Recurse: true}
		if last := p[len(p)-1]; rules.HasWild(last) {
			r.Path, r.Wild = p[:len(p)-1], last
		}
		list = append(list, r)
	}
	return &Copier{
		Set: rules.New(list, false),
		Roots: []Root{{Path: rules.Path{"set"}, SrcVolume: filepath.Dir(src), SrcRel: filepath.Base(src),
			DstVolume: filepath.Dir(dst), DstRel: filepath.Base(dst)}},
		Run: "1-test", Owner: os.Geteuid() == 0, Workers: 2, Open: tree.OpenPath, Report: &memoReport{},
	}
}

// tree maps paths to a description of each entry of a folder.
func treeOf(t testing.TB, dir string) map[string]string {
	t.Helper()
	m := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, path)
		switch {
		case info.Mode()&fs.ModeSymlink != 0:
			to, _ := os.Readlink(path)
			m[rel] = "link " + to
		case info.IsDir():
			m[rel] = fmt.Sprintf("%v %v", info.Mode(), info.ModTime().UnixNano())
		case info.Mode().IsRegular():
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			m[rel] = fmt.Sprintf("%v %d.%09d %q", info.Mode(), info.ModTime().Unix(), info.ModTime().Nanosecond(), data)
		default:
			m[rel] = "special"
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// sameTrees fails when the folders differ, special files apart.
func sameTrees(t testing.TB, src, dst string) {
	t.Helper()
	want, got := treeOf(t, src), treeOf(t, dst)
	for k, w := range want {
		if w != "special" && got[k] != w {
			t.Errorf("%q: copy has %.200s, source %.200s", k, got[k], w)
		}
	}
	for k := range got {
		if _, ok := want[k]; !ok {
			t.Errorf("%q: only in the copy", k)
		}
	}
}

func write(t testing.TB, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}
