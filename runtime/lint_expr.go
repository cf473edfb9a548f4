package runtime

// This file defines the warnings of expressions that say something else than their author meant.

import (
	"strconv"
	"strings"

	"github.com/smrscript/smrscript/lang/tree"
	"github.com/smrscript/smrscript/runtime/regex"
)

// lintExpr looks at an expression and everything in it but blocks, which are statements of their own.
func (r *resolver) lintExpr(x tree.Expr) {
	tree.Inspect(x, func(n tree.Node) bool {
		switch n := n.(type) {
		case *tree.Block:
			return false
		case *tree.Slice:
			r.lintSlice(n)
		case *tree.Assign:
			r.lintAssign(n)
		case *tree.Logical:
			r.lintCondition(n.Left)
			if isTransfer(n.Left) {
				r.noticeEnd(warnSyntaxOnly, n.Left.Range(), "Possible precedence issue with control flow operator")
			}
		case *tree.Ternary:
			r.lintCondition(n.Cond)
		case *tree.Decl:
			r.lintParens(n.Kind, n, n.Paren)
		case *tree.Local:
			_, paren := n.X.(*tree.List)
			r.lintParens("local", n, paren)
		case *tree.List:
			r.lintQw(n)
		case *tree.Binary:
			r.lintBits(n)
		case *tree.Match:
			r.lintTarget(n.Target, "pattern match (m//)")
			r.lintPattern(n.Pattern, n.Flags)
		case *tree.Subst:
			r.lintTarget(n.Target, "substitution (s///)")
			r.lintPattern(n.Pattern, n.Flags)
		case *tree.QR:
			r.lintPattern(n.Pattern, n.Flags)
		case *tree.Trans:
			r.lintTarget(n.Target, "transliteration (tr///)")
			r.lintTrans(n)
		case *tree.Func:
			r.lintFunc(n)
		case *tree.Num:
			r.lintNumber(n)
		case *tree.Str:
			r.lintEscapes(n)
			return false
		case *tree.Interp:
			r.lintEscapes(n)
		}
		return true
	})
}

// lintCondition looks for an assignment of a constant where a comparison was meant.
func (r *resolver) lintCondition(x tree.Expr) {
	if u, ok := x.(*tree.Unary); ok && u.Op == "!" {
		x = u.X
	}
	if l, ok := x.(*tree.List); ok && l.Paren && len(l.Items) == 1 {
		x = l.Items[0]
	}
	a, ok := x.(*tree.Assign)
	if !ok || a.Op != "=" || isListTarget(a.Left) {
		return
	}
	switch a.Right.(type) {
	case *tree.Num, *tree.Str:
		r.notice(warnSyntaxOnly, a.Span, "Found = in conditional, should be ==")
	}
}

// isTransfer tells whether an expression never comes back, so that what an operator does with its value is a mistake.
func isTransfer(x tree.Expr) bool {
	switch x := x.(type) {
	case *tree.Return:
		return true
	case *tree.Jump:
		return true
	case *tree.Func:
		return (x.Name == "die" || x.Name == "exit") && !x.Parens
	}
	return false
}

// lintSlice looks for slices of one element.
func (r *resolver) lintSlice(x *tree.Slice) {
	v, ok := x.Of.(*tree.Var)
	if !ok || x.Pairs {
		return
	}
	open, end := "[", "]"
	if v.Sigil == '%' {
		open, end = "{", "}"
	}
	index := x.Index
	if l, ok := index.(*tree.List); ok {
		if len(l.Items) != 1 || strings.HasPrefix(r.prog.File.Of(l.Span), "qw") {
			return
		}
		index = l.Items[0]
	}
	key := "..."
	switch i := index.(type) {
	case *tree.Num:
		key = i.Text
	case *tree.Str:
		if !strings.HasPrefix(r.prog.File.Of(i.Span), "qw") {
			key = strconv.Quote(i.Value)
		}
	case *tree.Var:
		if i.Sigil != '$' {
			return
		}
	case *tree.Elem, *tree.HashElem, *tree.Interp, *tree.Binary:
		if b, ok := index.(*tree.Binary); ok && !isSingle(b) {
			return
		}
	default:
		return
	}
	name := r.shownName(v) + open + key + end
	r.noticeFinished(warnSyntaxOnly, x.Span, "Scalar value @%s better written as $%s", name, name)
}

