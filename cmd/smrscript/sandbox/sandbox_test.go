package sandbox

// This file tests the sandbox: that it is made once, that its database is what it claims, and above all that the check
// tells a copy of one instant from one that was taken carelessly.

import (
	"archive/tar"
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func fresh(t *testing.T) Sandbox {
	t.Helper()
	box, isFresh, err := Make(filepath.Join(t.TempDir(), "box"))
	if err != nil || !isFresh {
		t.Fatalf("fresh %v, %v", isFresh, err)
	}
	return box
}

func TestMake(t *testing.T) {
	box := fresh(t)
	for _, place := range []string{ConfigFile, "setup.smr", "script1.smr", "script2.smr", "rotate.smr", Backups, Data + "/" + logName, Data + "/" + dataName,
		Data + "/files/folder00/file000.txt", "beta"} {
		if _, err := os.Stat(box.Path(place)); err != nil {
			t.Error(err)
		}
	}
	if info, err := os.Stat(box.Path(password)); err != nil || info.Mode().Perm()&0o077 != 0 && os.PathSeparator == '/' {
		t.Errorf("the password file: %v, %v", info, err)
	}
	before, err := os.ReadFile(box.Path(password))
	if err != nil {
		t.Fatal(err)
	}
	again, isFresh, err := Make(box.Dir)
	if err != nil || isFresh || again != box {
		t.Errorf("again: %v, fresh %v, %v", again, isFresh, err)
	}
	if after, err := os.ReadFile(box.Path(password)); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the second time changed the password: %v", err)
	}
}

