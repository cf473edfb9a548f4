package smrscript_test

// This file tests limits: each is noticed, names its value and the place, and comes before the harm.

import (
	"bytes"
	"context"
	"errors"
	goruntime "runtime"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/runtime"
)

// limited runs a script within limits.
func limited(t *testing.T, l runtime.Limits, script string) (out string, limit *runtime.LimitError, took time.Duration) {
	t.Helper()
	var b bytes.Buffer
	in := smrscript.New(smrscript.Config{Stdin: strings.NewReader(""), Stdout: &b, Stderr: &b, Limits: l, Sandbox: &smrscript.Sandbox{}})
	defer in.Close()
	begin := time.Now()
	exit, err := in.Run(context.Background(), "t.smr", script)
	took = time.Since(begin)
	if errors.As(err, &limit) {
		if exit != 6 {
			t.Errorf("exit %d with %v", exit, err)
		}
	} else if err != nil {
		t.Logf("%v: %s", err, b.String())
	}
	return b.String(), limit, took
}

const megabyte = 1 << 20

func TestMemoryLimit(t *testing.T) {
	for _, script := range []string{
		`my $x = "a"; $x .= $x while 1;`,
		`my $x = "a"; while (1) { $x = $x . $x }`,
		`my $x = "a"; while (1) { $x = "$x$x" }`,
		`my $x = "a" x 1e9;`,
		`my $x = "ab"; $x x= 1e9;`,
		`my @x = (1, 2) x 1e8;`,
		`my @x = (1) x 100; @x x= 1e8 if 0; @x = (@x, @x) while 1;`,
		`my @x = 1 .. 1e9;`,
		`my @x = ("a" .. "zzzzzzzz");`,
		`for my $x ("a" .. "zzzzzzzz") { }`,
		`my @x; push @x, "some text number $_" for 1 .. 1e9;`,
		`my @x = (1); push @x, @x while 1;`,
		`my @x = (1); unshift @x, @x while 1;`,
		`my @x = (1); splice @x, 1, 0, @x while 1;`,
		`my %x; $x{$_} = "value" for 1 .. 1e9;`,
		`my $x = []; $x = [$x, "padding" x 10] while 1;`,
		`my @x; $x[1e9] = 1;`,
		`my @x; $#x = 1e9;`,
		`my @x; $#{\@x} = 1e9;`,
		`my $x; $x->[1e9] = 1;`,
		`my @x; @x[1, 1e9] = (1, 2);`,
		`my $x = sprintf "%1000000000d", 1;`,
		`my $x = sprintf "%.*f", 1e9, 1;`,
		`my $x = "x" x 1e6; my $y = sprintf "%s" x 1000, ($x) x 1000;`,
		`my $x = pack "x1000000000";`,
		`my $x = pack "A1000000000", "a";`,
		`my $x = pack "(A1000000)1000", ("a") x 1000;`,
		`my $x = ""; vec($x, 1e9, 8) = 1;`,
		`my $x = join "x" x 1e6, 1 .. 1e5;`,
		`my @x = ("x" x 1e6) x 1000; my $y = "@x";`,
		`my @x = map { ($_) x 1000 } 1 .. 1e6;`,
		`my @x = split //, "x" x 2e6; my @y = (@x, @x, @x, @x);`,
		`my $x = "x" x 1e6; $x =~ s/x/$x/g;`,
		`my $x = ""; open my $fh, ">", \$x; print $fh "x" x 1e5 while 1;`,
		`our @x; sub f { local @x = 1 .. 1e5; f() } f();`,
		`sub f { for my $x ((1) x 1e5, $_[0]) { f($_[0] + 1) } } f(0);`,
		`sub f { map { f($_) } 1 .. 1e5 } f();`,
		`my @k; while (1) { my @x = 1 .. 1000; push @k, sub { \@x } }`,
		`my $x = "x" x 1e6; my @x = map { "$x$_" } 1 .. 1000;`,
		`eval { my $x = "a" x 1e9 }; while (1) { }`,
		`eval { my $x = "a"; $x .= $x while 1 }; print "caught";`,
		`use List::Util; my @x = (1) x 1000; @x = List::Util::shuffle(@x, @x) while 1;`,
		`my $d = [1]; $d = [$d, $d] for 1 .. 60; use JSON::PP; my $x = encode_json($d);`,
		`use Math::BigInt; my $x = Math::BigInt->new(2); $x = $x * $x while 1;`,
		`my $x = ""; substr($x, 0, 0) = "x" x 1e6 while 1;`,
		`my $x = "abc"; $x =~ tr/a-c/x/, $x = lc($x) . uc($x) while 1;`,
		`my $x = reverse("a" x 1e6) . ""; $x = join("", $x, $x) while 1;`,
		`my $s = "ab"; my $x = "x"; while (1) { $x = sprintf "%s%s", $x, $x }`,
		`my $x = 'x'; while (1) { $x = eval '"$x$x"' }`,
		`my @x = (0) x 1e9;`,
		`my @x; my $n = 1e9; @x = (7) x $n;`,
		`my $x = "ab" x 1e6; my $y = "$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x";`,
		`my $x = "ab" x 1e6; my $y = ""; $y .= "$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x$x";`,
		`my %h = (a => "x" x 100); $h{a} .= $h{a} while 1;`,
		`my ($x, $y) = ("ab" x 100, ""); $y .= $x while 1;`,
		`my @x = map { [1 .. 100] } 1 .. 1e6;`,
		`our $x = ""; sub f { local $x = "y" x 1e5; f() } f();`,
		`my %h; my $i = 0; $h{$i}[$i % 100] += $i while ++$i;`,
		`my $f = "x" x 1000; sub g { my @l = @_; g(@l, @l) } g(1);`,
		`my %h = (a => 1); while (1) { %h = (%h, map { ($_ . "x", 1, $_ . "y", 1) } keys %h) }`,
	} {
		t.Run(script, func(t *testing.T) {
			var before, after goruntime.MemStats
			goruntime.GC()
			goruntime.ReadMemStats(&before)
			_, limit, took := limited(t, runtime.Limits{Memory: 8 * megabyte, Time: 20 * time.Second}, script)
			goruntime.ReadMemStats(&after)
			switch {
			case limit == nil:
				t.Fatal("no limit was noticed")
			case limit.Limit != "memory" || limit.Value != 8*megabyte:
				t.Errorf("%v after %v", limit, took)
			case limit.File != "t.smr" && !strings.HasPrefix(limit.File, "(eval"), limit.Line != 1:
				t.Errorf("no place: %v", limit)
			}
			if grown := int64(after.HeapSys) - int64(before.HeapSys); grown > 256*megabyte {
				t.Errorf("the heap has grown by %d MB", grown/megabyte)
			}
			if took > 20*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}

// What stays within the limit must not be refused, however much garbage it makes.
func TestMemoryLimitLeavesRoom(t *testing.T) {
	for _, script := range []string{
		`my $n = 0; for (1 .. 300_000) { my $x = "some text " x 20; $n += length $x } print "done";`,
		`for (1 .. 100) { my @x = map { "item $_" } 1 .. 10_000 } print "done";`,
		`my $x = "x" x (20 * 1024 * 1024); $x = ""; $x = "y" x (20 * 1024 * 1024); print "done";`,
		`my @x = 1 .. 1_000_000; my $s = 0; $s += $_ for @x; print "done";`,
		`my %h = map { $_ => 1 } 1 .. 50_000; delete $h{$_} for 1 .. 50_000; print "done";`,
		`sub f { my $n = shift; $n ? 1 + f($n - 1) : 0 } f(50_000); print "done";`,
		`my @x = (1); my $y = $x[1e9]; my $i = 2e9; print "done" if !defined $y && !defined $x[$i] && @x == 1;`,
		`my $x = ""; $x .= "ab" for 1 .. 1_000_000; print "done" if length $x == 2e6;`,
		`my ($x, $y) = ("ab" x 10, ""); $y .= "$x$x$x$x$x$x$x" for 1 .. 50_000; print "done";`,
	} {
		out, limit, took := limited(t, runtime.Limits{Memory: 64 * megabyte}, script)
		if limit != nil || out != "done" {
			t.Errorf("%s: %v %q after %v", script, limit, out, took)
		}
	}
}

func TestTimeLimit(t *testing.T) {
	for _, script := range []string{
		`1 while 1;`,
		`eval { 1 while 1 }; 1 while 1;`,
		`sleep 100;`,
		`select undef, undef, undef, 100;`,
		`use Time::HiRes; Time::HiRes::sleep(100);`,
		`use Time::HiRes qw(usleep nanosleep); usleep(1e8);`,
		`my $x = "a" x 60; $x =~ /(?:a|a)*(?:a|a)*(?:a|aa)*(a|aa)*\1b/ while 1;`,
		`my $x = "a" x 30; ("a" x 40) =~ /^(a+)+(a+)+(a+)+$x\1\2b$/;`,
		`my @x = map { $_ * 7919 % 1000003 } 1 .. 3e6; my @y = sort @x; my @z = sort { $b cmp $a } @y while 1;`,
		`my @x = sort { rand() <=> 0.5 } 1 .. 1e7;`,
		`my @x = map { $_ + 1 } 1 .. 1e9 while 1;`,
		`for my $x (1 .. 1e12) { }`,
		`my $n = grep { $_ } 1 .. 1e8;`,
		`END { 1 while 1 } 1 while 1;`,
		`END { 1 while 1 }`,
		`package D { sub new { bless {} } sub DESTROY { 1 while 1 } } { my $x = D->new } 1 while 1;`,
		`$SIG{ALRM} = sub { 1 while 1 }; alarm 1; 1 while 1;`,
		`local $SIG{__DIE__} = sub { 1 while 1 }; die "x";`,
		`local $SIG{__WARN__} = sub { 1 while 1 }; warn "x";`,
		`my $x = "x" x 1e6; 1 while $x =~ /x*?y/ || 1;`,
		`package T { sub TIESCALAR { bless [] } sub FETCH { 1 while 1 } } tie my $x, "T"; print $x;`,
		`my $x = "a" x 1000; $x =~ s/a/1 while 1; "b"/e;`,
		`eval "1 while 1"; eval "1 while 1";`,
		`sub f { f() } f();`,
		`my $x = 0; { redo if ++$x }`,
		`do { } until 0;`,
		`for (;;) { }`,
		`my %h = (a => 1); keys %h while each %h or 1;`,
	} {
		t.Run(script, func(t *testing.T) {
			t.Parallel()
			_, limit, took := limited(t, runtime.Limits{Time: 300 * time.Millisecond}, script)
			if limit == nil || limit.Limit != "time" {
				t.Errorf("got %v after %v", limit, took)
			} else if limit.File == "" || limit.Line == 0 {
				t.Errorf("no place: %v", limit)
			}
			if took > 4*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}

func TestOutputLimit(t *testing.T) {
	for _, script := range []string{
		"print 'x' x 999, \"\\n\" while 1;",
		"printf '%s', 'y' while 1;",
		"$| = 1; print 'x' while 1;",
		"warn 'too much' while 1;",
		"print STDERR 'x' x 100 while 1;",
		"print 'x' x 5000",
		"open my $o, '>&', \\*STDOUT; print $o 'x' while 1;",
		"syswrite STDOUT, 'x' x 100 while 1",
	} {
		out, limit, _ := limited(t, runtime.Limits{Output: 4000, Time: 10 * time.Second}, script)
		if limit == nil || limit.Limit != "output" || limit.Value != 4000 || len(out) != 4000 {
			t.Errorf("%s: %v, %d bytes", script, limit, len(out))
		}
	}
	if out, limit, _ := limited(t, runtime.Limits{Output: 4000}, "print 'x' x 4000"); limit != nil || len(out) != 4000 {
		t.Errorf("%v, %d bytes", limit, len(out))
	}
}

func TestLimitErrorText(t *testing.T) {
	for want, c := range map[string]struct {
		l      runtime.Limits
		script string
	}{
		"limit reached: steps (100000) at t.smr line 3":         {runtime.Limits{Steps: 100_000}, "my $x;\n\n$x++ while 1;"},
		"limit reached: depth (100) at t.smr line 2":            {runtime.Limits{Depth: 100}, "sub f {\n f() }\nf();"},
		"limit reached: memory (1048576 bytes) at t.smr line 2": {runtime.Limits{Memory: megabyte}, "my $x =\n 1; $x = 'x' x 1e7;"},
		"limit reached: output (10 bytes) at t.smr line 4":      {runtime.Limits{Output: 10}, "my $x;\n\n\nprint 'x' x 1000 while 1;"},
		"limit reached: time (0.2 s) at t.smr line 2":           {runtime.Limits{Time: 200 * time.Millisecond}, "my $x;\nsleep 50"},
	} {
		if _, limit, _ := limited(t, c.l, c.script); limit == nil || limit.Error() != want {
			t.Errorf("%v, want %s", limit, want)
		}
	}
}

// A run that was limited leaves an interpreter that can be used again, with everything counted anew.
func TestLimitsCountAnew(t *testing.T) {
	var out bytes.Buffer
	in := smrscript.New(smrscript.Config{Stdout: &out, Stderr: &out, Limits: runtime.Limits{Steps: 100_000, Output: 100, Memory: 16 * megabyte, Time: 5 * time.Second}})
	defer in.Close()
	ctx := context.Background()
	for _, script := range []string{"1 while 1", "print 'x' x 50, 'y' x 500", "my $x = 'x' x 1e9", "our @kept = (1) x 1e5; $kept[1e9] = 1"} {
		if exit, err := in.Run(ctx, "t.smr", script); exit != 6 {
			t.Errorf("%s: exit %d, %v", script, exit, err)
		}
		out.Reset()
		if exit, err := in.Run(ctx, "t.smr", "print 'still here'"); exit != 0 || out.String() != "still here" {
			t.Errorf("after %s: exit %d, %v, %q", script, exit, err, out.String())
		}
	}
}

func TestCancelled(t *testing.T) {
	for _, script := range []string{"1 while 1", "sleep 100", "eval { sleep 100 } while 1", "my @x = sort { $a <=> $b } map { rand } 1 .. 3e6 while 1", "END { sleep 100 } 1 while 1"} {
		ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
		var out bytes.Buffer
		in := smrscript.New(smrscript.Config{Stdout: &out, Stderr: &out})
		begin := time.Now()
		_, err := in.Run(ctx, "t.smr", script)
		if !errors.Is(err, context.DeadlineExceeded) || time.Since(begin) > 5*time.Second {
			t.Errorf("%s: %v after %v", script, err, time.Since(begin))
		}
		cancel()
		in.Close()
	}
}
