package runtime

// This file defines given, when and default.

import (
	"strings"

	"github.com/smrscript/smrscript/lang/source"
	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/value"
)

// givenInfo is the Ref of a given: whether its block may write to $_, which then is the operand itself.
type givenInfo struct{ writes bool }

func (r *resolver) given(s *tree.Given) {
	r.experimental(warnExperimental, s.Span, "given is experimental")
	info := &givenInfo{}
	s.Ref = info
	r.expr(s.X)
	if isContainer(s.X) {
		r.refer(s.X)
	}
	outer := r.topic
	r.topic = false
	r.block(s.Body)
	info.writes = r.topic
	r.topic = outer
	if info.writes {
		r.aliasOperands(s.X)
	}
}

func (r *resolver) when(s *tree.When) {
	if s.Cond != nil {
		r.experimental(warnExperimental, s.Span, "when is experimental")
		r.expr(s.Cond)
		if isContainer(s.Cond) {
			r.refer(s.Cond)
		}
	}
	if s.Modifier {
		for _, st := range s.Body.Stmts {
			r.stmt(st)
		}
		return
	}
	r.block(s.Body)
}

// experimental notes that a feature is experimental; unlike other warnings this one has to be switched off.
func (r *resolver) experimental(kind category, span source.Span, text string) {
	if r.prag.quiet&kind != 0 {
		return
	}
	f := r.prog.File
	at := &site{f, span, f.Line(span.Start), r.prag.pkg, true, r.prag.quiet, r.prag.fatal, nil}
	r.lint.notices = append(r.lint.notices, notice{kind, text, at})
}

// given compiles a given; block compiles its body.
func (c *compiler) given(s *tree.Given, block func(b *tree.Block) stmtFn) stmtFn {
	var topic cellFn
	if info := s.Ref.(*givenInfo); info.writes && canVivify(s.X) {
		topic = c.cell(s.X)
	} else {
		f := c.matchOperand(s.X)
		topic = func(vm *VM, fr *Frame) *value.Scalar { return value.NewScalar(plain(f(vm, fr))) }
	}
	g, label := c.vm.topic, s.Label
	body, _ := c.loop(label, func() stmtFn { return block(s.Body) })
	return func(vm *VM, fr *Frame) ctl {
		cell, old, mark := topic(vm, fr), g.Scalar, len(vm.saves)
		vm.saves = append(vm.saves, func() { g.Scalar = old })
		g.Scalar = cell
		k := body(vm, fr)
		vm.unwind(mark)
		return vm.leaving(k, label)
	}
}

// leaving turns the end of a given or when by its own label into the normal end.
func (vm *VM) leaving(k ctl, label string) ctl {
	if k == ctlLast && vm.label == label {
		vm.label = ""
		return ctlNone
	}
	return k
}

// tailGiven compiles the body of a given at the end of a sub: the value of the when that runs is the sub's result.
func (c *compiler) tailGiven(b *tree.Block) stmtFn {
	prag := c.prag
	defer func() { c.prag = prag }()
	fs := make([]stmtFn, 0, len(b.Stmts))
	for i, s := range b.Stmts {
		switch w, isWhen := s.(*tree.When); {
		case isWhen:
			fs = append(fs, c.when(w, true))
		case i == len(b.Stmts)-1:
			fs = append(fs, c.tracedTail(s))
		default:
			if f := c.traced(s); f != nil {
				fs = append(fs, f)
			}
		}
	}
	f := sequence(fs)
	if hasMatch(b.Stmts) {
		f = matchScope(f)
	}
	if hasLocal(b.Stmts) {
		f = unwinding(f)
	}
	return f
}

// when compiles a when or default. At the end of a sub its value is the sub's result.
func (c *compiler) when(s *tree.When, tail bool) stmtFn {
	label := s.Label
	body, _ := c.loop(label, func() stmtFn {
		switch {
		case tail && s.Modifier:
			return c.tail(s.Body.Stmts)
		case tail:
			return c.tailBlock(s.Body)
		case s.Modifier:
			return c.stmts(s.Body.Stmts)
		}
		return c.block(s.Body)
	})
	exit := c.whenExit(s)
	run := func(vm *VM, fr *Frame) ctl {
		k := body(vm, fr)
		if k == ctlNone {
			return exit(vm, fr)
		}
		return vm.leaving(k, label)
	}
	if s.Cond == nil {
		return run
	}
	return branch(c.whenCondition(s.Cond), run, nil)
}

func (c *compiler) whenExit(s *tree.When) stmtFn {
	if s.Exit != nil {
		return c.jumpStmt(s.Exit)
	}
	word, at := "when", c.site(s)
	if s.Cond == nil {
		word = "default"
	}
	return func(vm *VM, fr *Frame) ctl { panic(vm.dief(at, "Can't \"%s\" outside a topicalizer", word)) }
}

// whenCondition compiles the operand of when: a condition if it looks like one, else something to match $_ against.
func (c *compiler) whenCondition(x tree.Expr) condFn {
	if looksTrue(x) {
		return c.condition(x, false)
	}
	f, g, at := c.matchOperand(x), c.vm.topic, c.site(x)
	return func(vm *VM, fr *Frame) bool {
		return vm.smartMatch(g.Scalar.Get(), plain(f(vm, fr)), at, nil)
	}
}

// looksTrue tells whether the operand of when is a condition by itself.
func looksTrue(x tree.Expr) bool {
	switch x := unwrap(x).(type) {
	case *tree.Match, *tree.Call, *tree.CallRef, *tree.Method, *tree.Chain, *tree.RangeOp:
		return true
	case *tree.Binary:
		switch x.Op {
		case "<", ">", "<=", ">=", "==", "!=", "lt", "gt", "le", "ge", "eq", "ne", "~~", "xor", "isa":
			return true
		}
	case *tree.Unary:
		return x.Op == "!"
	case *tree.Logical:
		if x.Op == "&&" {
			return looksTrue(x.Left) && looksTrue(x.Right)
		}
		return looksTrue(x.Left)
	case *tree.FileTest:
		return !strings.ContainsRune("sMAC", rune(x.Op))
	case *tree.Func:
		return x.Name == "defined" || x.Name == "exists" || x.Name == "eof"
	}
	return false
}
