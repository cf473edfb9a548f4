package stdlib

// This file adds the words of Perl.

import (
	"github.com/smrscript/smrscript/lang/usage"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/stdlib/perl"
)

// addPerl adds Perl's functions. Where the command language has a function of the same name, that one stands; so do its commands
// where Perl's word of that name is not available anyway.
func addPerl(r *runtime.Registry) {
	own := map[string]bool{"connect": true}
	for _, e := range functions() {
		own[e.Name()] = true
	}
	for _, e := range perl.Entries() {
		if !own[e.Name()] {
			r.Add(e)
		}
	}
}

// heads lists the spellings of a command's head word, in capitals.
func heads(e *runtime.Entry) []string { return usage.Heads(e.Usage) }
