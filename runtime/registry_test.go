package runtime

// This file defines the small registry that the tests of this package run scripts with.

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/runtime/format"
	"github.com/smrscript/smrscript/runtime/value"
)

// coreUsages are the functions that the compiler implements.
var coreUsages = []string{"shift ARRAY\nshift", "pop ARRAY\npop", "push ARRAY,LIST", "unshift ARRAY,LIST", "splice ARRAY,OFFSET,LENGTH,LIST\nsplice ARRAY,OFFSET,LENGTH\nsplice ARRAY,OFFSET\nsplice ARRAY",
	"keys HASH\nkeys ARRAY", "values HASH\nvalues ARRAY", "each HASH\neach ARRAY", "delete EXPR", "exists EXPR", "map BLOCK LIST\nmap EXPR,LIST", "grep BLOCK LIST\ngrep EXPR,LIST",
	"sort SUBNAME LIST\nsort BLOCK LIST\nsort LIST", "reverse LIST", "join EXPR,LIST", "scalar EXPR", "defined EXPR\ndefined", "undef EXPR\nundef", "wantarray", "__SUB__", "chomp VARIABLE\nchomp( LIST )\nchomp",
	"chop VARIABLE\nchop( LIST )\nchop", "substr EXPR,OFFSET,LENGTH,REPLACEMENT\nsubstr EXPR,OFFSET,LENGTH\nsubstr EXPR,OFFSET", "pos SCALAR\npos", "split /PATTERN/,EXPR,LIMIT\nsplit /PATTERN/,EXPR\nsplit /PATTERN/\nsplit",
	"die LIST", "warn LIST", "exit EXPR\nexit", "eval EXPR\neval BLOCK\neval", "do EXPR", "require VERSION\nrequire EXPR\nrequire", "bless REF,CLASSNAME\nbless REF", "ref EXPR\nref",
	"print FILEHANDLE LIST\nprint LIST\nprint", "say FILEHANDLE LIST\nsay LIST\nsay"}

func testRegistry() *Registry {
	r := NewRegistry()
	for _, u := range coreUsages {
		r.Add(&Entry{Usage: u, Core: true})
	}
	text := func(name string, f func(v value.Value) value.Value) {
		r.Add(&Entry{Usage: name + " EXPR\n" + name, Fn1: func(_ *VM, a value.Value) value.Value { return f(a) }})
	}
	text("lc", value.Lower)
	text("uc", value.Upper)
	text("length", func(v value.Value) value.Value {
		if v.IsUndef() {
			return v
		}
		return value.Int(int64(value.Length(v)))
	})
	text("int", value.Truncate)
	text("lcfirst", value.LowerFirst)
	text("ucfirst", value.UpperFirst)
	text("quotemeta", value.Quotemeta)
	text("abs", value.Abs)
	text("ord", value.Ord)
	r.Add(&Entry{Usage: "sprintf FORMAT, LIST", Call: func(c *Call) value.Value {
		v, err := format.Sprintf(c.Arg(0), c.Args[1:], format.Options{})
		if err != nil {
			c.Die("%s", err.Error())
		}
		return v
	}})
	return r
}

// run runs a script and returns its standard output, standard error, exit code.
func run(t testing.TB, text string) (out, errs string, exit int) {
	t.Helper()
	r := testRegistry()
	p, diags := Compile(source.NewFile("t.pl", text), r, false)
	if diags.HasErrors() {
		return "", diags.Error(), 255
	}
	var stdout, stderr bytes.Buffer
	vm := New(Config{Registry: r, Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr})
	exit, err := vm.Run(context.Background(), p)
	if err != nil {
		stderr.WriteString(ErrorText(err))
	}
	return stdout.String(), stderr.String(), exit
}

func TestSmoke(t *testing.T) {
	for _, c := range []struct{ script, want string }{
		{`print "hello\n";`, "hello\n"},
		{`my $x = 3; my @a = (1,2,$x); print "@a $#a $a[-1]\n";`, "1 2 3 2 3\n"},
		{`my %h = (a=>1,b=>2); for my $k (sort keys %h) { print "$k=$h{$k};" }`, "a=1;b=2;"},
		{`sub fib { my $n = shift; return $n < 2 ? $n : fib($n-1) + fib($n-2) } print fib(15);`, "610"},
		{`my @s = map { $_ * 2 } grep { $_ % 2 } 1..5; print join(",", @s);`, "2,6,10"},
		{`my $c = do { my $n = 0; sub { ++$n } }; $c->(); print $c->();`, "2"},
		{`my $r = { list => [1,{x=>5}] }; print $r->{list}[1]{x}; push @{$r->{new}}, 7; print $r->{new}[0];`, "57"},
		{`eval { die "oops\n" }; print "got $@"; eval { die { code => 3 } }; print $@->{code};`, "got oops\n3"},
		{`my $s = "foo bar"; if ($s =~ /(\w+) (\w+)/) { print "$2 $1" } $s =~ s/o/0/g; print " $s";`, "bar foo f00 bar"},
		{`package P; sub new { my ($c,%a) = @_; bless {%a}, $c } sub x { $_[0]{x} } package main; print P->new(x=>4)->x;`, "4"},
		{`my ($a, $b) = (1, 2); ($a, $b) = ($b, $a); print "$a$b"; my $n = () = (1,2,3); print $n;`, "213"},
		{`for my $i (1..3) { next if $i == 2; print $i } my $i = 0; while (1) { last if ++$i > 3 } print $i;`, "134"},
		{`my @a = (3,1,2); $_++ for @a; print "@a"; my @b = sort { $b <=> $a } @a; print " @b";`, "4 2 3 4 3 2"},
		{`sub f { return wantarray ? "list" : "scalar" } my @l = f(); my $s = f(); print "$l[0] $s";`, "list scalar"},
		{`local $_ = "x"; print; our $g = 1; sub g { $g } sub h { local $g = 2; g() } print h(), g();`, "x21"},
		{`my $x = eval "1 + 2 * 3"; print $x; my $y = 5; print eval '$y + 1';`, "76"},
		{`print 10/3, " ", 2**10, " ", 7 % 3, " ", -7 % 3, " ", 1e21, " ", 0.1+0.2;`, "3.33333333333333 1024 1 2 1e+21 0.3"},
		{`my @a = (1) x 3; print "@a"; print "-" x 5; my $str = "a" . 1 + 2; print $str;`, "1 1 1-----2"},
		{`sub inc { $_[0]++ } my $v = 1; inc($v); print $v; my @l = (1,2); inc($_) for @l; print "@l";`, "22 3"},
		{`my $s = sprintf("%03d|%-5s|%.2f", 7, "ab", 3.14159); print $s;`, "007|ab   |3.14"},
		{`print "a".."e", "\n"; my ($x, @rest) = split /,/, "1,2,3"; print "$x|@rest";`, "abcde\n1|2 3"},
		{`my @sorted = sort { $a->{n} <=> $b->{n} or $a->{s} cmp $b->{s} } ({n=>2,s=>"b"},{n=>1,s=>"z"},{n=>2,s=>"a"}); print map { "$_->{n}$_->{s} " } @sorted;`, "1z 2a 2b "},
	} {
		out, errs, _ := run(t, c.script)
		if out != c.want {
			t.Errorf("%s\n got %q\nwant %q\nstderr %s", c.script, out, c.want, errs)
		}
	}
}