// shownName is how a warning of compile time calls a variable, without its sigil.
func (r *resolver) shownName(v *tree.Var) string {
	if u, ok := v.Ref.(*varUse); ok && u.global != "" {
		return strings.TrimPrefix(u.global, "main::")
	}
	return v.Name
}

// lintAssign looks for operators written the wrong way round, and for sort where one value is wanted.
func (r *resolver) lintAssign(x *tree.Assign) {
	if x.Op != "=" {
		return
	}
	text, from := r.prog.File.Text, x.Left.Range().End
	if to := from + strings.IndexByte(text[min(from, len(text)):], '='); to >= from && to+2 < len(text) && strings.IndexByte("+*/%-<", text[to+1]) >= 0 &&
		isBlank(text[to+2]) && strings.TrimSpace(text[from:to]) == "" {
		r.notice(warnSyntaxOnly, x.Right.Range(), "Reversed %c= operator", text[to+1])
	}
	if f, ok := x.Right.(*tree.Func); ok && f.Name == "sort" && !isListTarget(x.Left) {
		r.noticeEnd(warnOther, x.Span, "Useless use of sort in scalar context")
	}
}

// lintParens looks for `my $x, $y = ...`.
func (r *resolver) lintParens(kind string, n tree.Node, paren bool) {
	if paren || !r.prag.warns(warnParenthesis) {
		return
	}
	text, at := r.prog.File.Text, n.Range().End
	if at >= len(text) || text[at] != ',' {
		return
	}
	sigil := false
	s := strings.TrimLeft(text[at:], ", \t\n")
	for s != "" && strings.IndexByte("@%$*", s[0]) >= 0 && len(s) > 1 && isWordByte(s[1]) {
		sigil = true
		k := 1
		for k < len(s) && isWordByte(s[k]) {
			k++
		}
		s = strings.TrimLeft(s[k:], ", \t\n")
	}
	if sigil && s != "" && (s[0] == ';' || s[0] == '=') {
		if kind == "state" {
			kind = "my"
		}
		r.noticeEnd(warnParenthesis, n.Range(), "Parentheses missing around \"%s\" list", kind)
	}
}

func isWordByte(c byte) bool { return c == '_' || c|0x20-'a' < 26 || c-'0' < 10 || c >= 0x80 }

// lintQw looks for punctuation in qw.
func (r *resolver) lintQw(x *tree.List) {
	text := r.prog.File.Text
	if !r.prag.warns(warnQw) || x.Start < 0 || x.End > len(text) || !strings.HasPrefix(text[x.Start:x.End], "qw") {
		return
	}
	words := text[x.Start+2 : x.End]
	words = strings.TrimLeft(words, " \t\n")
	if len(words) < 2 || !isOneQuote(words) {
		return
	}
	words = words[1 : len(words)-1]
	for _, w := range strings.Fields(words) {
		if strings.Contains(w, ",") && (!strings.Contains(w, "#") || strings.Index(w, ",") < strings.Index(w, "#")) {
			r.noticeEnd(warnQw, x.Span, "Possible attempt to separate words with commas")
			break
		}
	}
	if strings.Contains(words, "#") {
		r.noticeEnd(warnQw, x.Span, "Possible attempt to put comments in qw() list")
	}
}

// isOneQuote tells whether a text with its delimiters is one quoted text, and not one with more behind it.
func isOneQuote(s string) bool {
	open, end, depth := s[0], s[0], 0
	if i := strings.IndexByte("([{<", open); i >= 0 {
		end = ")]}>"[i]
	}
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case s[i] == end && depth == 0:
			return i == len(s)-1
		case s[i] == end:
			depth--
		case s[i] == open:
			depth++
		}
	}
	return false
}

