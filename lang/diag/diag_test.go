package diag

// This file tests diagnostics and lists of them.

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/smrscript/smrscript/lang/source"
)

// at returns an error at a part of a file.
func at(file *source.File, start, end int, message string) *Diagnostic {
	return &Diagnostic{File: file, Span: source.Span{Start: start, End: end}, Message: message}
}

func TestErrorNamesThePlace(t *testing.T) {
	file := source.NewFile("a.smr", "one\näöü two\n")
	for _, test := range []struct {
		d    *Diagnostic
		want string
	}{
		{at(file, 0, 3, "m"), "a.smr:1:1: m"},
		{at(file, 11, 14, "m"), "a.smr:2:5: m"},
		{at(file, 999, 1000, "m"), "a.smr:3:1: m"},
		{at(file, -5, 0, "m"), "a.smr:1:1: m"},
		{at(&source.File{Name: "(eval 1)", Text: "x", FirstLine: 7}, 0, 1, "m"), "(eval 1):7:1: m"},
		{&Diagnostic{Message: "no place"}, "no place"},
	} {
		if got := test.d.Error(); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestSeverity(t *testing.T) {
	for severity, want := range map[Severity]string{Error: "error", Warning: "warning", Note: "note", 9: "severity 9"} {
		if got := severity.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if (&Diagnostic{}).Severity != Error {
		t.Error("the zero severity is no error")
	}
}

func TestList(t *testing.T) {
	file := source.NewFile("a", "some text here")
	fault := func(open bool) *Diagnostic { return &Diagnostic{File: file, Message: "bad", Incomplete: open} }
	warning := &Diagnostic{Severity: Warning, Message: "odd"}
	openWarning := &Diagnostic{Severity: Warning, Message: "odd", Incomplete: true}
	for _, test := range []struct {
		name                string
		list                List
		text                string
		hasErrors, complete bool
	}{
		{"nil", nil, "no errors", false, true},
		{"a warning", List{warning}, "odd", false, true},
		{"an incomplete warning", List{openWarning}, "odd", false, true},
		{"an error", List{fault(false)}, "a:1:1: bad", true, true},
		{"an error behind a warning", List{warning, fault(false), warning}, "a:1:1: bad (and 2 more)", true, true},
		{"an incomplete error", List{fault(true)}, "a:1:1: bad", true, false},
		{"an incomplete error and a warning", List{fault(true), warning}, "a:1:1: bad (and 1 more)", true, false},
		{"an incomplete and another error", List{fault(true), fault(false)}, "a:1:1: bad (and 1 more)", true, true},
	} {
		if got := test.list.Error(); got != test.text {
			t.Errorf("%s: text %q, want %q", test.name, got, test.text)
		}
		if test.list.HasErrors() != test.hasErrors || (test.list.Err() != nil) != test.hasErrors {
			t.Errorf("%s: HasErrors %v, Err %v", test.name, test.list.HasErrors(), test.list.Err())
		}
		if test.list.Incomplete() == test.complete {
			t.Errorf("%s: Incomplete %v", test.name, test.list.Incomplete())
		}
	}
}

func TestListIsAnErrorOfItsParts(t *testing.T) {
	d := &Diagnostic{Code: MissingSemicolon, Message: "m"}
	err := fmt.Errorf("check: %w", List{d}.Err())
	if found, ok := errors.AsType[*Diagnostic](err); !ok || found != d {
		t.Errorf("found %v", found)
	}
	if found, ok := errors.AsType[List](err); !ok || len(found) != 1 {
		t.Errorf("found %v", found)
	}
}

func TestSort(t *testing.T) {
	a, b := source.NewFile("a", "0123456789"), source.NewFile("b", "0123456789")
	warning := at(a, 5, 6, "5")
	warning.Severity = Warning
	list := List{at(b, 0, 1, "6"), warning, at(a, 5, 6, "4"), at(a, 2, 9, "3"), at(a, 2, 3, "1"), at(a, 2, 3, "2"), {Message: "0"}}
	list.Sort()
	var order []string
	for _, d := range list {
		order = append(order, d.Message)
	}
	if want := []string{"0", "1", "2", "3", "4", "5", "6"}; !slices.Equal(order, want) {
		t.Errorf("got %v", order)
	}
}
