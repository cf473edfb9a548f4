// Package format writes and reads data by templates: sprintf, pack, unpack and vec.
//
// Templates are read from left to right and acted upon at once, without a tree in between; counts, groups and positions
// are resolved on the way. Text stays bytes until the first character above 255 comes in, then the whole result is
// turned into characters, so that common output costs no decoding. perldoc -f sprintf, pack, unpack and vec are the
// reference.
package format

// This file defines the options and the errors.

import (
	"fmt"

	"github.com/smrscript/smrscript/runtime/value"
)

// Options tell what a format may ask of its surroundings.
type Options struct {
	// Func is the name of the function in messages; "" means the function itself: "sprintf", "pack", "unpack".
	Func string
	// Warn receives warnings; nil discards them. kind is perl's category of warnings ("missing", "redundant", "printf",
	// "numeric", "uninitialized", "pack", "unpack"), text the message without place.
	Warn func(kind, text string)
	// Name returns what a warning calls argument i, counted from 0 after the format, "" for one without a name of its own;
	// nil if none has.
	Name func(i int) string
	// Max bounds the bytes of a result; 0 stands for 1,000,000,000 for each part of it.
	Max int64

	current int // the argument at hand, counted from 1
}

// uninitialized warns of an undefined argument.
func (o *Options) uninitialized() {
	name := ""
	if o.Name != nil && o.current > 0 {
		if name = o.Name(o.current - 1); name != "" {
			name = " " + name
		}
	}
	o.warn("uninitialized", "Use of uninitialized value%s in %s", name, o.Func)
}

func (o *Options) warn(kind, format string, args ...any) {
	if o.Warn != nil {
		o.Warn(kind, fmt.Sprintf(format, args...))
	}
}

// most is the largest width, precision or repeat count.
func (o *Options) most() int {
	if o.Max > 0 && o.Max < maxWidth {
		return int(o.Max)
	}
	return maxWidth
}

// check returns an error if a result of n bytes is longer than it may be.
func (o *Options) check(n int) error {
	if o.Max > 0 && int64(n) > o.Max {
		return &TooLongError{o.Func, "length of the result", int(o.Max)}
	}
	return nil
}

// A TooLongError says that a width, precision or count is larger than any result may be.
type TooLongError struct {
	Func string // sprintf, pack, ...
	What string // "width", "precision", "repeat count"
	Max  int
}

func (e *TooLongError) Error() string {
	return fmt.Sprintf("Numeric format result too large in %s: the %s must not exceed %d", e.Func, e.What, e.Max)
}

// A ConversionError says that a value has no form in a conversion.
type ConversionError struct {
	Func  string
	Value string // the value as text
	Verb  string // the conversion, as in the template
}

func (e *ConversionError) Error() string {
	return fmt.Sprintf("Cannot %s %s with '%s'", e.Func, e.Value, e.Verb)
}

// An UnsupportedError names a conversion that exists in perl but not here.
type UnsupportedError struct{ Func, What string }

func (e *UnsupportedError) Error() string {
	return fmt.Sprintf("%s is not supported in %s", e.What, e.Func)
}

// A TemplateError is a fault in a template of pack or unpack, or data that it cannot be applied to.
type TemplateError struct {
	Func   string // "pack" or "unpack"
	Reason string // the message, which names Func
}

func (e *TemplateError) Error() string { return e.Reason }

// number returns v as a number and warns if it is undef or text that is none.
func (o *Options) number(v value.Value) value.Value {
	if o.Warn != nil && !v.IsNumber() {
		switch v = v.Load(); {
		case !v.Defined():
			o.uninitialized()
		case v.IsString() && !v.LooksLikeNumber() && !v.Same(value.No):
			o.warn("numeric", "Argument \"%s\" isn't numeric in %s", value.Display(v), o.Func)
		}
	}
	return v.ToNum()
}

// text returns v as a string and warns if it is undef.
func (o *Options) text(v value.Value) value.Value {
	if o.Warn != nil && !v.Defined() {
		o.uninitialized()
	}
	return v.ToStr()
}