// lintBits looks for a comparison as operand of a bitwise operator.
func (r *resolver) lintBits(x *tree.Binary) {
	switch x.Op {
	case "&", "|", "^", "&.", "|.", "^.":
	default:
		return
	}
	if isNumCompare(x.Left) || isNumCompare(x.Right) {
		r.noticeEnd(warnPrecedence, x.Span, "Possible precedence problem on bitwise %s operator", x.Op)
	}
}

func isNumCompare(x tree.Expr) bool {
	b, ok := x.(*tree.Binary)
	if !ok {
		return false
	}
	switch b.Op {
	case "<", ">", "<=", ">=", "==", "!=", "<=>":
		return true
	}
	return false
}

// lintTarget looks for an array or hash to match against.
func (r *resolver) lintTarget(x tree.Expr, what string) {
	var name string
	switch x := x.(type) {
	case *tree.Var:
		if x.Sigil == '@' || x.Sigil == '%' {
			name = string(x.Sigil) + r.shownName(x)
		}
	case *tree.Deref:
		switch x.Sigil {
		case '@':
			name = "@array"
		case '%':
			name = "%hash"
		}
	}
	if name != "" {
		r.noticeEnd(warnMisc, x.Range(), "Applying %s to %s will act on scalar(%s)", what, name, name)
	}
}

// lintTrans looks for parts of tr/// that do nothing.
func (r *resolver) lintTrans(x *tree.Trans) {
	if strings.Contains(x.Flags, "d") && x.To != "" && !strings.Contains(x.Flags, "r") && x.From == x.To && !strings.Contains(x.From, "-") {
		r.noticeEnd(warnMisc, x.Span, "Useless use of /d modifier in transliteration operator")
	}
}

// lintFunc looks at calls of functions.
func (r *resolver) lintFunc(x *tree.Func) {
	switch x.Name {
	case "length":
		if len(x.Args) == 1 {
			r.lintLength(x)
		}
	case "print", "printf", "say", "sort":
		r.lintParenthesis(x)
	}
}

func (r *resolver) lintLength(x *tree.Func) {
	switch a := x.Args[0].(type) {
	case *tree.Var:
		name := r.shownName(a)
		switch a.Sigil {
		case '@':
			r.noticeEnd(warnSyntaxOnly, x.Span, "length() used on @%s (did you mean \"scalar(@%s)\"?)", name, name)
		case '%':
			r.noticeEnd(warnSyntaxOnly, x.Span, "length() used on %%%s (did you mean \"scalar(keys %%%s)\"?)", name, name)
		}
	case *tree.Deref:
		switch a.Sigil {
		case '@':
			r.noticeEnd(warnSyntaxOnly, x.Span, "length() used on @array (did you mean \"scalar(@array)\"?)")
		case '%':
			r.noticeEnd(warnSyntaxOnly, x.Span, "length() used on %%hash (did you mean \"scalar(keys %%hash)\"?)")
		}
	}
}

// lintParenthesis looks for `print (...) ...`, where the list ends with the parenthesis.
func (r *resolver) lintParenthesis(x *tree.Func) {
	text := r.prog.File.Text
	at := x.Start + len(x.Name)
	if !r.prag.warns(warnSyntaxOnly) || at+2 > len(text) || text[at:at+2] != " (" || !strings.HasPrefix(text[x.Start:], x.Name) {
		return
	}
	k, level := at+2, 1
	for ; k < len(text) && level > 0; k++ {
		switch text[k] {
		case '(':
			level++
		case ')':
			level--
		}
	}
	rest := strings.TrimLeft(text[k:], " \t\r\n\f")
	if rest == "" || strings.IndexByte(";&/|})]oairuwef!=", rest[0]) < 0 {
		r.notice(warnSyntaxOnly, x.Span, "%s (...) interpreted as function", x.Name)
	}
}

