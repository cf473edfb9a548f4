package format

// This file defines the reading of one conversion of sprintf.

// A reader takes a conversion apart; i is how far it has come.
type reader struct {
	spec
	p     *printer
	f     string
	i     int
	ended bool // the format ended within the conversion
}

func (r *reader) peek() byte {
	if r.i < len(r.f) {
		return r.f[r.i]
	}
	return 0
}

func (r *reader) accept(c byte) bool {
	if r.i < len(r.f) && r.f[r.i] == c {
		r.i++
		return true
	}
	return false
}

// number reads digits that do not start with 0; none are 0.
func (r *reader) number(what string) (int, error) {
	n := 0
	if r.peek()-'1' < 9 {
		for r.peek()-'0' < 10 {
			n = n*10 + int(r.peek()-'0')
			r.i++
			if n > r.p.opt.most() {
				return 0, &TooLongError{r.p.opt.Func, what, r.p.opt.most()}
			}
		}
	}
	return n, nil
}

// read reads everything up to and including the verb; ok is false if the conversion does not exist.
func (r *reader) read() (ok bool, err error) {
	n, err := r.number("argument number or width")
	if err != nil {
		return false, err
	}
	switch {
	case n > 0 && r.accept('$'):
		r.arg = n
		r.p.explicit = true
		r.flags()
		ok, err = r.vectorAndWidth()
	case n > 0:
		r.width, ok = n, true
	default:
		r.flags()
		ok, err = r.vectorAndWidth()
	}
	if err != nil || !ok {
		r.skipVerb()
		return false, err
	}
	if r.accept('.') {
		if ok, err = r.precision(); err != nil || !ok {
			r.skipVerb()
			return false, err
		}
	}
	r.sizes()
	r.verb = r.peek()
	r.skipVerb()
	return !r.ended, nil
}

// skipVerb steps over the character that ends the conversion.
func (r *reader) skipVerb() {
	if r.i == len(r.f) {
		r.ended = true
		return
	}
	r.i++
}

func (r *reader) flags() {
	for {
		switch c := r.peek(); c {
		case ' ', '+':
			if r.plus != '+' {
				r.plus = c
			}
		case '-':
			r.left = true
		case '0':
			r.zero = true
		case '#':
			r.alt = true
		default:
			return
		}
		r.i++
	}
}

// vectorAndWidth reads [*[n$]]v and the width, which may be a star too.
func (r *reader) vectorAndWidth() (ok bool, err error) {
	if r.accept('*') {
		ix, ok, err := r.index()
		if err != nil || !ok {
			return ok, err
		}
		if !r.accept('v') {
			return true, r.starWidth(ix)
		}
		r.vector = true
		r.sep = r.p.opt.text(r.p.argument(ix))
	} else if r.accept('v') {
		r.vector = true
		r.sep = dot
	}
	if r.vector {
		if r.accept('0') {
			r.zero = true
		}
		if r.accept('*') {
			ix, ok, err := r.index()
			if err != nil || !ok {
				return ok, err
			}
			return true, r.starWidth(ix)
		}
	}
	r.width, err = r.number("width")
	return true, err
}

// index reads n$ behind a star; ok is false if a number stands there without $.
func (r *reader) index() (ix int, ok bool, err error) {
	ix, err = r.number("argument number")
	if ix > 0 {
		r.p.explicit = true
		return ix, r.accept('$'), err
	}
	return 0, true, err
}

func (r *reader) starWidth(ix int) error {
	n := r.p.opt.number(r.p.argument(ix)).ToInt()
	if n < 0 {
		r.left = true
		n = -max(n, -int64(maxWidth)-1)
	}
	if n > int64(r.p.opt.most()) {
		return &TooLongError{r.p.opt.Func, "width", r.p.opt.most()}
	}
	r.width = int(n)
	return nil
}

func (r *reader) precision() (ok bool, err error) {
	if r.accept('*') {
		ix, ok, err := r.index()
		if err != nil || !ok {
			return ok, err
		}
		n := r.p.opt.number(r.p.argument(ix)).ToInt()
		if n > int64(r.p.opt.most()) {
			return false, &TooLongError{r.p.opt.Func, "precision", r.p.opt.most()}
		}
		r.prec, r.hasPrec = int(max(n, 0)), n >= 0
		return true, nil
	}
	for r.accept('0') {
	}
	r.prec, err = r.number("precision")
	r.hasPrec = true
	return true, err
}

func (r *reader) sizes() {
	switch c := r.peek(); c {
	case 'h':
		r.i++
		r.size = 'h'
		if r.accept('h') {
			r.size = 'H'
		}
	case 'l':
		r.i++
		r.accept('l')
		r.size = 'l'
	case 'L', 'q', 'V', 'z', 't', 'j':
		r.i++
		r.size = 'l'
	}
}
