package runtime

// This file defines how warnings call an operand whose subscript is computed.
//
// The subscript is computed once more when the warning is written, in the frame of the running sub; nothing is kept for it before.
// Perl looks for the undefined scalar itself: where another operand could have been meant, an element that does not exist has no name.

import (
	"strconv"
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/regex"
	"github.com/smrscript/smrscript/runtime/value"
)

// operandName is how a warning calls an operand, with a blank before it; sure says that no other operand can have been meant.
func (vm *VM) operandName(x tree.Expr, at *site, sure bool) string {
	var name string
	switch e := x.(type) {
	case *tree.Elem:
		if name = variableName(x); name == "" || !sure {
			name = vm.elementName(x, e.Array, e.Index, at, sure)
		}
	case *tree.HashElem:
		if name = variableName(x); name == "" || !sure {
			name = vm.elementName(x, e.Hash, e.Key, at, sure)
		}
	default:
		name = variableName(x)
	}
	if name != "" {
		name = " " + name
	}
	return name
}

// elementName computes the subscript of an element of a named array or hash.
func (vm *VM) elementName(x, of, index tree.Expr, at *site, sure bool) string {
	v, ok := of.(*tree.Var)
	fr := vm.frameOf(at)
	if !ok || fr == nil || !isPure(index) {
		return ""
	}
	c := vm.newCompiler(at.fn, WantScalar)
	if _, isArray := x.(*tree.Elem); isArray {
		i, a := c.scalar(index)(vm, fr).ToInt(), c.array(of, false)(vm, fr)
		if a == nil || !a.Exists(i) {
			switch {
			case !sure:
				return ""
			case !isPlainIndex(index):
				return "within @" + plainName(v)
			}
		}
		return "$" + plainName(v) + "[" + strconv.FormatInt(i, 10) + "]"
	}
	k, h := c.scalar(index)(vm, fr), c.hash(of, false)(vm, fr)
	if k.IsUndef() {
		return ""
	}
	if h == nil || !h.Exists(value.KeyOf(k)) {
		switch {
		case !sure:
			return ""
		case !isPlainIndex(index):
			return "within %" + plainName(v)
		}
	}
	return "$" + plainName(v) + "{" + keyText(k.String()) + "}"
}

// isPlainIndex tells subscripts that perl can name although the element does not exist: constants and plain variables.
func isPlainIndex(x tree.Expr) bool {
	switch x := x.(type) {
	case *tree.Num, *tree.Str:
		return true
	case *tree.Unary:
		return isPlainIndex(x.X)
	case *tree.Var:
		return x.Name != "" && (x.Name[0] == '_' || x.Name[0]|0x20-'a' < 26)
	}
	return false
}

// plainName is how warnings call a variable: globals of other packages than main with their package.
func plainName(v *tree.Var) string {
	if u, ok := v.Ref.(*varUse); ok && u.global != "" {
		return strings.TrimPrefix(u.global, "main::")
	}
	return v.Name
}

