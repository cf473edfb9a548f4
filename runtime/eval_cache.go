package runtime

// This file defines what is kept of string evals: a text that is evaluated again in the same place is compiled once, as long as no sub
// was defined meanwhile that it might call. Only texts that leave nothing behind are kept: no subs, phases, state or warnings.

import (
	"fmt"
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// evalKey is a text in its place.
type evalKey struct {
	info *evalInfo
	text string
	wide bool
}

// A keptEval is the compiled text.
type keptEval struct {
	prog *Program
	body *proto
	take func(fr *Frame) []value.Value
	gen  int  // vm.methodGen when it was compiled
	busy bool // it is running, so that its name must stay
}

const (
	maxKeptEvals = 64
	maxKeptText  = 4096 // bytes
)

// keptEval returns the compiled form of a text that was evaluated in this place before, under the name of now; nil if there is none.
func (vm *VM) keptEval(text value.Value, info *evalInfo) *keptEval {
	if len(vm.keptEvals) == 0 || !text.IsString() {
		return nil
	}
	k := vm.keptEvals[evalKey{info, text.S(), text.IsWide()}]
	if k == nil || k.busy || k.gen != vm.methodGen {
		return nil
	}
	k.prog.File.Name = fmt.Sprintf("(eval %d)", vm.evals)
	return k
}

// keepEval keeps a text that has just been installed, if it may be.
func (vm *VM) keepEval(text value.Value, info *evalInfo, k *keptEval) {
	if !text.IsString() || len(text.S()) > maxKeptText || !leavesNothing(k.prog) {
		return
	}
	if vm.keptEvals == nil || len(vm.keptEvals) >= maxKeptEvals {
		vm.keptEvals = map[evalKey]*keptEval{}
	}
	k.gen = vm.methodGen
	vm.keptEvals[evalKey{info, text.S(), text.IsWide()}] = k
}

// leavesNothing tells whether a program can run again as if it had been compiled anew.
func leavesNothing(p *Program) bool {
	if len(p.subs)+len(p.phases)+len(p.statics)+len(p.declared)+len(p.doubtful)+len(p.notices)+len(p.tail) > 0 || p.Tree.HasData || p.strays || strings.Contains(p.File.Text, "__FILE__") {
		return false
	}
	ok := true
	tree.Inspect(p.Tree.Body, func(n tree.Node) bool {
		switch n := n.(type) {
		case *tree.AnonSub, *tree.SubDef, *tree.Use, *tree.Phase, *tree.RangeOp, *tree.QR, *tree.Command, *tree.PatternCode:
			ok = false
		case *tree.Match:
			_, constant := n.Target.(*tree.Str) // which remembers its position
			ok = ok && !n.Once && !constant
		case *tree.Func:
			ok = ok && n.Name != "eval" && n.Block == nil
		}
		return ok
	})
	return ok
}
