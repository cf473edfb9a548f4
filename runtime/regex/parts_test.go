package regex

// This file defines the tests of the parts: characters, folding, classes, searches and tries, each against a plain
// version of itself.

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		text string
		want rune
		size int
	}{
		{"a", 'a', 1}, {"\x00", 0, 1}, {"é", 'é', 2}, {"日", '日', 3}, {"😀", '😀', 4}, {"\uFFFD", 0xFFFD, 3},
		{"\xED\xA0\x80", 0xD800, 3}, {"\xED\xBF\xBF", 0xDFFF, 3}, {"\xF4\x90\x80\x80", 0x110000, 4}, {"\xF7\xBF\xBF\xBF", 0x1FFFFF, 4},
		{"\x80", 0xFFFD, 1}, {"\xC3", 0xFFFD, 1}, {"\xE6\x97", 0xFFFD, 1}, {"\xED\xA0", 0xFFFD, 1}, {"\xF5\x80", 0xFFFD, 1}, {"\xFF", 0xFFFD, 1}, {"\xC0\x80", 0xFFFD, 1},
	} {
		for _, around := range []string{"", "x", "é"} {
			s := around + c.text + around
			if r, n := decode(s, len(around)); r != c.want || n != c.size {
				t.Errorf("decode %q: %U, %d, want %U, %d", s, r, n, c.want, c.size)
			}
			if c.size == len(c.text) && c.want != 0xFFFD {
				if r, n := decodeBefore(s, len(around)+len(c.text)); r != c.want || n != c.size {
					t.Errorf("decodeBefore %q: %U, %d, want %U, %d", s, r, n, c.want, c.size)
				}
			}
		}
		if c.want != 0xFFFD {
			if got := string(appendRune(nil, c.want)); got != c.text {
				t.Errorf("appendRune %U: %q, want %q", c.want, got, c.text)
			}
		}
	}
	if text, ok := encode([]rune{'a', 0xE9}, modeBytes); text != "a\xe9" || !ok {
		t.Errorf("encode bytes: %q, %v", text, ok)
	}
	if _, ok := encode([]rune{0x100}, modeBytes); ok {
		t.Error("encode: a byte cannot hold U+0100")
	}
	runes, offsets := patternRunes("aé日", true)
	if !slices.Equal(runes, []rune("aé日")) || !slices.Equal(offsets, []int{0, 1, 3, 6}) {
		t.Errorf("patternRunes: %q, %v", runes, offsets)
	}
	if runes, _ = patternRunes("\xc3\xa9", false); !slices.Equal(runes, []rune{0xC3, 0xA9}) {
		t.Errorf("patternRunes of bytes: %q", runes)
	}
}

// TestFolding holds simple folding against Go's tables, and the full one against what it must be made of.
func TestFolding(t *testing.T) {
	for r := rune(0); r < 0x1F000; r++ {
		for o := unicode.SimpleFold(r); o != r; o = unicode.SimpleFold(o) {
			if simpleFold(o) != simpleFold(r) || !foldUnicode.same(r, o) {
				t.Fatalf("%U and %U fold differently", r, o)
			}
			if foldASCII.same(r, o) != (r < 128 && o < 128) {
				t.Fatalf("%U and %U under ASCII rules", r, o)
			}
			if foldUnicodeAA.same(r, o) != ((r < 128) == (o < 128)) || foldNone.same(r, o) {
				t.Fatalf("%U and %U under /aa, or without folding", r, o)
			}
		}
		full := foldUnicode.full(nil, r)
		if m := findMultiFold(r); (m != nil) != (len(full) > 1) {
			t.Fatalf("full folding of %U: %U", r, full)
		}
		for _, x := range full {
			if simpleFold(x) != x {
				t.Fatalf("full folding of %U has %U, which is not folded", r, x)
			}
		}
		if len(full) > 1 && !foldUnicode.meetsMultiFold(full) {
			t.Fatalf("the folding of %U is not found in itself", r)
		}
	}
	for k := 1; k < len(multiFolds); k++ {
		if multiFolds[k-1].char >= multiFolds[k].char {
			t.Errorf("%U is out of order", multiFolds[k].char)
		}
	}
	if got := foldUnicodeAA.full(nil, 'ß'); !slices.Equal(got, []rune{'ß'}) {
		t.Errorf("ß under /aa: %q", got)
	}
	if foldUnicode.meetsMultiFold([]rune("abc")) || !foldUnicode.meetsMultiFold([]rune("mess")) || foldASCII.meetsMultiFold([]rune("ss")) {
		t.Error("meetsMultiFold")
	}
}

