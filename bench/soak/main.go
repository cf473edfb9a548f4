// Command soak runs many scripts in one process and tells whether memory and goroutines stay what they were.
//
//	soak [-scripts N]
//
// It runs a mixture of scripts: short ones, ones that die, that reach a limit, that are cancelled, that leave files, alarms and cycles
// behind; some share a compiled program, some are compiled each time. After a tenth of them it takes the first measure, and then
// ten more. It exits with 1 if the heap after a collection has grown by more than a tenth and 4 MB, or goroutines are left.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/smrscript/smrscript"
	rt "github.com/smrscript/smrscript/runtime"
)

// scripts are run in turn.
func scripts() []string {
	return []string{
		`my %h = map { $_ => "value $_" } 1 .. 200; print join ",", sort keys %h;`,
		`sub fib { my $n = shift; $n < 2 ? $n : fib($n - 1) + fib($n - 2) } print fib(12);`,
		`my $x = {}; $x->{self} = $x; my @l = map { { n => $_ } } 1 .. 100; $l[0]{all} = \@l; print "cycles";`,
		`my $t = "the quick brown fox " x 50; my $n = 0; $n++ while $t =~ /(\w+) (\w+)/g; print $n;`,
		`use JSON::PP; use List::Util "sum"; print encode_json({ sum => sum(1 .. 100), list => [1 .. 20] });`,
		`die { code => 7 };`,
		`eval "sub f$_ { $_ }" for 1 .. 20; print f7();`,
		`my @x; push @x, "more" x 1000 while 1;`,
		`1 while 1;`,
		`open my $f, ">", "/note" or die; print $f "left open"; alarm 1000; exit 3;`,
		`$SIG{__WARN__} = sub { }; warn "x"; local $_ = "y"; my $s = sprintf "%s-%05d", $_, 42; print $s;`,
		`my @s = sort { $a <=> $b } map { ($_ * 7919) % 1009 } 1 .. 500; print "@s[0 .. 5]";`,
	}
}

// A measure is what the process holds.
type measure struct {
	scripts    int
	heap       uint64 // bytes of live objects
	system     uint64 // bytes obtained from the system
	goroutines int
}

func measured(n int) measure {
	runtime.GC()
	runtime.GC() // what finalizers let go of
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return measure{n, m.HeapAlloc, m.Sys, runtime.NumGoroutine()}
}

// soak runs n scripts and returns what was measured after each tenth of them.
func soak(n int, out io.Writer) ([]measure, error) {
	texts := scripts()
	programs := make([]*smrscript.Program, len(texts))
	shared, err := smrscript.Compile(smrscript.Config{}, "first.smr", "1;")
	if err != nil {
		return nil, err
	}
	for i, text := range texts {
		if programs[i], err = shared.Also(fmt.Sprintf("script%d.smr", i), text); err != nil {
			return nil, err
		}
	}
	cfg := smrscript.Config{Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: io.Discard, Sandbox: &smrscript.Sandbox{Scratch: 1 << 16},
		Limits: rt.Limits{Steps: 50_000, Memory: 4 << 20, Output: 1 << 20, Time: time.Minute}}
	var all []measure
	exits := map[int]int{} // how often scripts ended with a status
	for i := range n {
		p := programs[i%len(programs)]
		if i%5 == 0 {
			if p, err = shared.Also("again.smr", texts[i%len(texts)]); err != nil {
				return nil, err
			}
		}
		ctx, cancel := context.WithCancel(context.Background())
		if i%7 == 0 {
			cancel()
		}
		exit, _ := p.Run(ctx, cfg) // many are meant to fail
		exits[exit]++
		cancel()
		if tenth := max(n/10, 1); (i+1)%tenth == 0 {
			m := measured(i + 1)
			all = append(all, m)
			fmt.Fprintf(out, "%6d scripts: %5.1f MB live, %5.1f MB of the system, %d goroutines\n", m.scripts, float64(m.heap)/(1<<20), float64(m.system)/(1<<20), m.goroutines)
		}
	}
	fmt.Fprintf(out, "exit statuses: %v\n", exits)
	return all, nil
}

// grown says what has grown between two measures, "" for nothing.
func grown(first, last measure) string {
	switch {
	case last.goroutines > first.goroutines:
		return fmt.Sprintf("%d goroutines, %d at first", last.goroutines, first.goroutines)
	case last.heap > first.heap+first.heap/10+4<<20:
		return fmt.Sprintf("%d bytes live, %d at first", last.heap, first.heap)
	}
	return ""
}

func main() {
	n := flag.Int("scripts", 10_000, "how many scripts to run")
	flag.Parse()
	begin := time.Now()
	all, err := soak(*n, os.Stdout)
	if err == nil && len(all) > 0 {
		if text := grown(all[0], all[len(all)-1]); text != "" {
			err = fmt.Errorf("it has grown: %s", text)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Printf("%d scripts in %.1f s\n", *n, time.Since(begin).Seconds())
}
