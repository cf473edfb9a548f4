package perl_test

// This file tests that memory which is not in a variable's own value counts towards the limit.

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime"
)

func TestMemoryThatCounts(t *testing.T) {
	tests := []struct {
		name, text string
		over       bool
	}{
		{"bytes that vec writes to", `my @all; for (1 .. 400) { my $s = ''; vec($s, 99_999, 8) = 1; vec($s, $_, 8) = 1; push @all, \$s }`, true},
		{"bytes of vec that are gone", `for (1 .. 400) { my $s = ''; vec($s, 99_999, 8) = 1; vec($s, $_, 8) = 1 }`, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := registry()
			vm := runtime.New(runtime.Config{Registry: r, Stdin: strings.NewReader(""), Stdout: discard{}, Stderr: discard{}, Limits: runtime.Limits{Memory: 16 << 20, Time: time.Minute}})
			program, diags := vm.Compile(source.NewFile("t.pl", tt.text))
			if diags.HasErrors() {
				t.Fatal(diags)
			}
			_, err := vm.Run(t.Context(), program)
			var limit *runtime.LimitError
			if over := errors.As(err, &limit) && limit.Limit == "memory"; over != tt.over || err != nil && !over {
				t.Errorf("ended with %v; the limit of memory should be reached: %v", err, tt.over)
			}
		})
	}
}
