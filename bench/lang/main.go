// Command lang measures whole scripts: the programs of this folder run by smrscript, by perl and by whichever other
// interpreters are installed, and their times compared.
//
//	go run ./bench/lang                 # every program, five rounds
//	go run ./bench/lang -only 'sort|fib' -n 9 -time cpu
//	go run ./bench/lang -dir kinds      # programs that exist in Perl only
//	go run ./bench/lang -profile FILE   # no table, but a CPU profile of all of them; see scripts/profile
//
// All interpreters take turns within a round, so that a machine that slows down slows all of them. Each program prints a
// checksum; an interpreter whose answer differs from perl's gets no time.
package main

// This file defines the command line and the order of work.

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"sort"
	"strings"
)

// options are the flags.
type options struct {
	rounds  int
	only    *regexp.Regexp
	dir     string
	clock   string
	binary  string
	engines *regexp.Regexp
	memory  bool
	profile string
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "lang:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	o, err := parseFlags(args)
	if err != nil {
		return err
	}
	home, err := sourceFolder()
	if err != nil {
		return err
	}
	temp, err := os.MkdirTemp("", "bench-lang")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)

	inputs, err := writeInputs(temp)
	if err != nil {
		return err
	}
	if o.profile != "" {
		return writeProfile(o.profile, home, []string{"programs", "kinds"}, o.only, inputs)
	}
	engines, missing, err := findEngines(o, home, temp)
	if err != nil {
		return err
	}
	programs, err := findPrograms(filepath.Join(home, o.dir), o.only)
	if err != nil {
		return err
	}
	t := &table{engines: engines, clock: o.clock, memory: o.memory}
	for _, p := range programs {
		row, err := measure(p, engines, o, inputs)
		if err != nil {
			return err
		}
		t.add(row)
		fmt.Fprint(os.Stderr, ".")
	}
	fmt.Fprintln(os.Stderr)
	t.print(os.Stdout)
	for _, m := range missing {
		fmt.Println(m)
	}
	if len(t.wrong) > 0 {
		return errors.New("different answers: " + strings.Join(t.wrong, ", "))
	}
	return nil
}

func parseFlags(args []string) (*options, error) {
	o := &options{}
	fs := flag.NewFlagSet("lang", flag.ContinueOnError)
	fs.IntVar(&o.rounds, "n", 5, "rounds; the median counts")
	only := fs.String("only", "", "regular expression for the names of programs")
	engines := fs.String("engines", "", "regular expression for the names of interpreters, besides perl and smrscript")
	fs.StringVar(&o.dir, "dir", "programs", "folder of programs: programs or kinds")
	fs.StringVar(&o.clock, "time", "wall", "what to measure: wall, or cpu (user and system, for a machine that does other work too)")
	fs.StringVar(&o.binary, "smrscript", "", "the program to measure; built from this module when empty")
	fs.BoolVar(&o.memory, "memory", false, "show the largest resident size instead of the time")
	fs.StringVar(&o.profile, "profile", "", "measure nothing: run all programs inside this process and leave a CPU profile in this file")
	if err := fs.Parse(args); err != nil {
		return nil, err
	}
	if o.clock != "wall" && o.clock != "cpu" {
		return nil, fmt.Errorf("-time %s: use wall or cpu", o.clock)
	}
	if o.rounds < 1 {
		return nil, fmt.Errorf("-n %d: at least one round is needed", o.rounds)
	}
	var err error
	if o.only, err = regexp.Compile(*only); err != nil {
		return nil, fmt.Errorf("-only: %w", err)
	}
	if o.engines, err = regexp.Compile(*engines); err != nil {
		return nil, fmt.Errorf("-engines: %w", err)
	}
	return o, nil
}

// sourceFolder is where this file lies, and with it the programs.
func sourceFolder() (string, error) {
	_, file, _, ok := runtime.Caller(0)
	if _, err := os.Stat(file); !ok || err != nil {
		return "", errors.New("run this from the source tree: go run ./bench/lang")
	}
	return filepath.Dir(file), nil
}

// findPrograms returns the paths of the Perl programs of a folder, in the order of their names.
func findPrograms(dir string, only *regexp.Regexp) ([]string, error) {
	all, err := filepath.Glob(filepath.Join(dir, "*.pl"))
	if err != nil {
		return nil, err
	}
	var out []string
	for _, p := range all {
		if only.MatchString(programName(p)) {
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no program in %s matches %q", dir, only)
	}
	sort.Strings(out)
	return out, nil
}

func programName(path string) string { return strings.TrimSuffix(filepath.Base(path), ".pl") }

// build compiles a package of a module into a binary.
func build(moduleDir, pkg, binary string) error {
	cmd := exec.Command("go", "build", "-o", binary, pkg)
	cmd.Dir, cmd.Env = moduleDir, append(os.Environ(), "CGO_ENABLED=0") // as releases are built
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("go build %s in %s: %w\n%s", pkg, moduleDir, err, out)
	}
	return nil
}
