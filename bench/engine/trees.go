package main

// This file makes the trees that are copied and changes them.

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// tree is a folder of files in folders of fifty.
type tree struct {
	dir   string
	files int
	most  int // bytes of the largest file
	rnd   *rand.Rand
	buf   []byte
}

const perFolder = 50

func newTree(dir string, files, most int) (*tree, error) {
	t := &tree{dir: dir, files: max(files, 1), most: most, rnd: rand.New(rand.NewPCG(1, uint64(files))), buf: make([]byte, most)}
	t.shake(t.buf)
	for i := range t.files {
		if i%perFolder == 0 {
			if err := os.MkdirAll(filepath.Dir(t.name(i)), 0o755); err != nil {
				return nil, err
			}
		}
		if err := t.write(i); err != nil {
			return nil, err
		}
	}
	return t, nil
}

func (t *tree) name(i int) string {
	return filepath.Join(t.dir, fmt.Sprintf("folder%04d", i/perFolder), fmt.Sprintf("file%05d.dat", i))
}

// shake fills p with bytes that do not compress.
func (t *tree) shake(p []byte) {
	for len(p) >= 8 {
		binary.LittleEndian.PutUint64(p, t.rnd.Uint64())
		p = p[8:]
	}
	for i := range p {
		p[i] = byte(t.rnd.Uint32())
	}
}

// write writes one file of random length with some content of its own.
func (t *tree) write(i int) error {
	size := 1 + t.rnd.IntN(t.most)
	t.shake(t.buf[:min(size, 64)])
	return os.WriteFile(t.name(i), t.buf[:size], 0o644)
}

// change rewrites a hundredth of the files.
func (t *tree) change() error {
	for range max(t.files/100, 1) {
		if err := t.write(t.rnd.IntN(t.files)); err != nil {
			return err
		}
	}
	return nil
}

// changeBlocks overwrites a hundredth of the 4 KiB blocks of the only file.
func (t *tree) changeBlocks() error {
	const block = 4 << 10
	f, err := os.OpenFile(t.name(0), os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	buf := make([]byte, block)
	blocks := max(info.Size()/block, 1)
	for range max(blocks/100, 1) {
		t.shake(buf)
		if _, err := f.WriteAt(buf, t.rnd.Int64N(blocks)*block); err != nil {
			return err
		}
	}
	return nil
}

// newLarge makes a tree of one large file.
func newLarge(dir string, size int64) (*tree, error) {
	t := &tree{dir: dir, files: 1, most: 1, rnd: rand.New(rand.NewPCG(1, 3))}
	if err := os.MkdirAll(filepath.Dir(t.name(0)), 0o755); err != nil {
		return nil, err
	}
	f, err := os.Create(t.name(0))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	buf := make([]byte, 1<<20)
	for at := int64(0); at < size; at += int64(len(buf)) {
		t.shake(buf)
		if _, err := f.WriteAt(buf, at); err != nil {
			return nil, err
		}
	}
	return t, f.Close()
}
