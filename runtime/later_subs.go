package runtime

// This file defines what happens when an import takes the name of a sub that the script defines further on. All subs of a
// program exist before its `use` statements run; in perl those behind a `use` do not yet, and take the name back.

import "github.com/smrscript/smrscript/runtime/value"

// A laterSub is a sub of a program that is being installed.
type laterSub struct {
	glob  *value.Glob
	code  *value.Code
	start int // the offset of its body
}

// laterSubs returns the subs of a program, if anything runs before it that could take their names.
func (vm *VM) laterSubs(p *Program) []laterSub {
	if len(p.phases) == 0 {
		return nil
	}
	subs := make([]laterSub, 0, len(p.subs))
	for _, fn := range p.subs {
		if fn.body != nil {
			g := vm.Glob(fn.name)
			subs = append(subs, laterSub{g, g.Code, fn.body.Span.Start})
		}
	}
	return subs
}

// keepSubs gives the subs that are defined behind a phase their names back.
func (vm *VM) keepSubs(subs []laterSub, ph phase) {
	for _, s := range subs {
		if s.glob.Code != s.code && s.start > ph.span().End {
			s.glob.Code = s.code
			vm.methodGen++
		}
	}
}
