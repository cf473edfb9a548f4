package main

// This file defines the versions of calls: by how the sub is found and by the number of its arguments.

import (
	"bytes"
	"fmt"
)

// callees are the ways to find a sub: by its name, in a slot of the frame that holds a reference, or by running code, which the
// others leave everything to that is not simple.
var callees = []struct{ name, find string }{
	{"calleeNamed", "code := glob.Code\nif code == nil || vm.depth >= deep {\ncode = find(vm, fr)\n}\n"},
	{"calleeInSlot", "var code *value.Code\nif v := fr[slot]; v.IsCode() && vm.depth < deep {\ncode = v.Code()\n} else {\ncode = find(vm, fr)\n}\n"},
	{"calleeOther", "code := find(vm, fr)\n"},
}

// countedArgs is how many arguments have versions of their own; more are put into their slots by a loop.
const countedArgs = 3

func call(w *bytes.Buffer) {
	fmt.Fprintf(w, "\n// fixedCall calls a sub whose arguments are single scalars, for each way to find it.\nfunc fixedCall(k callee, cs *callSite, want Want) evalFn {\n")
	fmt.Fprintf(w, "glob, slot, deep, find := k.glob, k.slot, k.deep, k.find\nargs, n, off, at := cs.fixed, len(cs.fixed), cs.off, cs.at\n")
	fmt.Fprintf(w, "var arg [%d]evalFn\ncopy(arg[:], args)\nfirst, second, third := arg[0], arg[1], arg[2]\n", countedArgs)
	fmt.Fprintf(w, "switch k.shape<<3 | uint8(min(n, %d)) {\n", countedArgs+1)
	for _, k := range callees {
		for n := range countedArgs + 2 {
			count := fmt.Sprint(n)
			if n > countedArgs {
				count = "n"
			}
			fmt.Fprintf(w, "case %s<<3 | %d:\nreturn func(vm *VM, fr *Frame) value.Value {\n%s", k.name, n, k.find)
			fmt.Fprintf(w, "p, ok := code.Body.(*proto)\nnf := fr.window(off)\nif !ok || !p.takes(%s) || vm.full(nf) {\nreturn vm.invokeFound(code, cs, fr, want)\n}\n", count)
			if n > countedArgs {
				w.WriteString("for i, a := range args {\nnf[i] = plain(a(vm, fr))\n}\n")
			}
			for i, name := range []string{"first", "second", "third"} {
				if n <= countedArgs && i < n {
					fmt.Fprintf(w, "nf[%d] = plain(%s(vm, fr))\n", i, name)
				}
			}
			fmt.Fprintf(w, "return vm.runFixed(code, p, nf, at, %s, want)\n}\n", count)
		}
	}
	w.WriteString("}\nreturn nil\n}\n")
}
