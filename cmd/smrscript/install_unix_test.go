//go:build linux || darwin

package main

// This file tests the installation into a folder.

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestInstall(t *testing.T) {
	root := t.TempDir()
	wrapper := filepath.Join(t.TempDir(), "smrscript")
	if err := os.WriteFile(wrapper, []byte(asShell()), 0o755); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("../../scripts/install")
	cmd.Env = append(os.Environ(), "DESTDIR="+root, "PREFIX=/opt/x", "BINARY="+wrapper)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for place, want := range map[string]string{
		"bin/smrscript":                                  "exec",
		"share/man/man1/smrscript.1":                     ".TH SMRSCRIPT 1",
		"share/bash-completion/completions/smrscript":    "complete -o filenames -F _smrscript smrscript",
		"share/zsh/site-functions/_smrscript":            "#compdef smrscript",
		"share/fish/vendor_completions.d/smrscript.fish": "complete -c smrscript",
		"lib/systemd/system/smrscript@.service":          "ExecStart=/opt/x/bin/smrscript ",
		"lib/systemd/system/smrscript-engine.service":    "ExecStart=/opt/x/bin/smrscript --config /etc/smrscript/smrscript.toml engine run\n",
	} {
		text, err := os.ReadFile(filepath.Join(root, "opt/x", place))
		if err != nil || !strings.Contains(string(text), want) {
			t.Errorf("%s: %v: no %q", place, err, want)
		}
	}
	installed := filepath.Join(root, "opt/x/bin/smrscript")
	if info, err := os.Stat(installed); err != nil || info.Mode().Perm() != 0o755 {
		t.Errorf("%v, %v", info, err)
	}
	if out, err := exec.Command(installed, "-e", "print 6*7").Output(); err != nil || string(out) != "42" {
		t.Errorf("installed program: %q, %v", out, err)
	}
	if bash, err := exec.LookPath("bash"); err == nil {
		if out, err := exec.Command(bash, "-n", filepath.Join(root, "opt/x/share/bash-completion/completions/smrscript")).CombinedOutput(); err != nil {
			t.Errorf("bash: %s", out)
		}
	}
}
