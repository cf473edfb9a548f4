package format

// This file defines the reading of templates of pack and unpack.

import (
	"fmt"
	"strings"
)

const (
	maxDepth  = 100       // of nested groups
	maxCount  = 1<<31 - 1 // the largest repeat count
	maxPacked = 1 << 28   // the bytes that repeated groups may make
)

// A count says how often an item is repeated.
type count uint8

const (
	once count = iota
	number
	star
)

// An item is one element of a template.
type item struct {
	code  byte
	bang  bool   // modifier !
	big   bool   // modifier >, of the item or of a group around it
	order bool   // < or > was given
	how   count  // kind of repeat count
	n     int    // the repeat count
	group string // what is between the parentheses if code is '('
	slash bool   // a / follows: the item is the count of the next one
}

// A template is read item by item.
type template struct {
	s     string
	i     int
	fn    string // "pack" or "unpack"
	depth int
	// Modifiers of the groups around.
	big, order bool
}

func (t *template) fail(format string, args ...any) error {
	return &TemplateError{t.fn, fmt.Sprintf(format, args...) + " in " + t.fn}
}

// skip steps over blanks and comments.
func (t *template) skip() {
	for t.i < len(t.s) {
		switch c := t.s[t.i]; {
		case c == ' ' || c-'\t' < 5:
			t.i++
		case c == '#':
			if n := strings.IndexByte(t.s[t.i:], '\n'); n >= 0 {
				t.i += n + 1
			} else {
				t.i = len(t.s)
			}
		default:
			return
		}
	}
}

func (t *template) peek() byte {
	if t.i < len(t.s) {
		return t.s[t.i]
	}
	return 0
}

// next reads the next item; ok is false at the end.
func (t *template) next() (it item, ok bool, err error) {
	t.skip()
	for t.peek() == ',' { // perl warns of commas and goes on
		t.i++
		t.skip()
	}
	if t.i >= len(t.s) {
		return it, false, nil
	}
	it = item{code: t.s[t.i], n: 1, big: t.big, order: t.order}
	t.i++
	if it.code == '(' {
		if it.group, err = t.enclosed(')'); err != nil {
			return it, false, err
		}
		if t.depth >= maxDepth {
			return it, false, t.fail("Too deeply nested ()-groups")
		}
	}
	if err = t.modifiers(&it); err != nil {
		return it, false, err
	}
	if err = t.count(&it); err != nil {
		return it, false, err
	}
	t.skip()
	if t.peek() == '/' {
		t.i++
		it.slash = true
		t.skip()
		if c := t.peek(); c-'0' < 10 || c == '*' || c == '[' {
			return it, false, t.fail("'/' does not take a repeat count")
		}
	}
	return it, true, nil
}

func (t *template) modifiers(it *item) error {
	own := false // an order was given here, not by a group around
	for {
		c := t.peek()
		allowed := ""
		switch c {
		case '!':
			allowed = "sSiIlLxXnNvV@."
		case '<', '>':
			allowed = "sSiIlLqQjJfFdDpP("
		default:
			return nil
		}
		t.i++
		if strings.IndexByte(allowed, it.code) < 0 {
			return t.fail("'%c' allowed only after types %s", c, allowed)
		}
		if c == '!' {
			it.bang = true
			continue
		}
		big := c == '>'
		if it.order && it.big != big {
			if own {
				return t.fail("Can't use both '<' and '>' after type '%c'", it.code)
			}
			return t.fail("Can't use '%c' in a group with different byte-order", c)
		}
		it.big, it.order, own = big, true, true
	}
}

func (t *template) count(it *item) error {
	switch c := t.peek(); {
	case c == '*':
		t.i++
		it.how = star
	case c-'0' < 10:
		n, err := t.digits()
		if err != nil {
			return err
		}
		it.how, it.n = number, n
	case c == '[':
		t.i++
		in, err := t.enclosed(']')
		if err != nil {
			return err
		}
		it.how = number
		if in != "" && in[0]-'0' < 10 {
			sub := template{s: in, fn: t.fn}
			if it.n, err = sub.digits(); err != nil {
				return err
			}
			if sub.i != len(in) {
				return t.fail("Malformed integer in []")
			}
			return nil
		}
		sub := template{s: in, fn: t.fn, depth: t.depth + 1}
		it.n, err = sub.measure()
		return err
	}
	return nil
}

func (t *template) digits() (int, error) {
	n := 0
	for ; t.peek()-'0' < 10; t.i++ {
		if n = n*10 + int(t.peek()-'0'); n > maxCount {
			return 0, &TooLongError{t.fn, "repeat count", maxCount}
		}
	}
	return n, nil
}

// enclosed returns what stands before the bracket that closes the one just read.
func (t *template) enclosed(end byte) (string, error) {
	start := t.i
	for t.i < len(t.s) {
		c := t.s[t.i]
		t.i++
		switch c {
		case end:
			return t.s[start : t.i-1], nil
		case '#':
			t.i--
			t.skip()
		case '(', '[':
			closing := byte(')')
			if c == '[' {
				closing = ']'
			}
			if _, err := t.enclosed(closing); err != nil {
				return "", err
			}
		}
	}
	return "", &TemplateError{t.fn, fmt.Sprintf("No group ending character '%c' found in template", end)}
}

// sub returns the template of a group.
func (t *template) sub(it *item) template {
	return template{s: it.group, fn: t.fn, depth: t.depth + 1, big: it.big, order: it.order}
}

// size returns the bytes of one element of a fixed-size type, 0 for other types.
func (it *item) size() int {
	switch it.code {
	case 'c', 'C', 'U', 'W':
		return 1
	case 's', 'S', 'n', 'v':
		return 2
	case 'l', 'L':
		if it.bang {
			return 8
		}
		return 4
	case 'i', 'I', 'N', 'V', 'f':
		return 4
	case 'q', 'Q', 'j', 'J', 'd', 'F':
		return 8
	}
	return 0
}

// measure returns the length in bytes of what the template describes.
func (t *template) measure() (total int, err error) {
	for {
		it, ok, err := t.next()
		if err != nil || !ok {
			return total, err
		}
		if it.how == star {
			return 0, t.fail("Within []-length '*' not allowed")
		}
		size := 0
		switch it.code {
		case '(':
			sub := t.sub(&it)
			if size, err = sub.measure(); err != nil {
				return 0, err
			}
		case 'a', 'A', 'Z', 'x':
			if size = 1; it.code == 'x' && it.bang {
				total = align(total, it.n)
				continue
			}
		case 'X':
			if it.bang {
				if it.n > 0 {
					total -= total % it.n
				}
				continue
			}
			if total < it.n {
				return 0, t.fail("'X' outside of string")
			}
			size = -1
		case 'b', 'B':
			size, it.n = 1, (it.n+7)/8
		case 'h', 'H':
			size, it.n = 1, (it.n+1)/2
		case 'P':
			size, it.n = 8, 1
		case 'p':
			size = 8
		case '@', '/', 'w', 'u', '.':
			return 0, t.fail("Within []-length '%c' not allowed", it.code)
		default:
			if size = it.size(); size == 0 {
				return 0, t.fail("Invalid type '%c'", it.code)
			}
		}
		if size > 0 && it.n > (maxCount-total)/size {
			return 0, &TooLongError{t.fn, "repeat count", maxCount}
		}
		total += size * it.n
	}
}

// align returns pos rounded up to a multiple of n.
func align(pos, n int) int {
	if n > 1 && pos%n != 0 {
		return pos + n - pos%n
	}
	return pos
}
