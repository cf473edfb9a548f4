package smrscript_test

// This file shows the embedding interface by examples.

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing/fstest"
	"time"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
)

func ExampleInterp_Run() {
	in := smrscript.New(smrscript.Config{Args: []string{"world"}})
	defer in.Close()
	exit, err := in.Run(context.Background(), "hello.smr", `print "hello, $ARGV[0]\n"; exit 3;`)
	fmt.Println(exit, err)
	// Output:
	// hello, world
	// 3 <nil>
}

func ExampleCompile() {
	program, err := smrscript.Compile(smrscript.Config{}, "square.smr", `print $ARGV[0] ** 2;`)
	if err != nil {
		fmt.Println(err)
		return
	}
	var wait sync.WaitGroup
	results := make([]strings.Builder, 4)
	for i := range results {
		wait.Go(func() {
			_, _ = program.Run(context.Background(), smrscript.Config{Stdout: &results[i], Args: []string{fmt.Sprint(i)}})
		})
	}
	wait.Wait()
	for i := range results {
		fmt.Println(results[i].String())
	}
	// Output:
	// 0
	// 1
	// 4
	// 9
}

func ExampleInterp_Call() {
	in := smrscript.New(smrscript.Config{})
	defer in.Close()
	ctx := context.Background()
	if _, err := in.Run(ctx, "lib.smr", `sub area { my $r = shift; return { width => $r->{w}, area => $r->{w} * $r->{h} } }`); err != nil {
		fmt.Println(err)
	}
	var result struct{ Width, Area int }
	err := in.CallInto(ctx, &result, "area", map[string]int{"w": 3, "h": 4})
	fmt.Println(result, err)
	_, err = in.Call(ctx, "volume")
	fmt.Println(err)
	// Output:
	// {3 12} <nil>
	// the script has no sub volume
}

func ExampleInterp_Set() {
	in := smrscript.New(smrscript.Config{})
	defer in.Close()
	type machine struct {
		Name  string   `json:"name"`
		Paths []string `json:"paths"`
	}
	if err := in.Set("@machines", []machine{{"alpha", []string{"/data", "/home"}}, {"beta", nil}}); err != nil {
		fmt.Println(err)
	}
	_, _ = in.Run(context.Background(), "count.smr", `our @machines; our %count = map { $_->{name} => scalar @{ $_->{paths} || [] } } @machines;`)
	var count map[string]int
	err := in.Get("%count", &count)
	fmt.Println(count, err)
	// Output: map[alpha:2 beta:0] <nil>
}

func ExampleWord() {
	tickets := 0
	cfg := smrscript.Config{Words: []smrscript.Word{
		{Usage: "shout TEXT", Summary: "text in capitals", Func: strings.ToUpper},
		{Usage: "TICKET OPEN <subject:text> [PRIORITY <number:int>]", Summary: "open a ticket", Effect: engine.Change,
			Command: func(_ context.Context, args smrscript.Args) (any, error) {
				var priority int
				if _, err := args.Get("number", &priority); err != nil {
					return nil, err
				}
				tickets++
				args.Print(fmt.Sprintf("ticket %d: %s, priority %d", tickets, args.Text("subject"), priority))
				return tickets, nil
			}},
	}}
	in := smrscript.New(cfg)
	defer in.Close()
	_, _ = in.Run(context.Background(), "t.smr", `$id = ticket open "disk full" priority 2; print shout("opened $id\n");`)
	// Output:
	// ticket 1: disk full, priority 2
	// OPENED 1
}

func ExampleConfig_limits() {
	in := smrscript.New(smrscript.Config{Limits: runtime.Limits{Steps: 1_000_000, Depth: 1000, Memory: 8 << 20, Output: 1 << 20, Time: time.Second}})
	defer in.Close()
	for _, script := range []string{"my @list;\npush @list, @list, 1 while 1;", `print "x" x 1e8;`, `sleep 100;`} {
		exit, err := in.Run(context.Background(), "greedy.smr", script)
		var limit *runtime.LimitError
		fmt.Println(exit, errors.As(err, &limit), err)
	}
	// Output:
	// 6 true limit reached: memory (8388608 bytes) at greedy.smr line 2
	// 6 true limit reached: memory (8388608 bytes) at greedy.smr line 1
	// 6 true limit reached: time (1 s) at greedy.smr line 1
}

func ExampleSandbox() {
	files := fstest.MapFS{"etc/motd": {Data: []byte("welcome\n")}}
	in := smrscript.New(smrscript.Config{Stderr: os.Stdout, Sandbox: &smrscript.Sandbox{Files: files, Scratch: 1 << 20}})
	defer in.Close()
	_, _ = in.Run(context.Background(), "guest.smr", `
open my $f, "<", "/etc/motd" or die; print <$f>;
open my $o, ">", "/note" or die $!; print $o "kept in memory\n"; close $o;
open my $n, "<", "/note" or die; print <$n>;
print -e "/etc/passwd" ? "seen\n" : "not there\n";
print system("id") == -1 ? "no: $!\n" : "ran\n";
`)
	// Output:
	// welcome
	// kept in memory
	// not there
	// no: run id: not allowed by the program that runs this script
}

func ExampleConfig_effects() {
	in := smrscript.New(smrscript.Config{Effects: []engine.Effect{engine.Read}, Words: []smrscript.Word{
		{Usage: "wipe DISK", Effect: engine.Destroy, Func: func(string) {}},
	}})
	defer in.Close()
	_, err := in.Run(context.Background(), "t.smr", `eval { wipe("sda") }; print $@ =~ /wipe is not allowed here: it may destroy data/ ? "refused\n" : "done\n";`)
	fmt.Println(err)
	// Output:
	// refused
	// <nil>
}
