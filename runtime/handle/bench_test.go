package handle

// This file measures reading by line and writing in small pieces.

import (
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// textFile writes about 20 MB of lines of 40 bytes.
func textFile(b *testing.B) string {
	path := filepath.Join(b.TempDir(), "text")
	line := strings.Repeat("x", 39) + "\n"
	if err := os.WriteFile(path, []byte(strings.Repeat(line, 20<<20/len(line))), 0o644); err != nil {
		b.Fatal(err)
	}
	return path
}

func benchLines(b *testing.B, mode string) {
	s := NewSet(Config{})
	path := textFile(b)
	sep := Separator{}
	b.SetBytes(20 << 20)
	b.ReportAllocs()
	for b.Loop() {
		h, err := s.OpenFile(mode, path)
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for {
			line, ok, _ := h.ReadLine(&sep)
			if !ok {
				break
			}
			n += len(line)
		}
		if _, err := h.Close(); err != nil || n == 0 {
			b.Fatal(n, err)
		}
	}
}

func BenchmarkReadLine(b *testing.B)     { benchLines(b, "<") }
func BenchmarkReadLineUTF8(b *testing.B) { benchLines(b, "<:encoding(UTF-8)") }
func BenchmarkReadLineCRLF(b *testing.B) { benchLines(b, "<:crlf") }

func BenchmarkEachLine(b *testing.B) {
	s := NewSet(Config{})
	path := textFile(b)
	sep := Separator{}
	b.SetBytes(20 << 20)
	b.ReportAllocs()
	for b.Loop() {
		h, err := s.OpenFile("<", path)
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		if err := h.EachLine(&sep, func(line []byte) bool { n += len(line); return true }); err != nil {
			b.Fatal(err)
		}
		if _, err := h.Close(); err != nil || n == 0 {
			b.Fatal(n, err)
		}
	}
}

func BenchmarkSlurp(b *testing.B) {
	s := NewSet(Config{})
	path := textFile(b)
	sep := Separator{kind: sepSlurp}
	b.SetBytes(20 << 20)
	for b.Loop() {
		h, err := s.OpenFile("<", path)
		if err != nil {
			b.Fatal(err)
		}
		if line, _, _ := h.ReadLine(&sep); line == "" {
			b.Fatal("nothing read")
		}
		if _, err := h.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkWrite writes two million lines "$i\t$j\n" piece by piece.
func BenchmarkWrite(b *testing.B) {
	s := NewSet(Config{Stdout: io.Discard})
	for b.Loop() {
		for i := range 2_000_000 {
			if s.Stdout.Write("12345", false) != nil || s.Stdout.Write("\t", false) != nil || s.Stdout.Write("67\n", false) != nil {
				b.Fatal(i)
			}
		}
	}
}

// BenchmarkAppend does the same through Begin and End.
func BenchmarkAppend(b *testing.B) {
	s := NewSet(Config{Stdout: io.Discard})
	for b.Loop() {
		for i := range int64(2_000_000) {
			buf, ok := s.Stdout.Begin()
			if !ok {
				b.Fatal("no buffer")
			}
			buf = strconv.AppendInt(buf, i, 10)
			buf = append(buf, '\t')
			buf = strconv.AppendInt(buf, i&63, 10)
			if s.Stdout.End(append(buf, '\n')) != nil {
				b.Fatal(i)
			}
		}
	}
}

// BenchmarkOpenClose opens, reads a line and closes.
func BenchmarkOpenClose(b *testing.B) {
	s := NewSet(Config{})
	path := filepath.Join(b.TempDir(), "small")
	if err := os.WriteFile(path, []byte("a\nb\n"), 0o644); err != nil {
		b.Fatal(err)
	}
	sep := Separator{}
	b.ReportAllocs()
	for b.Loop() {
		h, err := s.OpenFile("<", path)
		if err != nil {
			b.Fatal(err)
		}
		if line, _, _ := h.ReadLine(&sep); line != "a\n" {
			b.Fatal(line)
		}
		if _, err := h.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