// TestSetTables holds the tables and sets of compiled classes against the membership they are made from.
func TestSetTables(t *testing.T) {
	patterns := []string{`\w`, `\W`, `\d`, `\s`, `[^a]`, `[a-zé]`, `[^é]`, `[k]`, `[^k]`, `.`, `[[:alpha:]]`, `[[:^upper:]]`, `\p{Lu}`, `\P{L}`, `[\w\s]`, `[^\W\d]`, `\h`, `\v`,
		`[[:ascii:]]`, `[^[:ascii:]]`, `[\x{100}-\x{200}]`, `(?[ \w - [a-f] ])`, `[\p{Any}]`, `[^\p{Any}]`, `[\p{All}]`, `[ſ]`}
	for _, pattern := range patterns {
		for _, flags := range []Flags{0, I, U, A, A | AA | I, U | I} {
			re := mustCompile(t, pattern, flags|UTF8)
			set, ok := re.tree.root.(*setExpr)
			if !ok {
				continue // an alternation with the folding of several characters
			}
			for _, m := range []mode{modeBytes, modeUTF8} {
				c := &compiler{mode: m, prog: &program{}}
				n := c.setNode(set.class, nil)
				for r := rune(0); r < 0x3000; r++ {
					if m == modeBytes && r > 255 {
						break
					}
					text, _ := encode([]rune{r}, m)
					if got := n.op != opFail && matchesOne(n, text); got != set.class.has(r, m) {
						t.Fatalf("/%s/ with %q in mode %d: %U got %v", pattern, flags.String(), m, r, got)
					}
				}
			}
		}
	}
}

// matchesOne tells whether a compiled class takes all of text.
func matchesOne(n *node, text string) bool {
	if n.op == opChar {
		return text == string([]byte{n.c})
	}
	return n.step(text, 0) == len(text)
}

func TestPropertyNames(t *testing.T) {
	for _, c := range []struct {
		name string
		has  []rune
		not  []rune
	}{
		{"Lu", []rune("AÉ"), []rune("aé1")}, {"uppercase_letter", []rune("AÉ"), []rune("aé1")}, {"Is_Greek", []rune("αΩ"), []rune("aЖ")},
		{"Script = Latin", []rune("aé"), []rune("α")}, {"scx:Grek", []rune("α"), []rune("a")}, {"Block: Greek", []rune("αͰ"), []rune("a")},
		{"InLatin1Supplement", []rune("é\u0080"), []rune("aĀ")}, {"PosixAlpha", []rune("aZ"), []rune("é1")}, {"XPosixAlpha", []rune("aé"), []rune("1")},
		{"Uppercase=No", []rune("a1"), []rune("AÉ")}, {"White Space", []rune(" \u2003"), []rune("a")}, {"L_", []rune("aAǅ"), []rune("日")},
		{"Cn", []rune{0x378}, []rune("a")}, {"Unassigned", []rune{0x378}, []rune("a")}, {"C", []rune{0x378, 7}, []rune("a")}, {"ideographic", []rune("日"), []rune("a")},
		{"Qaai", []rune{0x300}, []rune("a")}, {"Math", []rune("+∑"), []rune("a")}, {"id_start", []rune("aé"), []rune("1_")}, {"XIDC", []rune("aé1_"), []rune(" ")},
	} {
		p := findProperty(c.name)
		if p == nil {
			t.Errorf("%q is not known", c.name)
			continue
		}
		inverse := p.inverse()
		for _, r := range c.has {
			if !p.has(r) || inverse.has(r) {
				t.Errorf("%q lacks %U", c.name, r)
			}
		}
		for _, r := range c.not {
			if p.has(r) || !inverse.has(r) {
				t.Errorf("%q has %U", c.name, r)
			}
		}
	}
	for _, name := range []string{"", "Foo", "IsFoo", "InFoo", "Script=Foo", "Foo=Bar", "Lu=Maybe", "=", "gc=Latin", "sc=Lu", "blk=Lu"} {
		if findProperty(name) != nil {
			t.Errorf("%q is known", name)
		}
	}
	for name := range unicode.Scripts {
		if findProperty(name) == nil || findProperty("Script="+name) == nil {
			t.Errorf("script %q is not known", name)
		}
	}
}

