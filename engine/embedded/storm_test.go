package embedded

// This file changes a source in every way, with files that can be told whole from half.

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// storm changes alpha/data. Files whose name begins with log only grow; the others are only ever replaced as a whole.
type storm struct {
	stage, data string
	rnd         *rand.Rand
	made        int
}

func newStorm(dir string, seed uint64) *storm {
	s := &storm{stage: filepath.Join(dir, "alpha/stage"), data: filepath.Join(dir, "alpha/data"), rnd: rand.New(rand.NewPCG(seed, 1))}
	_ = os.MkdirAll(s.stage, 0o755) // a failure shows at the first file
	_ = os.MkdirAll(s.data, 0o755)
	return s
}

// stream is the content of everything: its beginning at a seed.
func stream(seed uint64, size int) []byte {
	out := make([]byte, 0, size+32)
	for i := uint64(0); len(out) < size; i++ {
		sum := sha256.Sum256(fmt.Appendf(nil, "%d %d", seed, i/64)) // repetitive, so that it is quickly made
		out = append(out, sum[:]...)
	}
	return out[:size]
}

// content is a file that says how long it is.
func content(seed uint64, size int) []byte {
	head := fmt.Appendf(nil, "%d %d\n", seed, size)
	return append(head, stream(seed, size)...)
}

// wholeFile says what is wrong with a file that was made by a storm.
func wholeFile(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if strings.HasPrefix(filepath.Base(path), "log") {
		if !bytes.Equal(data, stream(1, len(data))) {
			return fmt.Errorf("%s is not what was appended to it, %d bytes", path, len(data))
		}
		return nil
	}
	var seed uint64
	var size int
	if _, err := fmt.Sscanf(string(data[:min(len(data), 40)]), "%d %d\n", &seed, &size); err != nil || !bytes.Equal(data, content(seed, size)) {
		return fmt.Errorf("%s is half a file: %d bytes, begins %.40q", path, len(data), data)
	}
	return nil
}

// place is a folder or, with a stem, a file of the tree.
func (s *storm) place(stem string) string {
	folder := filepath.Join(s.data, fmt.Sprint("d", s.rnd.IntN(4)))
	if s.rnd.IntN(2) == 0 {
		folder = filepath.Join(folder, fmt.Sprint("e", s.rnd.IntN(3)))
	}
	if stem == "" {
		return folder
	}
	return filepath.Join(folder, fmt.Sprint(stem, s.rnd.IntN(8)))
}

// step makes one change. What is not there is no error.
func (s *storm) step() error {
	var err error
	switch s.rnd.IntN(16) {
	default:
		err = s.replace()
	case 0:
		err = os.Remove(s.place("f"))
	case 1:
		err = os.Rename(s.place("f"), s.place("f"))
	case 2, 3:
		err = s.grow()
	case 4:
		err = os.Rename(s.place(""), s.place(""))
	case 5:
		err = os.RemoveAll(s.place(""))
	case 6:
		err = os.Chmod(s.place("f"), fs.FileMode(0o600|s.rnd.IntN(2)*0o044))
	case 7:
		at := time.Unix(1_000_000_000+s.rnd.Int64N(1_000_000), s.rnd.Int64N(1_000_000_000))
		err = os.Chtimes(s.place("f"), at, at)
	case 8:
		err = os.Link(s.place("f"), s.place("f"))
	case 9:
		if err = os.MkdirAll(s.place(""), 0o755); err == nil {
			err = os.Symlink("f1", s.place("link"))
		}
	case 10:
		err = os.Remove(s.place("link"))
	}
	if err == nil || os.IsNotExist(err) || os.IsExist(err) || strings.Contains(err.Error(), "not empty") || strings.Contains(err.Error(), "invalid argument") {
		return nil
	}
	return err
}

// replace puts a whole file in the place of another.
func (s *storm) replace() error {
	s.made++
	size := s.rnd.IntN(20_000)
	if s.rnd.IntN(60) == 0 {
		size = 1<<20 + s.rnd.IntN(1<<20) // the engine compares blocks of these
	}
	temp := filepath.Join(s.stage, "new")
	if err := os.WriteFile(temp, content(s.rnd.Uint64N(3), size), 0o644); err != nil {
		return err
	}
	to := s.place("f")
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.Rename(temp, to)
}

// grow appends to a file.
func (s *storm) grow() error {
	path := s.place("log")
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	more := s.rnd.IntN(50_000)
	if info.Size() > 2<<20 {
		return nil
	}
	if s.rnd.IntN(10) == 0 {
		more = 1 << 20
	}
	_, err = f.Write(stream(1, int(info.Size())+more)[info.Size():])
	return err
}

// listing describes what is below a folder: kind, permissions, times of files, content.
func listing(t testing.TB, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	must(t, filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		is := info.Mode().String()
		switch {
		case info.Mode().IsRegular():
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			sum := sha256.Sum256(data)
			is += fmt.Sprintf(" %d bytes %x of %d.%09d", len(data), sum[:6], info.ModTime().Unix(), info.ModTime().Nanosecond())
		case info.Mode()&fs.ModeSymlink != 0:
			text, err := os.Readlink(path)
			if err != nil {
				return err
			}
			is += " to " + text
		}
		out[name] = is
		return nil
	}))
	return out
}
