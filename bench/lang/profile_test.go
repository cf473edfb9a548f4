package main

// This file tests the profile.

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestProfile checks that every program of a folder runs, and that what is left is a profile.
func TestProfile(t *testing.T) {
	home := t.TempDir()
	folder := filepath.Join(home, "some")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	mark := filepath.Join(home, "mark")
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("one.pl", `open my $f, '>', $ARGV[0] or die; print $f "ran"; close $f;`)
	write("two.pl", `print "nobody sees this"; my $n = 0; $n += $_ for 1 .. 1000;`)
	out := filepath.Join(home, "cpu.pgo")
	all := regexp.MustCompile("")
	if err := writeProfile(out, home, []string{"some"}, all, map[string]string{"one": mark}); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(mark); err != nil || string(got) != "ran" {
		t.Errorf("the program with an input left %q, %v", got, err)
	}
	if got, err := os.ReadFile(out); err != nil || !bytes.HasPrefix(got, []byte{0x1f, 0x8b}) {
		t.Errorf("there is no compressed profile: %d bytes, %v", len(got), err)
	}
	write("three.pl", `exit 3;`)
	if err := writeProfile(out, home, []string{"some"}, regexp.MustCompile("three"), nil); err == nil || !strings.Contains(err.Error(), "three.pl: it ended with status 3") {
		t.Errorf("a program that fails gives %v", err)
	}
	if err := writeProfile(out, home, []string{"absent"}, all, nil); err == nil {
		t.Error("a folder without programs gives no error")
	}
	if err := writeProfile(filepath.Join(home, "no", "file"), home, []string{"some"}, all, nil); err == nil {
		t.Error("a profile that cannot be written gives no error")
	}
}
