package main

// This file defines the versions of array elements: by how the array is found and by how its index is.

import (
	"bytes"
	"fmt"
)

// arrays are the ways to find an array: held by a slot, known when the program is compiled, or by running code.
var arrays = []struct{ name, find string }{
	{"arrayInSlot", "var a *value.Array\nif v := fr[slot]; v.IsArrayRef() {\na = v.Array()\n} else {\na = newArrayIn(&fr[slot])\n}\n"},
	{"arrayKnown", "a := known\n"},
	{"arrayOther", "a := find(vm, fr)\n"},
}

// indexes are the ways to find an index; the test says whether it is an integer.
var indexes = []struct{ name, find, test, number, value string }{
	{"inSlot", "i := &fr[iSlot]\n", "i.IsInt()", "i.I()", "*i"},
	{"anInt", "", "", "iInt", ""},
	{"other", "i := iFn(vm, fr)\n", "i.IsInt()", "i.I()", "i"},
}

func element(w *bytes.Buffer) {
	elementGet(w)
	elementSet(w)
	elementUpdate(w)
}

func elementHead(w *bytes.Buffer) {
	w.WriteString("slot, known, find := p.slot, p.known, p.find\niSlot, iFn, iConst := i.slot, i.fn, i.v\niInt := iConst.I()\nswitch p.shape<<2 | i.shape {\n")
}

func elementGet(w *bytes.Buffer) {
	w.WriteString("\n// getElement reads an element for each way to find array and index.\nfunc getElement(p place, i operand) evalFn {\n")
	w.WriteString("iWhere := i.where\n")
	elementHead(w)
	for _, a := range arrays {
		for _, i := range indexes {
			fmt.Fprintf(w, "case %s<<2 | %s:\nreturn func(vm *VM, fr *Frame) value.Value {\n", a.name, i.name)
			if i.name == "other" { // running code may find another array
				w.WriteString(i.find + a.find)
			} else {
				w.WriteString(a.find + i.find)
			}
			if i.test != "" {
				fmt.Fprintf(w, "if %s {\nif e := a.Number(%s); e != nil {\nreturn *e\n}\nif v, ok := a.Packed(%[2]s); ok {\nreturn v\n}\nreturn a.Get(%[2]s)\n}\nreturn a.Get(slowIndex(vm, %s, iWhere))\n}\n", i.test, i.number, slowIndex(i.name))
			} else {
				fmt.Fprintf(w, "return a.Get(%s)\n}\n", i.number)
			}
		}
	}
	w.WriteString("}\nreturn nil\n}\n")
}

// slowIndex is the index that is no integer.
func slowIndex(shape string) string {
	if shape == "inSlot" {
		return "*i"
	}
	return "i"
}

// elementSet makes statements, so that the value is found in the same closure: first it, then index and array.
func elementSet(w *bytes.Buffer) {
	for _, constant := range []bool{true, false} {
		name, doc, param, find := "setElement", "the value of an expression", "right evalFn", "q := plain(right(vm, fr))\n"
		if constant {
			name, doc, param, find = "setElementTo", "a constant", "q value.Value", ""
		}
		fmt.Fprintf(w, "\n// %s stores %s in an element.\nfunc %[1]s(p place, i operand, %[3]s, slow storeFn) stmtFn {\n", name, doc, param)
		elementHead(w)
		for _, a := range arrays {
			for _, i := range indexes {
				fmt.Fprintf(w, "case %s<<2 | %s:\nreturn func(vm *VM, fr *Frame) ctl {\n%s", a.name, i.name, find)
				switch i.name {
				case "other":
					fmt.Fprintf(w, "%s%sif !%s || !a.SetPacked(%s, q) {\nstoreAt(vm, fr, a, %s, q, slow)\n}\n", i.find, a.find, i.test, i.number, i.value)
				case "inSlot":
					fmt.Fprintf(w, "%s%sif !%s || !a.SetPacked(%s, q) {\nstoreAt(vm, fr, a, %s, q, slow)\n}\n", a.find, i.find, i.test, i.number, i.value)
				default:
					fmt.Fprintf(w, "%sif !a.SetPacked(iInt, q) {\nstoreAt(vm, fr, a, iConst, q, slow)\n}\n", a.find)
				}
				w.WriteString("return ctlNone\n}\n")
			}
		}
		w.WriteString("}\nreturn nil\n}\n")
	}
}

// elementUpdate makes `$a[i] op= right`: index, array, right side, in this order. A number that stands by itself is changed in its
// place; the rest, packed numbers first, is done out of line.
func elementUpdate(w *bytes.Buffer) {
	for _, op := range arithmetic {
		fmt.Fprintf(w, "\n// %[1]sAt is %[2]s= on element n of an array.\n//\n//go:noinline\nfunc %[1]sAt(vm *VM, a *value.Array, n int64, q value.Value, o *opInfo) {\np := a.Get(n)\n", op.name, op.op)
		fmt.Fprintf(w, "if p.IsFloat() && q.IsFloat() {\nif z := p.F() %[1]s q.F(); math.Abs(z) < 1e15 && z != 0 {\nupdateAt(vm, a, n, value.Float(z), o)\nreturn\n}\n} else if p.IsInt() && q.IsInt() {\nx, y := p.I(), q.I()\nif z := x %[1]s y; %[2]s {\nupdateAt(vm, a, n, value.Int(z), o)\nreturn\n}\n}\n", op.op, op.check)
		fmt.Fprintf(w, "updateAt(vm, a, n, %sSlow(vm, p, q, o), o)\n}\n", op.name)
		fmt.Fprintf(w, "\n// %[1]sToElement is %[2]s= on an element.\nfunc %[1]sToElement(p place, i operand, right evalFn, o *opInfo) stmtFn {\n", op.name, op.op)
		elementHead(w)
		for _, a := range arrays {
			for _, i := range indexes {
				fmt.Fprintf(w, "case %s<<2 | %s:\nreturn func(vm *VM, fr *Frame) ctl {\n", a.name, i.name)
				switch i.name {
				case "inSlot":
					w.WriteString("n := elementIndex(fr[iSlot])\n")
				case "anInt":
					w.WriteString("n := iInt\n")
				default:
					w.WriteString("n := elementIndex(iFn(vm, fr))\n")
				}
				fmt.Fprintf(w, "%sq := right(vm, fr)\n", a.find)
				fmt.Fprintf(w, "if p := a.Number(n); p != nil {\nif p.IsFloat() && q.IsFloat() {\nif z := p.F() %[1]s q.F(); math.Abs(z) < 1e15 && z != 0 {\np.SetFloat(z)\nreturn ctlNone\n}\n} else if p.IsInt() && q.IsInt() {\nx, y := p.I(), q.I()\nif z := x %[1]s y; %[2]s {\np.SetInt(z)\nreturn ctlNone\n}\n}\n}\n", op.op, op.check)
				fmt.Fprintf(w, "%sAt(vm, a, n, q, o)\nreturn ctlNone\n}\n", op.name)
			}
		}
		w.WriteString("}\nreturn nil\n}\n")
	}
}