// lintExec looks for a statement behind exec.
func (r *resolver) lintExec(x tree.Expr, next tree.Stmt) {
	f, ok := x.(*tree.Func)
	if !ok || f.Name != "exec" {
		return
	}
	if e, ok := next.(*tree.ExprStmt); ok {
		if g, ok := e.X.(*tree.Func); ok && (g.Name == "die" || g.Name == "exit" || g.Name == "warn") {
			return
		}
	}
	switch next.(type) {
	case *tree.SubDef, *tree.Package, *tree.Use, *tree.Nop, *tree.Phase:
		return
	}
	r.noticeFinished(warnExec, next.Range(), "Statement unlikely to be reached")
	r.noticeFinished(warnExec, next.Range(), "\t(Maybe you meant system() when you said exec()?)\n")
}

// lintNumber looks at how a number is written.
func (r *resolver) lintNumber(x *tree.Num) {
	t := x.Text
	if strings.Contains(t, "__") || strings.HasSuffix(t, "_") || strings.Contains(t, "_.") || strings.Contains(t, "._") {
		r.notice(warnSyntaxOnly, x.Span, "Misplaced _ in number")
	}
	if len(t) < 2 || t[0] != '0' {
		return
	}
	if set, text := largeLiteral(strings.ReplaceAll(t, "_", "")); text != "" {
		r.notice(set, x.Span, "%s", text)
	}
}

// largeLiteral is the warning that a hexadecimal, octal or binary number deserves for its size.
func largeLiteral(t string) (category, string) {
	base, what, limit, digits := 8, "Octal", "037777777777", t[1:]
	switch t[1] | 0x20 {
	case 'x':
		base, what, limit, digits = 16, "Hexadecimal", "0xffffffff", t[2:]
	case 'b':
		base, what, limit, digits = 2, "Binary", "0b11111111111111111111111111111111", t[2:]
	case 'o':
		digits = t[2:]
	}
	n, err := strconv.ParseUint(digits, base, 64)
	switch {
	case err != nil && strings.Contains(err.Error(), "out of range"):
		return warnOverflow, "Integer overflow in " + strings.ToLower(what) + " number"
	case err == nil && n > 0xFFFFFFFF:
		return warnPortable, what + " number > " + limit + " non-portable"
	}
	return 0, ""
}

// lintEscapes looks for a backslash that does nothing in a string.
func (r *resolver) lintEscapes(x tree.Node) {
	if !r.prag.warns(warnMisc) {
		return
	}
	if in, ok := x.(*tree.Interp); ok && in.Pattern {
		return
	}
	text, s := r.prog.File.Text, x.Range()
	if s.Start < 0 || s.End > len(text) || s.End-s.Start < 3 || text[s.Start] != '"' || text[s.End-1] != '"' {
		return
	}
	body := text[s.Start+1 : s.End-1]
	if strings.Contains(body, "@{") || strings.Contains(body, "${") {
		return // there is code in it
	}
	for k := 0; k+1 < len(body); k++ {
		if body[k] != '\\' {
			continue
		}
		k++
		if c := body[k]; c|0x20-'a' < 26 && strings.IndexByte("ntrfbaexclLuUEQNFo", c) < 0 || c == '8' || c == '9' {
			r.notice(warnMisc, s, "Unrecognized escape \\%c passed through", c)
		}
	}
}

// lintPattern looks for what is suspicious in a constant pattern.
func (r *resolver) lintPattern(x tree.Expr, flags string) {
	s, ok := x.(*tree.Str)
	if !ok || !r.prag.warns(warnRegexp) || !regex.Suspicious(s.Value) {
		return
	}
	f := patternFlags(flags)
	if s.Wide {
		f |= regex.UTF8
	}
	re, err := regex.Compile(s.Value, f)
	if err != nil {
		return // it says so itself, when it is used
	}
	for _, w := range re.Warnings() {
		r.noticeEnd(warnRegexp, s.Span, "%s", w)
	}
}
