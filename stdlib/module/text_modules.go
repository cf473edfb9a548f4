package module

// This file defines Text::ParseWords, Text::Tabs and Text::Abbrev; Text::Wrap is in text_wrap.go.

import (
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/regex"
	"github.com/smrscript/smrscript/runtime/value"
)

func parseWordsEntries() []*runtime.Entry {
	return []*runtime.Entry{
		exported("shellwords LIST", "split like a shell", "Splits at blanks; quotes and backslashes keep words together.\n\n    use Text::ParseWords;\n    say join \"|\", shellwords(q(a \"b c\" d\\\\ e));   #> a|b c|d e\n", func(c *runtime.Call) value.Value {
			var out []value.Value
			for _, v := range c.Args {
				for _, w := range shellWords(v.String()) {
					out = append(out, value.Str(w))
				}
			}
			return c.Return(out...)
		}),
		exported("quotewords DELIMITER,KEEP,LIST", "split text with quotes", "Splits at a pattern outside of quotes; KEEP leaves the quotes in.\n\n    use Text::ParseWords;\n    say join \"|\", quotewords(\",\", 0, q(a,\"b,c\",d));   #> a|b,c|d\n", func(c *runtime.Call) value.Value {
			var out []value.Value
			for _, line := range c.Args[2:] {
				words, ok := quoteWords(c, c.Args[0], c.Args[1], line)
				if !ok {
					return c.Nothing()
				}
				out = append(out, words...)
			}
			return c.Return(out...)
		}),
		exported("nested_quotewords DELIMITER,KEEP,LIST", "split texts with quotes", "As quotewords, with an array reference for each text.\n\n    use Text::ParseWords;\n    say scalar(my @l = nested_quotewords(\",\", 0, \"a,b\", \"c\"));   #> 2\n", func(c *runtime.Call) value.Value {
			var out []value.Value
			for _, line := range c.Args[2:] {
				words, _ := quoteWords(c, c.Args[0], c.Args[1], line)
				out = append(out, value.RefArray(value.NewArray(words)))
			}
			return c.Return(out...)
		}),
		exported("parse_line DELIMITER,KEEP,LINE", "split one text with quotes", "As quotewords for one text.\n\n    use Text::ParseWords;\n    say join \"|\", parse_line(\":\", 0, \"a:'b:c'\");   #> a|b:c\n", func(c *runtime.Call) value.Value {
			words, _ := quoteWords(c, c.Arg(0), c.Arg(1), c.Arg(2))
			return c.Return(words...)
		}),
	}
}

// shellWords splits text like a shell; text whose quotes do not match has no words.
func shellWords(text string) []string {
	var words []string
	var word []byte
	in := false
	quote := byte(0)
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c == '\\' && quote != '\'' && i+1 < len(text):
			if next := text[i+1]; quote == 0 || next == '"' || next == '\\' {
				i++
				c = text[i]
			}
			word, in = append(word, c), true
		case quote != 0 && c == quote:
			quote = 0
		case quote != 0:
			word = append(word, c)
		case c == '"' || c == '\'':
			quote, in = c, true
		case strings.IndexByte(" \t\n\r\f", c) >= 0:
			if in {
				words, word, in = append(words, string(word)), nil, false
			}
		default:
			word, in = append(word, c), true
		}
	}
	if quote != 0 {
		return nil
	}
	if in {
		words = append(words, string(word))
	}
	return words
}

// quoteWords splits a text at a pattern outside of quotes; ok is false if a quote has no end.
func quoteWords(c *runtime.Call, delimiter, keep, line value.Value) (words []value.Value, ok bool) {
	if !line.Defined() {
		return nil, true
	}
	text := line.ToStr()
	re, err := regex.Compile("(?:"+delimiter.ToStr().UTF8()+")", regex.UTF8)
	if err != nil {
		c.Die("%s", err.Error())
	}
	s, keepAll, keepDelimiters := text.UTF8(), keep.Truth(), keep.String() == "delimiters"
	var st regex.State
	var word []byte
	for i := 0; ; {
		if i >= len(s) {
			return append(words, value.Text(string(word), text.IsWide() || hasHighByte(s))), true
		}
		switch c0 := s[i]; {
		case c0 == '"' || c0 == '\'':
			end := i + 1
			for end < len(s) && s[end] != c0 {
				if s[end] == '\\' {
					end++
				}
				end++
			}
			if end >= len(s) {
				return nil, false
			}
			word = append(word, unquoted(s[i:end+1], keepAll)...)
			i = end + 1
		case c0 == '\\' && i+1 < len(s):
			if keepAll {
				word = append(word, '\\')
			}
			word = append(word, s[i+1])
			i += 2
		default:
			found, err := re.Match(&st, s, true, i)
			if err != nil {
				c.Die("%s", err.Error())
			}
			if !found || st.Caps[0] != i || st.Caps[1] == i {
				word = append(word, c0)
				i++
				continue
			}
			words, word = append(words, value.Text(string(word), text.IsWide())), nil
			if keepDelimiters {
				words = append(words, value.Text(s[st.Caps[0]:st.Caps[1]], text.IsWide()))
			}
			i = st.Caps[1]
		}
	}
}

