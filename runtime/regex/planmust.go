package regex

// This file defines the search for a literal that every match contains.

// mustFinder walks over the parts of a tree that take part in every match.
type mustFinder struct {
	c    *compiler
	best string
	min  int
	max  int
}

// planMust finds the best literal.
func planMust(sr *search, root expr, c *compiler) {
	f := &mustFinder{c: c}
	f.visit(root, 0, 0)
	sr.must, sr.mustMin, sr.mustMax = f.best, f.min, f.max
	if f.max >= unbounded {
		sr.mustMax = -1
	}
}

// visit looks at e, which begins between lo and hi bytes behind the start of the match.
func (f *mustFinder) visit(e expr, lo, hi int) {
	switch e := e.(type) {
	case *litExpr:
		f.literal(e, lo, hi)
	case *captureExpr:
		f.visit(e.body, lo, hi)
	case *atomicExpr:
		f.visit(e.body, lo, hi)
	case *repeatExpr:
		if e.min > 0 {
			f.visit(e.body, lo, hi)
		}
	case *seqExpr:
		for _, part := range e.parts {
			f.visit(part, lo, hi)
			l, h := f.bytes(part)
			lo, hi = min(lo+l, unbounded), min(hi+h, unbounded)
		}
	}
}

func (f *mustFinder) literal(e *litExpr, lo, hi int) {
	if foldingOf(e.flags, f.c.mode) != foldNone {
		return
	}
	if text, ok := encode(e.runes, f.c.mode); ok && len(text) > len(f.best) {
		f.best, f.min, f.max = text, lo, hi
	}
}

// bytes gives the least and the greatest number of bytes e can match.
func (f *mustFinder) bytes(e expr) (lo, hi int) {
	lo, hi = f.c.widths.width(e)
	if f.c.mode == modeUTF8 {
		hi = times(hi, 4)
	}
	return lo, hi
}
