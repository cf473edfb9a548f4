package perl_test

// This file measures the parts of the interpreter by scripts that do one thing many times, and guards what they allocate: a
// bound that needs no clock.

import (
	"bytes"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// worker compiles a script that defines a sub work(N) and returns a call of it.
func worker(tb testing.TB, text string) func(n int) {
	tb.Helper()
	r := registry()
	program, diags := runtime.Compile(source.NewFile("bench.pl", text), r, false)
	if diags.HasErrors() {
		tb.Fatal(diags)
	}
	var errs bytes.Buffer
	vm := runtime.New(runtime.Config{Registry: r, Stdin: strings.NewReader(""), Stdout: discard{}, Stderr: &errs})
	if _, err := vm.Run(tb.Context(), program); err != nil {
		tb.Fatal(err, errs.String())
	}
	code := vm.Glob("main::work").Code
	return func(n int) { vm.Call(code, []value.Value{value.Int(int64(n))}, nil) }
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

const objectClass = `package Counter; sub new { bless { n => 0 }, shift } sub add { my ($self, $d) = @_; $self->{n} += $d; return $self->{n} } package main; my $o = Counter->new;`

// tight are the scripts whose loops must not allocate.
var tight = []struct{ name, text string }{
	{"call with arguments", `sub f { my ($x, $y) = @_; return $x + $y } sub work { my ($n) = @_; my $t = 0; for my $i (1 .. $n) { $t = f($t, $i) } return $t }`},
	{"call with shift", `sub f { my $x = shift; my $y = shift; return $x > $y ? $x : $y } sub work { my $n = shift; my $t = 0; for my $i (1 .. $n) { $t = f($t, $i) } return $t }`},
	{"recursion", `sub fib { my $n = shift; return $n if $n < 2; return fib($n - 1) + fib($n - 2) } sub work { my $n = shift; fib(10) for 1 .. $n / 100; return }`},
	{"integer loop", `sub work { my ($n) = @_; my ($i, $t) = (0, 0); while ($i < $n) { $t = ($t * 3 + $i) % 1009; $i++ } return $t }`},
	{"float loop", `sub work { my ($n) = @_; my $t = 0.5; for (my $i = 0; $i < $n; $i += 1) { $t = $t * 0.99 + 1.5 / ($i + 1) } return $t }`},
	{"hash increment", `my %h = (a => 1); sub work { my ($n) = @_; my $k = 'b'; for my $i (1 .. $n) { $h{a}++; $h{$k} += 2; } return $h{a} }`},
	{"interpolated key", `my %h = map { ("k$_" => 0) } 0 .. 9; sub work { my ($n) = @_; for my $i (1 .. $n) { my $j = $i % 10; $h{"k$j"}++ } return }`},
	{"append", `sub work { my ($n) = @_; my $s = ''; for my $i (1 .. $n) { $s = '' if $i % 100 == 0; $s .= 'x'; } return }`},
	{"method call", objectClass + `sub work { my ($n) = @_; for my $i (1 .. $n) { $o->add(2) } return }`},
	{"array element", `my @a = (0) x 100; sub work { my ($n) = @_; for my $i (1 .. $n) { $a[$i % 100] += $i; $a[3] = $a[4] } return }`},
	{"push and shift", `my @q = (1 .. 100); sub work { my ($n) = @_; for my $i (1 .. $n) { push @q, $i; shift @q } return }`},
	{"closure call", `my $c = do { my $k = 0; sub { $k += $_[0]; $k } }; sub work { my ($n) = @_; my $t = 0; for my $i (1 .. $n) { $t += $c->($i) } return $t }`},
	{"string comparison", `sub work { my ($n) = @_; my ($s, $t) = ('abc', 0); for my $i (1 .. $n) { if ($s eq 'abd') { $t++ } elsif ($s lt 'b') { $t += 2 } } return $t }`},
	{"append of parts", `sub work { my ($n) = @_; my ($s, $k) = ('', 'key'); for my $i (1 .. $n) { $s = '' if $i % 100 == 0; $s .= "$k $i,"; } return }`},
	{"optional argument", `sub f { my $x = shift; $x = shift if @_; return $x } sub work { my ($n) = @_; my $t = 0; for my $i (1 .. $n) { $t += f($i, 2) + f($i) } return $t }`},
	{"powers", `sub work { my ($n) = @_; my $p = 1.5; for my $i (1 .. $n) { $p = ($p * 1.0001) ** 0.999 } return $p }`},
	{"own array", `sub work { my ($n) = @_; my ($s, $t) = ('some words in a line', 0); for my $i (1 .. $n) { my @w = split ' ', $s; $w[7] = $i; $t += $w[7] + @w } return $t }`},
	{"slice", `my @a = (1 .. 10); sub work { my ($n) = @_; my $t = 0; for my $i (1 .. $n) { my @w = @a[0 .. 3]; $t += $w[2] } return $t }`},
	{"small float array", `sub work { my ($n) = @_; my @v = (0.5, 1.5, 2.5); for my $i (1 .. $n) { $v[1] += $v[0] * 0.001; $v[2] -= $v[1] * 0.25 } return $v[2] }`},
	{"call of a reference", `my $f = sub { my ($x) = @_; return $x + 1 }; sub work { my ($n) = @_; my $g = $f; my $t = 0; for my $i (1 .. $n) { $t = $g->($t) } return $t }`},
	{"match", `sub work { my ($n) = @_; my ($s, $t) = ('key=value', 0); for my $i (1 .. $n) { $t++ if $s =~ /=v/ } return $t }`},
}

func TestHotPathsDoNotAllocate(t *testing.T) {
	for _, c := range tight {
		t.Run(c.name, func(t *testing.T) {
			work := worker(t, c.text)
			work(10_000) // everything that grows once has grown
			few := testing.AllocsPerRun(5, func() { work(1000) })
			many := testing.AllocsPerRun(5, func() { work(10_000) })
			// A hundred appends make a buffer grow a few times; nothing else may allocate by the turn.
			allowed := 10.0
			if strings.HasPrefix(c.name, "append") {
				allowed = 9000 / 100 * 4
			}
			if many-few > allowed {
				t.Errorf("9000 more turns allocate %.0f times more, at most %.0f are allowed", many-few, allowed)
			}
		})
	}
}

// loose are further parts, which may allocate.
var loose = []struct{ name, text string }{
	{"hash of new keys", `sub work { my ($n) = @_; my %h; $h{"key$_"} = $_ for 1 .. $n; return scalar keys %h }`},
	{"sort numbers", `sub work { my ($n) = @_; my @v = map { ($_ * 7919) % 10007 } 1 .. $n; my @s = sort { $a <=> $b } @v; return $s[0] }`},
	{"sort by keys", `sub work { my ($n) = @_; my %v = map { ("k$_" => $_ % 17) } 1 .. $n; my @s = sort { $v{$b} <=> $v{$a} || $a cmp $b } keys %v; return $s[0] }`},
	{"split and join", `sub work { my ($n) = @_; my $l = 0; for (1 .. $n) { $l += length join '-', split ' ', 'some words in a line' } return $l }`},
	{"captures", `sub work { my ($n) = @_; my $t = 0; for (1 .. $n) { $t += $2 if 'disk 42 is full' =~ /(\w+) (\d+)/ } return $t }`},
	{"output", `sub work { my ($n) = @_; print $_, "\t", $_ % 10, "\n" for 1 .. $n; return }`},
	{"eval and die", `sub work { my ($n) = @_; my $t = 0; for (1 .. $n) { eval { die "no\n" if $_ % 2; 1 } or $t++ } return $t }`},
}

func BenchmarkScript(b *testing.B) {
	for _, list := range [][]struct{ name, text string }{tight, loose} {
		for _, c := range list {
			b.Run(strings.ReplaceAll(c.name, " ", "-"), func(b *testing.B) {
				work := worker(b, c.text)
				b.ReportAllocs()
				for b.Loop() {
					work(1000)
				}
			})
		}
	}
}

// BenchmarkCompile parses and resolves a script of two thousand lines.
func BenchmarkCompile(b *testing.B) {
	text := strings.Repeat("sub name { my ($x, $y) = @_; return $x * 2 if $x > 3; my %h = (a => $x, b => [1, 2, 3]); return \"$x-$h{a}\" }\n", 2000)
	r := registry()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, diags := runtime.Compile(source.NewFile("bench.pl", text), r, false); diags.HasErrors() {
			b.Fatal(diags)
		}
	}
}