// keyText is a key as warnings show it.
func keyText(s string) string {
	if len(s) > 32 {
		return "\"" + s[:32] + "\"..."
	}
	return "\"" + strings.NewReplacer("\n", `\n`, "\t", `\t`, "\r", `\r`, `"`, `\"`, `\`, `\\`).Replace(s) + "\""
}

// isPure tells whether an expression can be computed again without anyone noticing.
func isPure(x tree.Expr) bool {
	pure := true
	tree.Inspect(x, func(n tree.Node) bool {
		switch n := n.(type) {
		case *tree.Var, *tree.Num, *tree.Str, *tree.Interp, *tree.Elem, *tree.HashElem:
		case *tree.Binary:
			pure = pure && (n.Op == "+" || n.Op == "-" || n.Op == "*" || n.Op == ".")
		default:
			pure = false
		}
		return pure
	})
	return pure
}

// frameOf is the frame of the running sub if that is the one a place stands in.
func (vm *VM) frameOf(at *site) *Frame {
	if at == nil || at.fn == nil {
		return nil
	}
	for i := vm.depth - 1; i >= 0; i-- {
		r := &vm.calls[i]
		if r.eval && r.code == nil {
			continue
		}
		if r.frame == nil || r.code == nil {
			return nil
		}
		if p, ok := r.code.Body.(*proto); ok && p.fn == at.fn {
			return r.frame
		}
		return nil
	}
	if at.fn.parent != nil || at.fn.isEval || vm.cur != 0 {
		return nil
	}
	return vm.base()
}

// isFixed tells operands that are never undefined, so that the other one must be meant.
func isFixed(x tree.Expr) bool {
	switch x := x.(type) {
	case *tree.Num, *tree.Str:
		return true
	case *tree.List:
		return len(x.Items) == 1 && isFixed(x.Items[0])
	}
	return false
}

// reportsUndef tells the functions whose operand i perl complains of when it is undefined, beside those that are called directly.
func reportsUndef(name string, i int) bool {
	switch name {
	case "localtime", "gmtime", "mkdir", "rmdir", "sleep", "chdir", "rename", "rand", "srand", "stat", "lstat", "readlink", "link",
		"symlink", "exit":
		return true
	case "open", "opendir":
		return i == 1 || i == 2
	}
	return false
}

// indexes compiles the list of subscripts of a slice; undefined ones, and for arrays and lists those that are no numbers, are
// reported.
func (c *compiler) indexes(x tree.Expr, op string) listFn {
	f, at := c.list(x), c.site(x)
	if c.vm.weighs && op == "array slice" {
		f = boundedIndexes(f)
	}
	if !c.prag.warn {
		return f
	}
	items := []tree.Expr{x}
	if l, ok := x.(*tree.List); ok {
		items = l.Items
	}
	return func(vm *VM, fr *Frame) {
		base := len(vm.stack)
		f(vm, fr)
		for i, v := range vm.stack[base:] {
			switch {
			case v.IsInt():
			case v.IsUndef():
				vm.warnItem(i, len(vm.stack)-base, items, op, at)
			case op != "hash slice" && v.IsString() && !v.LooksLikeNumber():
				vm.warnIn(at, warnNumeric, "Argument \"%s\" isn't numeric in %s", value.Display(v), op)
			}
		}
	}
}

// patternPart compiles what is interpolated into a pattern.
func (c *compiler) patternPart(x tree.Expr, sure bool) evalFn {
	f := c.scalar(x)
	if c.prag.warn && !isFixed(x) {
		return c.warnUndefOf(f, x, "regexp compilation", sure)
	}
	return f
}

// replacementText compiles the right side of s/// when it is text.
func (c *compiler) replacementText(x *tree.Interp) evalFn {
	if len(x.Parts) != 1 || !c.prag.warn {
		return c.scalar(x)
	}
	switch x.Parts[0].(type) {
	case *tree.Var, *tree.Elem, *tree.HashElem:
	default:
		return c.scalar(x)
	}
	op := "substitution (s///)"
	tree.Inspect(x, func(n tree.Node) bool {
		if v, ok := n.(*tree.Var); ok && (v.Name == "&" || v.Name == "+" || v.Name[0]-'0' < 10) {
			op = "substitution iterator"
		}
		return true
	})
	f, at := c.warnUndef(c.scalar(x.Parts[0]), x.Parts[0], op), c.site(x)
	return func(vm *VM, fr *Frame) value.Value {
		v := f(vm, fr)
		if v.Kind() >= value.KScalarRef {
			return vm.textPart(v, at)
		}
		return v
	}
}

// warnPattern writes the warnings about a pattern that was made at run time.
func (vm *VM) warnPattern(re *regex.Regexp, at *site) {
	if !at.warns(warnRegexp) {
		return
	}
	for _, w := range re.Warnings() {
		vm.warnIn(at, warnRegexp, "%s", w)
	}
}

// isUndefined tells whether an operand says undef on purpose.
func isUndefined(x tree.Expr) bool {
	f, ok := x.(*tree.Func)
	return ok && f.Name == "undef" && len(f.Args) == 0
}
