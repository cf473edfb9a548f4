// Command embed shows how a server runs scripts of others: one compiled program, many requests at the same time, each in an interpreter
// of its own, confined and limited, with words that the server provides.
//
//	embed [-requests N] [-workers N]
//
// It answers its requests and prints a line for each sum of what it did.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
)

// handler is the script that answers requests.
const handler = `
sub answer {
	my $request = shift;
	die "no name\n" unless $request->{name};
	my $price = 0;
	$price += price_of($_) for @{ $request->{items} };
	print "served $request->{name}\n";
	return { name => ucfirst $request->{name}, total => $price };
}
`

// A request asks for the price of items.
type request struct {
	Name  string   `json:"name"`
	Items []string `json:"items"`
}

// An answer is what the script makes of a request.
type answer struct {
	Name  string `json:"name"`
	Total int    `json:"total"`
}

// A server answers requests by a script. It may be used by many goroutines.
type server struct {
	program *smrscript.Program
	prices  map[string]int // only read
}

// newServer compiles the script.
func newServer(text string, prices map[string]int) (*server, error) {
	s := &server{prices: prices}
	words := []smrscript.Word{{Usage: "price_of ITEM", Summary: "price of an item", Effect: engine.Read, Func: s.price}}
	program, err := smrscript.Compile(smrscript.Config{Words: words}, "handler.smr", text)
	s.program = program
	return s, err
}

// price is the word price_of.
func (s *server) price(item string) (int, error) {
	if p, ok := s.prices[item]; ok {
		return p, nil
	}
	return 0, fmt.Errorf("nobody sells %s", item)
}

// answer runs the script for one request; log gets what it prints.
func (s *server) answer(ctx context.Context, r request, log io.Writer) (a answer, err error) {
	in := s.program.New(smrscript.Config{Stdout: log, Stderr: log, Stdin: bytes.NewReader(nil), Sandbox: &smrscript.Sandbox{}, Effects: []engine.Effect{engine.Read},
		Limits: runtime.Limits{Steps: 1_000_000, Memory: 64 << 20, Output: 1 << 16, Time: 10 * time.Second}})
	defer func() { err = errors.Join(err, in.Close()) }()
	if _, err := in.RunProgram(ctx, s.program); err != nil {
		return a, err
	}
	return a, in.CallInto(ctx, &a, "answer", r)
}

// serve answers n requests with some goroutines and returns the sum of all totals and the number of failures.
func (s *server) serve(ctx context.Context, n, workers int) (total, failed int) {
	items := []string{"bread", "salt", "gold"}
	var mu sync.Mutex
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			for i := w; i < n; i += workers {
				a, err := s.answer(ctx, request{Name: fmt.Sprintf("customer%d", i), Items: items[:1+i%len(items)]}, io.Discard)
				mu.Lock()
				total += a.Total
				if err != nil {
					failed++
				}
				mu.Unlock()
			}
		})
	}
	wait.Wait()
	return total, failed
}

func main() {
	requests, workers := flag.Int("requests", 100, "how many requests to answer"), flag.Int("workers", 4, "how many at the same time")
	flag.Parse()
	s, err := newServer(handler, map[string]int{"bread": 3, "salt": 1})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	total, failed := s.serve(context.Background(), *requests, *workers)
	fmt.Printf("%d requests, %d failed, total %d\n", *requests, failed, total)
}