func TestMakeRefuses(t *testing.T) {
	for name, files := range map[string][]string{"something else": {"notes.txt"}, "another configuration": {ConfigFile}} {
		dir := t.TempDir()
		for _, f := range files {
			if err := os.WriteFile(filepath.Join(dir, f), []byte("state = \"mine\"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if _, _, err := Make(dir); err == nil || !strings.Contains(err.Error(), "--dir") {
			t.Errorf("%s: %v", name, err)
		}
		if left, err := os.ReadDir(dir); err != nil || len(left) != len(files) {
			t.Errorf("%s: the folder was touched: %v, %v", name, left, err)
		}
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, _, err := Make(file); err == nil {
		t.Error("a file was taken for a folder")
	}
	empty := t.TempDir()
	if _, isFresh, err := Make(empty); err != nil || !isFresh {
		t.Errorf("an empty folder: fresh %v, %v", isFresh, err)
	}
}

// files reads log and data file.
func files(t *testing.T, box Sandbox) (log, data []byte) {
	t.Helper()
	log, err := os.ReadFile(box.Path(Data + "/" + logName))
	if err != nil {
		t.Fatal(err)
	}
	data, err = os.ReadFile(box.Path(Data + "/" + dataName))
	if err != nil {
		t.Fatal(err)
	}
	return log, data
}

func steps(t *testing.T, l *Ledger, n int) {
	t.Helper()
	for range n {
		if err := l.Step(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestCheckTellsCopiesApart(t *testing.T) {
	box := fresh(t)
	l, err := OpenLedger(box)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if n, err := Check(files(t, box)); n != 0 || err != nil {
		t.Errorf("an empty database: %d, %v", n, err)
	}
	steps(t, l, 500)
	log500, data500 := files(t, box)
	if n, err := Check(log500, data500); n != 500 || err != nil {
		t.Fatalf("one instant: %d, %v", n, err)
	}
	steps(t, l, 1)
	log501, data501 := files(t, box)
	if n, err := Check(log501, data500); n != 501 || err != nil {
		t.Errorf("the instant between log and data: %d, %v", n, err)
	}
	steps(t, l, 1)
	log502, data502 := files(t, box)

	for name, c := range map[string]struct{ log, data []byte }{
		"the data file is two behind":   {log502, data500},
		"the data file is one ahead":    {log500, data501},
		"the data file is two ahead":    {log500, data502},
		"the log ends within a record":  {log502[:len(log502)-1], data502},
		"a record is damaged":           {flip(log502, len(log502)/2), data502},
		"a record is missing":           {append(bytes.Clone(log502[:recordSize]), log502[2*recordSize:]...), data502},
		"a page is damaged":             {log502, flip(data502, int(pageOf(log502))*pageSize+7)},
		"an untouched page is written":  {log502, flip(data502, len(data502)-1)},
		"the data file is cut off":      {log502, data502[:len(data502)-pageSize]},
		"the log is empty":              {nil, data502},
		"pages of two different states": {log502, append(bytes.Clone(data500[:len(data500)/2]), data502[len(data502)/2:]...)},
	} {
		if name == "pages of two different states" && bytes.Equal(c.data, data502) {
			continue // both transactions fell into the second half
		}
		if _, err := Check(c.log, c.data); err == nil {
			t.Errorf("%s: not noticed", name)
		}
	}
}

func flip(b []byte, at int) []byte {
	b = bytes.Clone(b)
	b[at] ^= 1
	return b
}

// pageOf returns the page of the last record.
func pageOf(log []byte) uint32 {
	t, _ := readRecord(log[len(log)-recordSize:])
	return t.page
}

// TestCarelessCopy copies the way the story of the torn backup goes: the data file first and the log later, while the writer goes on.
func TestCarelessCopy(t *testing.T) {
	box := fresh(t)
	l, err := OpenLedger(box)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	steps(t, l, 50)
	_, data := files(t, box)
	steps(t, l, 50)
	log, _ := files(t, box)
	if _, err := Check(log, data); err == nil {
		t.Error("a copy whose files are of two moments is called consistent")
	}
}

func TestLedgerRecovers(t *testing.T) {
	box := fresh(t)
	l, err := OpenLedger(box)
	if err != nil {
		t.Fatal(err)
	}
	steps(t, l, 20)
	_, behind := files(t, box)
	steps(t, l, 1)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	// As if the writer had been killed between log and data file, in the middle of the next record.
	log, _ := files(t, box)
	if err := os.WriteFile(box.Path(Data+"/"+dataName), behind, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(box.Path(Data+"/"+logName), append(log, 1, 2, 3), 0o644); err != nil {
		t.Fatal(err)
	}
	l, err = OpenLedger(box)
	if err != nil {
		t.Fatal(err)
	}
	if l.Transactions() != 21 {
		t.Errorf("%d transactions", l.Transactions())
	}
	steps(t, l, 1)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if n, err := Check(files(t, box)); n != 22 || err != nil {
		t.Errorf("%d, %v", n, err)
	}
	if err := os.WriteFile(box.Path(Data+"/"+logName), make([]byte, recordSize), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenLedger(box); err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("a damaged log: %v", err)
	}
}

func TestWriter(t *testing.T) {
	box := fresh(t)
	first := time.Now()
	w, err := StartWriter(context.Background(), box)
	if err != nil {
		t.Fatal(err)
	}
	notes := func() int {
		found, _ := filepath.Glob(box.Path(Data + "/notes/*.txt"))
		return len(found)
	}
	for notes() < 2 {
		if time.Since(first) > 30*time.Second {
			t.Fatal("the writer writes no notes")
		}
		time.Sleep(5 * time.Millisecond)
	}
	n, err := w.Stop()
	if err != nil || n < burst {
		t.Errorf("%d transactions, %v", n, err)
	}
	if m, err := w.Stop(); m != n || err != nil {
		t.Errorf("stopped again: %d, %v", m, err)
	}
	if m, err := Check(files(t, box)); m != n || err != nil {
		t.Errorf("after the writer: %d of %d transactions, %v", m, n, err)
	}
	left, _ := filepath.Glob(box.Path(Data + "/*/*.tmp"))
	if len(left) > 0 {
		t.Errorf("scratch files are left: %q", left)
	}
	// Old notes go, so that copies have something to remove.
	for i := range 3 * keptNotes {
		w := &Writer{box: box}
		if err := w.edit(i); err != nil {
			t.Fatal(err)
		}
	}
	if notes() != keptNotes {
		t.Errorf("%d notes are kept", notes())
	}
}

func TestCheckArchive(t *testing.T) {
	box := fresh(t)
	l, err := OpenLedger(box)
	if err != nil {
		t.Fatal(err)
	}
	steps(t, l, 30)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	log, data := files(t, box)
	archive := func(members map[string][]byte) string {
		name := filepath.Join(t.TempDir(), "a.tar")
		var b bytes.Buffer
		w := tar.NewWriter(&b)
		for member, content := range members {
			if err := w.WriteHeader(&tar.Header{Name: member, Mode: 0o644, Size: int64(len(content))}); err != nil {
				t.Fatal(err)
			}
			if _, err := w.Write(content); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return name
	}
	if n, err := CheckArchive(archive(map[string][]byte{"./" + logName: log, "./" + dataName: data, "./other": nil})); n != 30 || err != nil {
		t.Errorf("%d, %v", n, err)
	}
	whole := archive(map[string][]byte{logName: log, dataName: data})
	if text, err := os.ReadFile(whole); err != nil || os.WriteFile(whole, text[:len(text)/2], 0o644) != nil {
		t.Fatal(err)
	}
	for name, file := range map[string]string{
		"no log":     archive(map[string][]byte{dataName: data}),
		"no data":    archive(map[string][]byte{logName: log}),
		"old log":    archive(map[string][]byte{logName: log[:10*recordSize], dataName: data}),
		"cut off":    whole,
		"no archive": box.Path(ConfigFile),
		"missing":    box.Path("missing.tar"),
	} {
		if _, err := CheckArchive(file); err == nil {
			t.Errorf("%s: not noticed", name)
		}
	}
}
