package usage

// This file tests the notation of functions.

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// describe writes a function as "min-max kinds flags".
func describe(f *Function) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d-%d", f.Min, f.Max)
	for i := range 6 {
		if f.Param(i) == NoParam {
			break
		}
		fmt.Fprintf(&b, " %v", f.Param(i))
		if f.Param(i) == List {
			break
		}
	}
	for _, flag := range []struct {
		set  bool
		name string
	}{{f.Unary, "unary"}, {f.Nullary, "nullary"}, {f.Topic, "topic"}, {f.Block == Optional, "block?"},
		{f.Block == Required, "block"}, {f.Handle, "handle"}} {
		if flag.set {
			b.WriteString(" +" + flag.name)
		}
	}
	return b.String()
}

func TestParseFunction(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"lc EXPR\nlc", "0-1 scalar +unary +topic"},
		{"push ARRAY,LIST", "1--1 array list"},
		{"splice ARRAY,OFFSET,LENGTH,LIST\nsplice ARRAY,OFFSET,LENGTH\nsplice ARRAY,OFFSET\nsplice ARRAY", "1--1 array scalar scalar list"},
		{"print FILEHANDLE LIST\nprint LIST\nprint", "0--1 list +topic +handle"},
		{"printf FILEHANDLE FORMAT, LIST\nprintf FORMAT, LIST\nprintf", "0--1 scalar list +topic +handle"},
		{"sort SUBNAME LIST\nsort BLOCK LIST\nsort LIST", "0--1 list +block?"},
		{"map BLOCK LIST\nmap EXPR,LIST", "0--1 list +block?"},
		{"time", "0-0 +nullary"},
		{"wantarray", "0-0 +nullary"},
		{"split /PATTERN/,EXPR,LIMIT\nsplit /PATTERN/,EXPR\nsplit /PATTERN/\nsplit", "0-3 pattern scalar scalar +topic"},
		{"first BLOCK LIST", "0--1 list +block"},
		{"List::Util::reduce BLOCK LIST", "0--1 list +block"},
		{"open FILEHANDLE,MODE,EXPR,LIST\nopen FILEHANDLE,MODE,EXPR\nopen FILEHANDLE,EXPR\nopen FILEHANDLE", "1--1 handle scalar scalar list"},
		{"bless REF,CLASSNAME\nbless REF", "1-2 scalar scalar"},
		{"chomp VARIABLE\nchomp( LIST )\nchomp", "0--1 variable +unary +topic"},
		{"keys HASH\nkeys ARRAY", "1-1 array or hash +unary"},
		{"defined EXPR\ndefined", "0-1 scalar +unary +topic"},
		{"exists EXPR", "1-1 scalar +unary"},
		{"pos SCALAR\npos", "0-1 variable +unary +topic"},
		{"shift ARRAY\nshift", "0-1 array +unary +topic"},
		{"die LIST", "0--1 list"},
		{"join EXPR,LIST", "1--1 scalar list"},
		{"eof FILEHANDLE\neof ()\neof", "0-1 handle +unary +topic"},
		{"close FILEHANDLE\nclose", "0-1 handle +unary +topic"},
		{"opendir DIRHANDLE,EXPR", "2-2 handle scalar"},
		{"eval BLOCK\neval EXPR\neval", "0-1 scalar +unary +topic +block?"},
		{"timethis BLOCK", "0-0 +block"},
		{"system LIST\nsystem PROGRAM LIST", "0--1 list +block?"},
		{"select FILEHANDLE\nselect\nselect RBITS,WBITS,EBITS,TIMEOUT", "0-4 handle scalar scalar scalar +topic"},
		{"pairs KVLIST", "0--1 list"},
		{"max( LIST )", "0--1 list"},
		{"mkdir FILENAME,MODE\nmkdir FILENAME\nmkdir", "0-2 scalar scalar +topic"},
		{"  sin EXPR \r\n\n sin\n", "0-1 scalar +unary +topic"},
		{"index STR,SUBSTR,POSITION\nindex STR,SUBSTR", "2-3 scalar scalar scalar"},
		{"each HASH\neach EXPR", "1-1 hash +unary"},
		{"f EXPR\nf LIST", "0--1 list"},
		{"f BLOCK ARRAY", "1-1 array +unary +block"},
	} {
		f, err := ParseFunction(test.text)
		if err != nil {
			t.Errorf("%q: %v", test.text, err)
			continue
		}
		if got := describe(f); got != test.want {
			t.Errorf("%q: got %s, want %s", test.text, got, test.want)
		}
		if !strings.HasPrefix(strings.TrimSpace(test.text), f.Name) || f.Name == "" {
			t.Errorf("%q: name %q", test.text, f.Name)
		}
		if f.Param(-1) != NoParam {
			t.Errorf("%q has an argument -1", test.text)
		}
	}
}

func TestFunctionForms(t *testing.T) {
	f, err := ParseFunction("split /PATTERN/,EXPR\nmapper BLOCK LIST")
	if err == nil {
		t.Fatalf("two names: %+v", f)
	}
	f, err = ParseFunction("print FILEHANDLE LIST\nprint")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprint(f.Forms), "[[{FILEHANDLE handle} {LIST list}] []]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	f, err = ParseFunction("split /PATTERN/")
	if err != nil || f.Forms[0][0] != (Param{"/PATTERN/", Pattern}) {
		t.Errorf("got %+v, %v", f, err)
	}
}

func TestParseFunctionRefuses(t *testing.T) {
	for _, test := range []struct {
		text, reason string
		offset       int
	}{
		{"", "needs a form", 0},
		{" \n\n", "needs a form", 0},
		{"EXPR,", "unexpected token", 5},
		{"lc EXPR\nuc EXPR", "the form is of uc, not of lc", 8},
		{"lc expr", "operands are written in capitals", 3},
		{"lc ,EXPR", "a comma stands between", 3},
		{"push ARRAY LIST", "without a comma behind it", 11},
		{"map BLOCK LIST EXPR", "a comma is missing before EXPR", 15},
		{"f LIST,EXPR", "nothing follows a list", 6},
		{"f( LIST", "the text ends", 7},
		{"f LIST )", "closes no bracket", 7},
		{"f /PATTERN", "unexpected token", 10},
		{"f /PATTERN/ /PATTERN/", "without a comma", 12},
		{"f <x>", "unexpected token", 2},
		{"f A\nf B C", "without a comma", 8},
		{"/", "unexpected token", 0},
	} {
		f, err := ParseFunction(test.text)
		fault, ok := errors.AsType[*NotationError](err)
		if !ok {
			t.Errorf("%q: function %v, error %v", test.text, f, err)
			continue
		}
		if !strings.Contains(fault.Reason, test.reason) || fault.Offset != test.offset || fault.Text != test.text {
			t.Errorf("%q: %d: %s; want %d: %s", test.text, fault.Offset, fault.Reason, test.offset, test.reason)
		}
	}
}

func TestParamKindString(t *testing.T) {
	for kind, want := range map[ParamKind]string{NoParam: "no argument", LValue: "variable", -1: "kind -1", 99: "kind 99"} {
		if got := kind.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
