package smrscript_test

// This file tests that a sandbox does not let scripts start programs or send mail by way of the engine.

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/engine"
)

// confinedWorld is a configuration whose target has a program that leaves a mark.
func confinedWorld(t *testing.T) (config, mark string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"smrscript.toml": "state = \"state\"\n[machines.alpha]\nroot = \"alpha\"\n[machines.beta]\nroot = \"beta\"\n", "alpha/data/one": "1\n",
		"alpha/bin/mark": "#!/bin/sh\ntouch mark\n", "beta/bin/mark": "#!/bin/sh\ntouch mark\n",
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "smrscript.toml"), filepath.Join(dir, "beta", "mark")
}

const connected = `source alpha; target beta; repset create db; repset rule add "/data"; repset save;
$con = connect db to beta map base "/copy"; wait on mirror $con;
`

// starters are commands that end up in a program or in the network, and the names they are refused by.
func starters() map[string]string {
	return map[string]string{
		`queuetask x to beta onexecute="/bin/mark" timeout=forever;`: "QUEUETASK",
		`qtask x to beta onqueue="/bin/mark" timeout=forever;`:       "QUEUETASK",
		`script add $con on beta mirrorcomplete="/bin/mark";`:        "SCRIPT",
		`script test $con;`: "SCRIPT",
		`monitor create m; monitor option source=alpha; monitor option target=beta; monitor option prefailover="/bin/mark";`: "MONITOR",
		`email server "127.0.0.1:1";`: "EMAIL",
	}
}

func runConfined(t *testing.T, cfg smrscript.Config, script string) (out string, exit int) {
	t.Helper()
	var b bytes.Buffer
	cfg.Stdin, cfg.Stdout, cfg.Stderr = strings.NewReader(""), &b, &b
	in := smrscript.New(cfg)
	exit, _ = in.Run(context.Background(), "t.smr", script)
	if err := in.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
	return b.String(), exit
}

func TestSandboxRefusesProgramsOfTheEngine(t *testing.T) {
	for script, word := range starters() {
		config, mark := confinedWorld(t)
		out, exit := runConfined(t, smrscript.Config{ConfigFile: config, Sandbox: &smrscript.Sandbox{Configuration: true}}, connected+script)
		if exit != 1 || !strings.Contains(out, word+" is not allowed in this sandbox: it ") || !strings.Contains(out, "(-138)") {
			t.Errorf("%s: exit %d: %s", script, exit, out)
		}
		if _, err := os.Stat(mark); err == nil {
			t.Errorf("%s: the program has run", script)
		}
	}
}

func TestAllowListRefusesProgramsOfTheEngine(t *testing.T) {
	for script, word := range starters() {
		if word != "QUEUETASK" && word != "SCRIPT" {
			continue
		}
		config, mark := confinedWorld(t)
		if out, exit := runConfined(t, smrscript.Config{ConfigFile: config}, connected); exit != 0 {
			t.Fatalf("connecting: exit %d: %s", exit, out)
		}
		cfg := smrscript.Config{ConfigFile: config, Effects: []engine.Effect{engine.Read, engine.Change}}
		out, exit := runConfined(t, cfg, "source alpha; $con = conid db to beta;"+script)
		if exit != 1 || !strings.Contains(out, "is not allowed here: it may destroy data") {
			t.Errorf("%s: exit %d: %s", script, exit, out)
		}
		if _, err := os.Stat(mark); err == nil {
			t.Errorf("%s: the program has run", script)
		}
	}
}
