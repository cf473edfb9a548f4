package main

// This file defines the interpreters that take part, and how they are found.

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// An engine is one interpreter.
type engine struct {
	name string
	argv []string // what stands before the program's path
	ext  string   // of the programs it can run
}

// goPeers are the interpreters written in Go; the module in the folder peers holds them all in one binary.
var goPeers = []struct{ name, ext string }{
	{"gopher-lua", ".lua"},
	{"goja", ".js"},
	{"tengo", ".tengo"},
	{"starlark-go", ".star"},
}

// findEngines returns the interpreters, perl first and smrscript second, and a line for each that is missing.
func findEngines(o *options, home, temp string) (found []engine, missing []string, err error) {
	perl, err := exec.LookPath("perl")
	if err != nil {
		return nil, nil, fmt.Errorf("perl is what everything is compared with: %w", err)
	}
	binary := o.binary
	if binary == "" {
		binary = filepath.Join(temp, "smrscript"+exeSuffix)
		if err := build(filepath.Join(home, "..", ".."), "./cmd/smrscript", binary); err != nil {
			return nil, nil, err
		}
	}
	found = []engine{{"perl", []string{perl}, ".pl"}, {"smrscript", []string{binary}, ".pl"}}
	for _, e := range []struct {
		name, ext string
		flags     []string
	}{{"lua5.4", ".lua", nil}, {"python3", ".py", nil}, {"goawk", ".awk", []string{"-f"}}} {
		if !o.engines.MatchString(e.name) {
			continue
		}
		if path, err := exec.LookPath(e.name); err == nil {
			found = append(found, engine{e.name, append([]string{path}, e.flags...), e.ext})
		} else {
			missing = append(missing, e.name+" is not installed")
		}
	}
	return addPeers(o, found, missing, home, temp)
}

func addPeers(o *options, found []engine, missing []string, home, temp string) ([]engine, []string, error) {
	binary := filepath.Join(temp, "peers"+exeSuffix)
	built := false
	for _, p := range goPeers {
		if !o.engines.MatchString(p.name) || o.dir != "programs" {
			continue
		}
		if !built {
			if err := build(filepath.Join(home, "peers"), ".", binary); err != nil {
				fmt.Fprintln(os.Stderr, err)
				return found, append(missing, "the interpreters written in Go are missing: their module could not be built"), nil
			}
			built = true
		}
		found = append(found, engine{p.name, []string{binary, p.name}, p.ext})
	}
	return found, missing, nil
}
