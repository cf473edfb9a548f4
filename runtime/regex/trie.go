package regex

// This file defines alternations of literals, which are matched by walking a tree of their bytes.

const (
	trieWords  = 4       // fewer branches are better tried one by one
	trieRoom   = 1 << 20 // most entries of a transition table
	triePrefix = 16      // most words that are prefixes of one another
)

// trie is the tree: states are rows of next, bytes are mapped to columns. Column 0 is "no such byte", state 0 is the
// root, which no transition leads to.
type trie struct {
	column [256]uint8
	width  int
	next   []int32
	accept []int32 // by state: the branch that ends here, or -1
}

// found is a branch that matches up to pos.
type found struct{ branch, pos int }

// trie compiles an alternation of literals, or gives nil if it is not one.
func (c *compiler) trie(e *altExpr, next *node) *node {
	if len(e.branches) < trieWords {
		return nil
	}
	var fold *[256]byte
	words := make([]string, 0, len(e.branches))
	for _, b := range e.branches {
		lit, ok := b.(*litExpr)
		if !ok {
			return nil
		}
		f := foldingOf(lit.flags, c.mode)
		text, ok := c.triePlain(lit, f)
		if !ok {
			return nil
		}
		words = append(words, text)
		if f != foldNone {
			fold = c.foldTable(f)
		}
		if (f != foldNone) != (fold != nil) {
			return nil
		}
	}
	t := newTrie(words, fold)
	if t == nil {
		return nil
	}
	n := c.node(opTrie, next)
	n.trie = t
	return n
}

// triePlain gives the bytes of a literal if comparing or folding bytes is all it takes to match it.
func (c *compiler) triePlain(lit *litExpr, f folding) (string, bool) {
	if f != foldNone {
		folded := make([]rune, 0, len(lit.runes))
		for _, r := range lit.runes {
			if !c.foldsInTable(r, f) {
				return "", false
			}
			folded = f.full(folded, r)
		}
		if len(folded) != len(lit.runes) || f.meetsMultiFold(folded) {
			return "", false
		}
	}
	return encode(lit.runes, c.mode)
}

// newTrie builds the tree, or gives nil if it would be too large.
func newTrie(words []string, fold *[256]byte) *trie {
	t := &trie{width: 1}
	same := func(b byte) byte {
		if fold != nil {
			return fold[b]
		}
		return b
	}
	for _, w := range words {
		for k := range len(w) {
			if b := same(w[k]); t.column[b] == 0 {
				if t.width == 256 {
					return nil
				}
				t.column[b] = uint8(t.width)
				t.width++
			}
		}
	}
	for b := range t.column {
		t.column[b] = t.column[same(byte(b))]
	}
	t.grow()
	for branch, w := range words {
		if !t.insert(w, int32(branch)) {
			return nil
		}
	}
	return t
}

func (t *trie) grow() int32 {
	t.next = append(t.next, make([]int32, t.width)...)
	t.accept = append(t.accept, -1)
	return int32(len(t.accept) - 1)
}

// insert adds a word. Of equal words the first counts.
func (t *trie) insert(word string, branch int32) bool {
	state, prefixes := int32(0), 0
	for k := range len(word) {
		at := int(state)*t.width + int(t.column[word[k]])
		if t.next[at] == 0 {
			if len(t.next) > trieRoom {
				return false
			}
			fresh := t.grow()
			t.next[at] = fresh
		}
		if state = t.next[at]; t.accept[state] >= 0 {
			prefixes++
		}
	}
	if t.accept[state] < 0 {
		t.accept[state] = branch
	}
	return prefixes < triePrefix-1
}

// walk collects the words that stand at s[i:], in the order of the branches, and gives their number.
func (t *trie) walk(s string, i int, out *[triePrefix]found) int {
	count, state := 0, int32(0)
	for {
		if branch := t.accept[state]; branch >= 0 {
			k := count
			for ; k > 0 && out[k-1].branch > int(branch); k-- {
				out[k] = out[k-1]
			}
			out[k] = found{int(branch), i}
			if count++; count == triePrefix {
				return count
			}
		}
		if i >= len(s) {
			return count
		}
		col := t.column[s[i]]
		if col == 0 {
			return count
		}
		if state = t.next[int(state)*t.width+int(col)]; state == 0 {
			return count
		}
		i++
	}
}

// first adds the bytes words begin with.
func (t *trie) first(set *bits) {
	for b := range t.column {
		if col := t.column[b]; col != 0 && t.next[col] != 0 {
			set.add(byte(b))
		}
	}
}