// TestSequence holds the search for a sequence of sets against trying every place.
func TestSequence(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 5))
	for range 3000 {
		sets := make([]bits, 1+rnd.IntN(maxSequence))
		for k := range sets {
			for range 1 + rnd.IntN(3) {
				sets[k].add(byte('a' + rnd.IntN(4)))
			}
		}
		text := make([]byte, rnd.IntN(60))
		for k := range text {
			text[k] = byte('a' + rnd.IntN(5))
		}
		s, at := string(text), 0
		if len(s) > 0 {
			at = rnd.IntN(len(s))
		}
		want := -1
	places:
		for i := at; i+len(sets) <= len(s); i++ {
			for k := range sets {
				if !sets[k].has(s[i+k]) {
					continue places
				}
			}
			want = i
			break
		}
		if got := newSequence(sets).index(s, at); got != want {
			t.Fatalf("%d sets in %q from %d: got %d, want %d", len(sets), s, at, got, want)
		}
	}
}

// TestTrie holds the walk over a tree against comparing every word.
func TestTrie(t *testing.T) {
	rnd := rand.New(rand.NewPCG(6, 6))
	word := func() string {
		b := make([]byte, rnd.IntN(5))
		for k := range b {
			b[k] = byte('a' + rnd.IntN(3))
		}
		return string(b)
	}
	fold := &[256]byte{}
	for b := range fold {
		fold[b] = byte(unicode.ToLower(rune(b)))
	}
	for round := range 3000 {
		words := make([]string, 1+rnd.IntN(12))
		for k := range words {
			words[k] = word()
		}
		table := fold
		subject := word() + word()
		if round%2 == 0 {
			table = nil
		} else {
			subject = strings.ToUpper(subject)
		}
		tr := newTrie(words, table)
		var out [triePrefix]found
		got := out[:tr.walk(subject, 0, &out)]
		var want []found
		for k, w := range words {
			if slices.Index(words, w) == k && len(w) <= len(subject) && (w == subject[:len(w)] || table != nil && strings.EqualFold(w, subject[:len(w)])) {
				want = append(want, found{k, len(w)})
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%q in %q: got %v, want %v", words, subject, got, want)
		}
	}
	if newTrie([]string{"a", "aa", "aaa", "aaaa", "aaaaa", "aaaaaa", "aaaaaaa", strings.Repeat("a", 8), strings.Repeat("a", 9), strings.Repeat("a", 10),
		strings.Repeat("a", 11), strings.Repeat("a", 12), strings.Repeat("a", 13), strings.Repeat("a", 14), strings.Repeat("a", 15), strings.Repeat("a", 16), strings.Repeat("a", 17)}, nil) != nil {
		t.Error("more prefixes than there is room for")
	}
}

// TestSearchPlans wants for each kind of pattern the search that suits it.
func TestSearchPlans(t *testing.T) {
	for _, c := range []struct {
		pattern string
		kind    searchKind
		must    string
	}{
		{`abc`, searchLiteral, ""}, {`(abc)d`, searchLiteral, ""}, {`^abc`, searchTextStart, "abc"}, {`\Aa`, searchTextStart, ""}, {`(?m)^abc`, searchLineStart, "abc"},
		{`^a|^b`, searchTextStart, ""}, {`^a|b`, searchFirst, ""}, {`\Ga`, searchG, ""}, {`(\w+)ing`, searchRunLiteral, ""}, {`(\w+) (\w+)`, searchFirst, " "},
		{`(?i)abcdef`, searchSequence, ""}, {`(?:foo|bar)baz`, searchSequence, "baz"}, {`[ab]`, searchFirst, ""}, {`.`, searchFirst, ""}, {`a*`, searchAny, ""}, {`\d+abc`, searchRunLiteral, ""},
		{`[ab]x*abc`, searchFirst, "abc"}, {`\b[a-z]+`, searchWord, ""}, {`(?<=ab)\w`, searchBehind, ""}, {`(?<!ab)\w`, searchFirst, ""}, {`a(?=b)`, searchLiteral, ""}, {`(?>abc)`, searchLiteral, ""},
		{`(a|b)*c`, searchFirst, "c"}, {`x?abc`, searchFirst, "abc"}, {`(?=a)b`, searchFirst, "b"}, {`(*ACCEPT)abc`, searchAny, ""}, {`a(*COMMIT)bc`, searchLiteral, "bc"}, {`(?R)?abc`, searchFirst, "abc"},
	} {
		p := mustCompile(t, c.pattern, 0).program(modeBytes)
		if p.search.kind != c.kind || p.search.must != c.must {
			t.Errorf("/%s/: kind %d, must %q, want %d, %q", c.pattern, p.search.kind, p.search.must, c.kind, c.must)
		}
	}
}

// TestPossessive wants runs to give nothing back where that is pointless, and only there.
func TestPossessive(t *testing.T) {
	for pattern, want := range map[string]bool{`\w+\s`: true, `\w+b`: false, `[^"]*"`: true, `\d+$`: true, `.*$`: true, `(?s).*$`: false, `\w+`: true, `(\w+)`: true, `\w+\b`: false,
		`a*(?=b)`: true, `a*(?!b)`: false, `\w+\1`: false, `[ab]+(?:c|d)`: true, `[ab]+(?:c|a)`: false, `\w+[é]`: false, `\s+\w`: true, `\s*\S`: true, `a+(?>b)`: true, `a+(*PRUNE)b`: false, `a+?b`: false} {
		if strings.Contains(pattern, `\1`) {
			pattern = "(x)" + pattern
		}
		re := mustCompile(t, pattern, UTF8)
		for _, m := range []mode{modeBytes, modeUTF8} {
			if pattern == `\w+[é]` && m == modeBytes {
				continue // é is no word character of a byte string
			}
			got := false
			for _, n := range re.program(m).nodes {
				got = got || n.possessive
			}
			if got != want {
				t.Errorf("/%s/ in mode %d: possessive %v, want %v", pattern, m, got, want)
			}
		}
	}
}

func TestClusters(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"ab", []string{"a", "b"}}, {"\r\n\r", []string{"\r\n", "\r"}}, {"e\u0301x", []string{"e\u0301", "x"}}, {"가각", []string{"가", "각"}}, {"\u1100\u1161\u11A8a", []string{"\u1100\u1161\u11A8", "a"}},
		{"🇩🇪🇫🇷", []string{"🇩🇪", "🇫🇷"}}, {"👩‍👧x", []string{"👩‍👧", "x"}}, {"👍🏽", []string{"👍🏽"}}, {"\n\u0301", []string{"\n", "\u0301"}}, {"a\u200d", []string{"a\u200d"}}, {"नि", []string{"नि"}}, {"", nil},
	} {
		var got []string
		breaks := []bool{}
		for i := 0; i < len(c.text); {
			n := cluster(c.text, i, modeUTF8)
			got = append(got, c.text[i:i+n])
			i += n
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
		at := 0
		for _, part := range got {
			for k := range len(part) {
				if utf8.RuneStart(part[k]) {
					breaks = append(breaks, isClusterBreak(c.text, at+k, modeUTF8) == (k == 0))
				}
			}
			at += len(part)
		}
		if slices.Contains(breaks, false) {
			t.Errorf("%q: breaks in the wrong places", c.text)
		}
	}
}

