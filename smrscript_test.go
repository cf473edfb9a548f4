package smrscript_test

// This file defines the tests of the embedding door, which are its examples too.

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smrscript/smrscript"
)

func Example() {
	in := smrscript.New(smrscript.Config{Stdout: os.Stdout, Args: []string{"beta"}})
	defer in.Close()
	exit, err := in.Run(context.Background(), "hello.smr", `my ($machine) = @ARGV; print "hello $machine\n"; exit 3;`)
	fmt.Println(exit, err)
	// Output:
	// hello beta
	// 3 <nil>
}

func ExampleCheck() {
	for _, d := range smrscript.Check("job.smr", `connect db to beta map bse "/copies/two";`) {
		fmt.Println(d.Message, d.DidYouMean)
	}
	// Output:
	// unexpected "bse" in CONNECT base
}

// sandbox returns a configuration file with two machines in a folder of the test, the source with one file.
func sandbox(t *testing.T) (config, dir string) {
	t.Helper()
	dir = t.TempDir()
	config = filepath.Join(dir, "smrscript.toml")
	for _, d := range []string{"alpha/data", "beta"} {
		if err := os.MkdirAll(filepath.Join(dir, d), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range map[string]string{
		"alpha/data/file": "contents",
		"smrscript.toml":  "state = \"state\"\n[machines.alpha]\nroot = \"alpha\"\n[machines.beta]\nroot = \"beta\"\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return config, dir
}

func TestRunReplicates(t *testing.T) {
	config, dir := sandbox(t)
	var out, errs bytes.Buffer
	in := smrscript.New(smrscript.Config{ConfigFile: config, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs})
	defer in.Close()
	exit, err := in.Run(context.Background(), "job.smr", `
		login alpha; login beta; source alpha; target beta;
		repset create db; repset rule add "/data" include to db; repset save;
		my $con = connect db to beta map base "/copy" mirror all noreplicate;
		wait on mirror $con timeout=60;
		disconnect $con;`)
	if err != nil || exit != 0 {
		t.Fatalf("exit %d, %v\n%s%s", exit, err, &out, &errs)
	}
	copied, err := os.ReadFile(filepath.Join(dir, "beta", "copy", "file"))
	if err != nil || string(copied) != "contents" {
		t.Errorf("the copy holds %q, %v", copied, err)
	}
}

func TestFailureSetsExit(t *testing.T) {
	config, _ := sandbox(t)
	var out, errs bytes.Buffer
	in := smrscript.New(smrscript.Config{ConfigFile: config, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs})
	defer in.Close()
	exit, _ := in.Run(context.Background(), "job.smr", `login nowhere; print "went on\n";`)
	if exit != 1 || out.String() != "went on\n" || !strings.Contains(errs.String(), "[machines.nowhere]") {
		t.Errorf("exit %d, output %q, errors %q", exit, &out, &errs)
	}
}