// unquoted removes the quotes around text, and in double quotes the backslashes.
func unquoted(s string, keep bool) string {
	if keep {
		return s
	}
	inner := s[1 : len(s)-1]
	if s[0] == '\'' {
		return inner
	}
	var b []byte
	for i := 0; i < len(inner); i++ {
		if inner[i] == '\\' && i+1 < len(inner) {
			i++
		}
		b = append(b, inner[i])
	}
	return string(b)
}

func tabsEntries() []*runtime.Entry {
	return []*runtime.Entry{
		exported("expand LIST", "tabs to blanks", "Replaces tabs by blanks up to columns of eight ($Text::Tabs::tabstop).\n\n    use Text::Tabs;\n    say expand(\"a\\tb\");   #> a       b\n", func(c *runtime.Call) value.Value {
			out := make([]value.Value, len(c.Args))
			for i, v := range c.Args {
				t := v.ToStr()
				out[i] = value.Text(expandTabs(t.S(), tabStop(c.VM)), t.IsWide())
			}
			return c.Return(out...)
		}),
		exported("unexpand LIST", "blanks to tabs", "The opposite of expand.\n\n    use Text::Tabs;\n    say unexpand(\"a       b\") eq \"a\\tb\" ? \"yes\" : \"no\";   #> yes\n", func(c *runtime.Call) value.Value {
			out := make([]value.Value, len(c.Args))
			for i, v := range c.Args {
				t := v.ToStr()
				out[i] = value.Text(unexpandTabs(t.S(), tabStop(c.VM)), t.IsWide())
			}
			return c.Return(out...)
		}),
	}
}

func tabStop(vm *runtime.VM) int {
	if v := vm.Scalar("Text::Tabs::tabstop").Get(); v.Defined() {
		return max(int(v.ToInt()), 1)
	}
	return 8
}

func expandTabs(s string, stop int) string {
	var b strings.Builder
	column := 0
	for _, r := range s {
		switch r {
		case '\t':
			n := stop - column%stop
			b.WriteString(strings.Repeat(" ", n))
			column += n
			continue
		case '\n':
			column = -1
		}
		b.WriteRune(r)
		column++
	}
	return b.String()
}

func unexpandTabs(s string, stop int) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		line = expandTabs(line, stop)
		var b strings.Builder
		for len(line) > stop {
			chunk := line[:stop]
			line = line[stop:]
			if trimmed := strings.TrimRight(chunk, " "); len(chunk)-len(trimmed) >= 2 {
				chunk = trimmed + "\t"
			}
			b.WriteString(chunk)
		}
		if len(line) == stop && strings.TrimRight(line, " ") == "" {
			line = "\t"
		}
		lines[i] = b.String() + line
	}
	return strings.Join(lines, "\n")
}

func abbrevEntries() []*runtime.Entry {
	return []*runtime.Entry{
		exported("abbrev LIST", "clear abbreviations of words", "A hash from each abbreviation that means one word only to that word.\n\n    use Text::Abbrev;\n    my %a = abbrev(\"list\", \"load\");\n    say $a{li};   #> list\n", func(c *runtime.Call) value.Value {
			words := texts(c.Args)
			count := map[string]int{}
			for _, w := range words {
				for n := 1; n <= len(w); n++ {
					count[w[:n]]++
				}
			}
			h := value.NewHash()
			for _, w := range words {
				for n := len(w); n > 0; n-- {
					if count[w[:n]] == 1 || n == len(w) {
						h.SetString(w[:n], value.Str(w))
					}
				}
			}
			if c.Want != runtime.WantList {
				return value.RefHash(h)
			}
			return c.Return(h.Pairs(nil)...)
		}),
	}
}