func TestQuote(t *testing.T) {
	for _, c := range []struct{ in, text, bytes string }{
		{"", "", ""}, {"abc_1", "abc_1", "abc_1"}, {"a.b*c", `a\.b\*c`, `a\.b\*c`}, {"\n\x00", "\\\n\\\x00", "\\\n\\\x00"}, {"é日", "é日", "\\\xc3\\\xa9\\\xe6\\\x97\\\xa5"}, {"«\u2003", "\\«\\\u2003", "\\\xc2\\\xab\\\xe2\\\x80\\\x83"},
	} {
		if got := QuoteMeta(c.in); got != c.text {
			t.Errorf("QuoteMeta %q: %q, want %q", c.in, got, c.text)
		}
		if got := QuoteMetaBytes(c.in); got != c.bytes {
			t.Errorf("QuoteMetaBytes %q: %q, want %q", c.in, got, c.bytes)
		}
	}
	st := &State{}
	for b := range 256 {
		s := string([]byte{byte(b), 'x', byte(b)})
		for _, flags := range []Flags{0, X, XX | I} {
			if ok, err := mustCompile(t, "^"+QuoteMetaBytes(s)+"\\z", flags).Match(st, s, false, 0); !ok || err != nil {
				t.Errorf("%q does not match itself: %v", s, err)
			}
		}
	}
}
