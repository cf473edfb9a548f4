package runtime

// This file defines goto LABEL: to a statement of a block around it, or of that block's sub or file. A list of statements with
// labels is run by number when the file has a goto at all; a goto leaves what is inside with the name of its label, and the list
// goes on from there. What perl does not advise, jumps into constructs and out of subs, is refused as a label that is not there.

import (
	"github.com/smrscript/smrscript/lang/tree"
)

// gotoPrefix begins vm.label on the way of a goto, so that no loop takes the name for its own.
const gotoPrefix = "goto "

// A gotoList is the labels of a list of statements that is being compiled.
type gotoList struct {
	at    map[string]int // the statement's number, by gotoPrefix and label
	evals int            // evals around the list in the sub
}

// labels returns the labels of a list, nil if it has none or nothing can go to them.
func (c *compiler) labels(list []tree.Stmt) map[string]int {
	if !c.fn.prog.gotos {
		return nil
	}
	var at map[string]int
	for i, s := range list {
		label, _ := jumpTarget(s)
		if label == "" {
			label = c.fn.prog.Tree.Labels[s]
		}
		if label != "" {
			if at == nil {
				at = map[string]int{}
			}
			at[gotoPrefix+label] = i
		}
	}
	return at
}

// labelled compiles a list of statements with labels; each compiles the statement of a number.
func (c *compiler) labelled(at map[string]int, n int, each func(i int) stmtFn) stmtFn {
	c.gotos = append(c.gotos, gotoList{at, c.evals})
	fs := make([]stmtFn, n)
	for i := range fs {
		if f := each(i); f != nil {
			fs[i] = catchJumps(f)
		}
	}
	c.gotos = c.gotos[:len(c.gotos)-1]
	return func(vm *VM, fr *Frame) ctl {
		for i := 0; i < len(fs); i++ {
			if fs[i] == nil {
				continue
			}
			switch k := fs[i](vm, fr); k {
			case ctlNone:
			case ctlGoto:
				to, ok := at[vm.label]
				if !ok {
					return k
				}
				if vm.fuel--; vm.fuel < 0 {
					vm.look()
				}
				vm.label, i = "", to-1
			default:
				return k
			}
		}
		return ctlNone
	}
}

// gotoLabel compiles goto LABEL.
func (c *compiler) gotoLabel(x *tree.Jump) stmtFn {
	at, label := c.site(x), gotoPrefix+x.Label
	for _, l := range c.gotos {
		if _, ok := l.at[label]; ok && l.evals == c.evals {
			return func(vm *VM, fr *Frame) ctl {
				vm.label = label
				return ctlGoto
			}
		}
	}
	return func(vm *VM, fr *Frame) ctl { panic(vm.dief(at, "Can't find label %s", x.Label)) }
}
