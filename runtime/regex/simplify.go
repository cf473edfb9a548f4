package regex

// This file defines the simplifications made while the tree is built.

// literalFlags are the flags that matter to a literal.
const literalFlags = I | charsetFlags

// seqBuilder puts the parts of a sequence together: neighbouring literals become one, sequences are flattened.
type seqBuilder struct {
	parts []expr
	owned bool // the last part is a literal made here, free to grow
}

func (b *seqBuilder) add(e expr) {
	switch e := e.(type) {
	case *emptyExpr:
		return
	case *seqExpr:
		for _, part := range e.parts {
			b.add(part)
		}
		return
	case *litExpr:
		if len(b.parts) == 0 {
			break
		}
		last, ok := b.parts[len(b.parts)-1].(*litExpr)
		if ok && last.flags&literalFlags == e.flags&literalFlags {
			if !b.owned {
				last = &litExpr{runes: append([]rune(nil), last.runes...), flags: last.flags}
				b.parts[len(b.parts)-1], b.owned = last, true
			}
			last.runes = append(last.runes, e.runes...)
			return
		}
	}
	b.parts, b.owned = append(b.parts, e), false
}

func (b *seqBuilder) expr() expr {
	switch len(b.parts) {
	case 0:
		return &emptyExpr{}
	case 1:
		return b.parts[0]
	}
	return &seqExpr{b.parts}
}

// simplifyAlternation makes one class of branches that are single characters: a|b|[cd] is [abcd], because such branches
// all lead to the same place.
func simplifyAlternation(branches []expr) expr {
	var c *class
	for _, b := range branches {
		switch b := b.(type) {
		case *litExpr:
			if len(b.runes) != 1 || c != nil && c.flags&literalFlags != b.flags&literalFlags {
				return &altExpr{branches}
			}
			if b.flags&I != 0 && mayMultiFold(b.runes) {
				return &altExpr{branches}
			}
			if c == nil {
				c = &class{flags: b.flags}
			}
			c.add(b.runes[0], b.runes[0])
		case *setExpr:
			s := b.class
			if s.negate || s.op != 0 || c != nil && c.flags&literalFlags != s.flags&literalFlags || s.flags&I != 0 && mayMultiFold(s.ranges) {
				return &altExpr{branches}
			}
			if c == nil {
				c = &class{flags: s.flags}
			}
			c.ranges = append(c.ranges, s.ranges...)
			c.items = append(c.items, s.items...)
		default:
			return &altExpr{branches}
		}
	}
	return &setExpr{c}
}

// mayMultiFold tells whether the folding of one of the characters may be several characters.
func mayMultiFold(runes []rune) bool {
	for _, r := range runes {
		if r >= 0x80 {
			return true
		}
	}
	return false
}
