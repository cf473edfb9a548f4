package module_test

// This file tests that operations on integers of many digits obey limits, and that limits change no results.

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/stdlib"
)

// runBig runs a script within limits.
func runBig(t *testing.T, ctx context.Context, l runtime.Limits, script string) (string, error) {
	t.Helper()
	var out bytes.Buffer
	in := stdlib.NewInterp(stdlib.Config{Runtime: runtime.Config{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Limits: l}})
	defer in.Close()
	_, err := in.Run(ctx, source.NewFile("t.smr", "use Math::BigInt; use Math::BigFloat; use Math::BigRat; my $two = Math::BigInt->new(2); my $f = Math::BigFloat->new(2);\n"+script))
	return out.String(), err
}

// hugeWork takes minutes to years where nothing bounds it.
func hugeWork() []string {
	return []string{
		`my $x = $two ** 5e8; $x *= $x while 1;`,
		`my $x = $two->copy->bpow(900_000_000); print length "$x";`,
		`my $x = 3 ** ($two * 250_000_000);`,
		`my $x = ($two << 300_000_000) - 1; print "$x";`,
		`my $x = ($two << 300_000_000) - 1; my $y = $x / 12345678901234567; $x %= $y; print $x->copy->bsqrt;`,
		`my $x = $two->copy->blsft(600_000_000)->bsub(1)->bsqrt;`,
		`my $x = Math::BigInt->new(1_000_000); $x->copy->bfac->bfac while 1;`,
		`my $x = Math::BigInt->new("9" x 60_000_000);`,
		`my $x = Math::BigInt->new(1) + "9" x 60_000_000;`,
		`my $x = $two->copy->bmodpow("9" x 100_000, "7" x 100_000); $x = $two->copy->bmodpow("9" x 1_000_000, "7" x 1_000_000);`,
		`my $m = ($two << 40_000_000) - 1; my $x = $m->copy->bsub(2)->bmodpow($m->copy->bsub(9), $m);`,
		`my $m = ($two << 90_000_000) - 1; my $x = Math::BigInt::bgcd($m, $m / 3 + 1, "7" x 1_000_000);`,
		`my $m = ($two << 40_000_000) - 1; my $x = $m->broot(2);`,
		`my $x = $f->copy->bsqrt(50_000_000);`,
		`my $x = Math::BigFloat->bpi(20_000_000);`,
		`my $x = $f->copy->bexp(1_000_000);`,
		`my $x = $f->copy->bdiv(3, 200_000_000); print "$x";`,
		`Math::BigFloat->accuracy(3_000_000); my $x = sqrt($f); $x = exp($x);`,
		`my $x = Math::BigFloat->new("1e16000000") + 1; $x *= $x; print "$x";`,
		`my $x = Math::BigRat->new("1/3") ** 30_000_000; $x += Math::BigRat->new("1/7") ** 30_000_000;`,
		`use bigint; my $x = 7; $x = $x ** 3 while 1;`,
	}
}

func TestHugeNumbersObeyLimits(t *testing.T) {
	for _, script := range hugeWork() {
		begin := time.Now()
		_, err := runBig(t, context.Background(), runtime.Limits{Memory: 16 << 20, Time: 500 * time.Millisecond}, script)
		var limit *runtime.LimitError
		if !errors.As(err, &limit) || limit.Limit != "time" && limit.Limit != "memory" || limit.Line != 2 {
			t.Errorf("%s: %v", script, err)
		}
		if took := time.Since(begin); took > time.Minute {
			t.Errorf("%s took %v", script, took)
		}
	}
}

// Work that does not fit into the time of a context ends with it.
func TestHugeNumbersEndWithTheContext(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	if _, err := runBig(t, ctx, runtime.Limits{}, `my $x = $two ** 500_000_000; print "$x";`); !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
}

func TestHugeNumbersStepsCount(t *testing.T) {
	var limit *runtime.LimitError
	if _, err := runBig(t, context.Background(), runtime.Limits{Steps: 100_000}, `my $x = $two ** 200_000; my $y; $y = $x * $x for 1 .. 5000;`); !errors.As(err, &limit) || limit.Limit != "steps" {
		t.Error(err)
	}
}

// A script within generous limits gets what it gets without any.
func TestLimitsChangeNoNumbers(t *testing.T) {
	for _, script := range []string{
		`print $two ** 1000, " ", $two << 70, " ", 2 ** $two, " ", $two ** -1, " ", $two->copy->bpow("1e12"), " ", $two << 1e12;`,
		`print Math::BigInt->new(100)->bfac, Math::BigInt->new(2_000_000)->bfac, Math::BigInt->new("1e9")->bfac;`,
		`print Math::BigFloat->bpi(100), " ", $f->copy->bsqrt(60), " ", $f->copy->bexp(50), " ", $f / 3, " ", $f ** 0.5;`,
		`print Math::BigInt->new("9" x 3000) * Math::BigInt->new("7" x 3000), Math::BigInt->new("0x" . "f" x 2000);`,
		`print Math::BigRat->new("3/4") ** 20, " ", Math::BigRat->new("1/3") + "1/7", " ", Math::BigInt->new(10)->bnok(3), " ", scalar Math::BigInt->new(300)->bfib;`,
		`print $two->copy->bmodpow("123456789", "1000000007"), " ", Math::BigInt::bgcd(12, 18), " ", Math::BigInt->new("inf") + 1, Math::BigInt->new("nan") * 2, $two->copy->broot(3);`,
		`print Math::BigFloat->new("1e500") + 1, " ", Math::BigFloat->new("123.456")->bfround(-2), " ", Math::BigFloat->new("-2.5")->bint, " ", $two <=> 3;`,
	} {
		want, err := runBig(t, context.Background(), runtime.Limits{}, script)
		got, lerr := runBig(t, context.Background(), runtime.Limits{Memory: 256 << 20, Time: 5 * time.Minute, Steps: 1e9}, script)
		if want == "" || got != want || err != nil || lerr != nil {
			t.Errorf("%s: %q %v with limits, %q %v without", script, got, lerr, want, err)
		}
	}
}
