package runtime

// This file tests which subs give their arrays of arguments back.

import (
	"testing"

	"github.com/smrscript/smrscript/lang"
	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime/value"
)

func TestPrivateArgs(t *testing.T) {
	for _, c := range []struct {
		body string
		want bool
	}{
		{`my $x = shift; $x = shift if @_; $x`, true},
		{`my $x = shift(@_); pop @_; $x`, true},
		{`my $x = shift; @_ > 1 ? $_[1] : $_[0]`, true},
		{`my $x = shift; my %h = (a => 1, @_); my @l = @_; my ($y) = @_; my $n = @_; $n`, true},
		{`my $x = shift; unless (@_) { $x = 1 } elsif (@_) { $x = 2 } $x`, true},
		{`my $x = shift; \@_`, false},
		{`my $x = shift; *held = \@_; 1`, false},
		{`my $x = shift; push @_, 1; 1`, false},
		{`my $x = shift; for my $y (@_) { $x += $y } $x`, false},
		{`my $x = shift; f(@_)`, false},
		{`my $x = shift; &f`, false},
		{`my $x = shift; goto &f if @_; 1`, false},
		{`my $x = shift; eval '\@_' if @_; 1`, false},
		{`my $x = shift; sub { "@_" }`, false},
		{`my $x = shift; $#_`, false},
		{`my $x = shift; @x = @_; 1`, false},
		{`my $x = shift; local @_ = (1); 1`, false},
	} {
		program, diags := lang.Parse(source.NewFile("t.pl", c.body+";\n"), lang.Options{Words: testRegistry()})
		if diags.HasErrors() {
			t.Fatalf("%s: %v", c.body, diags)
		}
		if got := privateArgs(program.Body.Stmts); got != c.want {
			t.Errorf("%s: private is %v, want %v", c.body, got, c.want)
		}
	}
}

// TestGivenArgs checks that an array comes back empty and is given out again with new elements only.
func TestGivenArgs(t *testing.T) {
	vm := New(Config{Registry: testRegistry()})
	fn := &fnInfo{privateArgs: true}
	a := vm.takeArgs(fn, intValues(1, 2, 3))
	a.Shift()
	vm.giveArgs(a)
	b := vm.takeArgs(fn, intValues(7))
	if b != a || b.Len() != 1 || b.Get(0).I() != 7 || b.Get(1).Defined() {
		t.Errorf("the second call has %v, in the same array: %v", b.Values(nil), a == b)
	}
	vm.giveArgs(vm.takeArgs(fn, make([]value.Value, 100)))
	if len(vm.freeArgs) != 0 {
		t.Error("a large array waits for the next call")
	}
	vm.giveArgs(b)
	if c := vm.takeArgs(&fnInfo{}, nil); c == b {
		t.Error("a sub that may keep its @_ got one that is used again")
	}
	plain := New(Config{Registry: testRegistry(), Plain: true})
	plain.giveArgs(plain.takeArgs(fn, nil))
	if len(plain.freeArgs) != 0 {
		t.Error("an array waits although the fast paths are off")
	}
	for range maxFreeArgs + 9 {
		vm.giveArgs(vm.takeArgs(&fnInfo{}, intValues(1)))
	}
	if len(vm.freeArgs) != maxFreeArgs {
		t.Errorf("%d arrays wait, at most %d should", len(vm.freeArgs), maxFreeArgs)
	}
}

func intValues(list ...int64) []value.Value {
	out := make([]value.Value, len(list))
	for i, n := range list {
		out[i] = value.Int(n)
	}
	return out
}
