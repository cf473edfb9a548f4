package runtime

// This file defines which loops have to hand out their elements themselves because a sub they call changes $_: the subs that do,
// directly or through others, are known when the whole file is.

import (
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
)

// topicCalls is what a stretch of code calls: names of subs, and whether it calls something that only the run knows.
type topicCalls struct {
	names   map[string]bool // qualified names, and "->name" for methods
	unknown bool            // a code reference, a method by computed name, a file, a string eval
}

func (t *topicCalls) add(o topicCalls) {
	for n := range o.names {
		t.note(n)
	}
	t.unknown = t.unknown || o.unknown
}

func (t *topicCalls) note(name string) {
	if t.names == nil {
		t.names = map[string]bool{}
	}
	t.names[name] = true
}

// A topicSub is a sub and what is known of its dealings with $_.
type topicSub struct {
	name   string
	writes bool
	calls  topicCalls
	own    bool // it begins with `local $_`
}

// A topicUser is a loop, map or grep over $_ that does not write to it itself, with what it calls.
type topicUser struct {
	calls  topicCalls
	fn     *fnInfo
	lists  []tree.Expr
	writes *bool
}

// useTopic remembers a loop over $_ for the decision at the end.
func (r *resolver) useTopic(writes *bool, calls topicCalls, lists ...tree.Expr) {
	if !*writes && (calls.unknown || len(calls.names) > 0) {
		r.topicUsers = append(r.topicUsers, topicUser{calls, r.fn, lists, writes})
	}
}

// noteSub remembers what the sub that has just been walked does to $_. What a block calls that is given to a function is called
// around it.
func (r *resolver) noteSub(fn *fnInfo) {
	if fn.parent == nil || fn.isEval {
		return
	}
	if r.topic || r.calls.unknown || len(r.calls.names) > 0 {
		r.topicSubs = append(r.topicSubs, topicSub{fn.name, r.topic && !fn.ownTopic, r.calls, fn.ownTopic})
	}
}

// noteCalls records what an expression calls, for the loops around it.
func (r *resolver) noteCalls(x tree.Expr) {
	switch x := x.(type) {
	case *tree.Call:
		if u, ok := x.Ref.(*varUse); ok && (u.sym == nil || u.sym.kind == "our") {
			r.calls.note(u.global)
			return
		}
		r.calls.unknown = true
	case *tree.Method:
		if x.Dynamic == nil {
			r.calls.note("->" + strings.TrimPrefix(x.Name, "SUPER::"))
			return
		}
		r.calls.unknown = true
	default:
		r.calls.unknown = true
	}
}

// ownTopic notes `local $_` among the statements of a sub itself: what it writes from there on is its own.
func (r *resolver) ownTopic(x tree.Expr) {
	if l, ok := x.(*tree.List); ok {
		for _, it := range l.Items {
			r.ownTopic(it)
		}
		return
	}
	if v, ok := x.(*tree.Var); ok && v.Name == "_" && v.Sigil != '@' && v.Sigil != '%' && !r.topic && (r.scope.outer == nil || r.scope.outer.fn != r.fn) {
		r.fn.ownTopic = true
	}
}

// reach tells whether any of the calls leads to a writer.
func (t topicCalls) reach(writers map[string]bool) bool {
	if t.unknown {
		return len(writers) > 0
	}
	for n := range t.names {
		if writers[n] {
			return true
		}
	}
	return false
}

// settleTopics hands the elements themselves to the loops that call a sub that changes $_.
func (r *resolver) settleTopics() {
	writers := map[string]bool{}
	for changed := true; changed; {
		changed = false
		for _, s := range r.topicSubs {
			if (s.writes || !s.own && s.calls.reach(writers)) && !writers[s.name] {
				changed = true
				writers[s.name] = true
				writers["->"+s.name[strings.LastIndex(s.name, ":")+1:]] = true
			}
		}
	}
	r.prog.topicWriters = writers
	for _, u := range r.topicUsers {
		if !u.calls.reach(writers) {
			continue
		}
		*u.writes = true
		r.fn = u.fn
		for _, x := range u.lists {
			r.aliasOperands(x)
		}
	}
}

// learnTopics adds the writers of a program that is being installed.
func (vm *VM) learnTopics(p *Program) {
	if len(p.topicWriters) == 0 {
		return
	}
	if vm.topicWriters == nil {
		vm.topicWriters = map[string]bool{}
	}
	for n := range p.topicWriters {
		vm.topicWriters[n] = true
	}
}

// changesItems tells whether the block of map or grep may write to the items, itself or through a sub, perhaps of another file.
func (c *compiler) changesItems(x *tree.Func) bool {
	info := x.Ref.(*blockInfo)
	return info.writes || info.calls.reach(c.vm.topicWriters)
}

// topicBlock resolves the block given to a function of a module. One that runs it with $_ as each operand hands out the operands
// themselves where the block writes to them; the others leave $_ to the code around them.
func (r *resolver) topicBlock(x *tree.Func) {
	outer := r.topic
	r.topic = false
	calls := r.calls
	r.calls = topicCalls{}
	r.blockBody(x.Block)
	if x.Ref == nil {
		info := &blockInfo{writes: r.topic, calls: r.calls}
		x.Ref = info
		r.useTopic(&info.writes, info.calls, x.Args...)
	}
	r.topic = r.topic || outer
	r.calls.add(calls)
}

// writesTopic tells whether the block given to a function of a module changes the operands.
func (c *compiler) writesTopic(x *tree.Func) bool {
	info, ok := x.Ref.(*blockInfo)
	if !ok || x.Block == nil || !info.writes && !info.calls.reach(c.vm.topicWriters) {
		return false
	}
	fn := c.vm.registry.find(x.Name)
	return fn != nil && fn.entry.Topics
}

// blockInfo is the Ref of map, grep and sort: whether the block may write to the elements.
type blockInfo struct {
	writes bool
	calls  topicCalls
}

func (r *resolver) blockFunction(x *tree.Func) {
	info := &blockInfo{}
	x.Ref = info
	outer, outerCalls := r.topic, r.calls
	r.topic, r.calls = false, topicCalls{}
	first := 0
	if x.Block != nil {
		r.loop++
		r.block(x.Block.Body)
		r.loop--
	} else if len(x.Args) > 0 && x.Name != "sort" {
		r.loop++
		r.expr(x.Args[0])
		r.loop--
		first = 1
	}
	info.writes = r.topic
	if x.Name == "sort" { // which leaves $_ to the code around it
		r.topic = r.topic || outer
		r.calls.add(outerCalls)
	} else {
		info.calls = r.calls
		r.useTopic(&info.writes, info.calls, x.Args[first:]...)
		r.topic, r.calls = outer, outerCalls
	}
	r.exprs(x.Args[first:])
	if info.writes {
		for _, a := range x.Args[first:] {
			r.aliasOperands(a)
		}
	}
}
