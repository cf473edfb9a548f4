package module

// This file defines the reading of POD, the documentation inside scripts: its paragraphs and formatting codes.

import (
	"html"
	"strconv"
	"strings"
)

// A podKind says what a paragraph is.
type podKind uint8

const (
	podText podKind = iota
	podVerbatim
	podHeading
	podOver
	podItem
	podBack
)

// A podBlock is one paragraph; level is that of a heading or the indentation of a list.
type podBlock struct {
	kind  podKind
	level int
	text  string
}

// podBlocks returns the paragraphs of the documentation in a text.
func podBlocks(text string) []podBlock {
	var blocks []podBlock
	var paragraph []string
	inside, ignored := false, ""
	end := func() {
		if len(paragraph) == 0 {
			return
		}
		text := strings.Join(paragraph, "\n")
		paragraph = nil
		if text[0] == '=' && len(text) > 1 && isLetter(text[1]) {
			word, rest := cutWord(text[1:])
			switch word {
			case "cut":
				inside = false
			case "begin":
				if name, _ := cutWord(rest); name != "text" && name != "TEXT" && !strings.HasPrefix(name, ":") {
					ignored = name
				}
			case "end":
				ignored = ""
			default:
				if b, ok := podCommand(word, rest); ok && ignored == "" {
					blocks = append(blocks, b)
				}
			}
			return
		}
		if ignored != "" {
			return
		}
		if text[0] != ' ' && text[0] != '\t' {
			blocks = append(blocks, podBlock{kind: podText, text: strings.Join(strings.Fields(text), " ")})
			return
		}
		if n := len(blocks); n > 0 && blocks[n-1].kind == podVerbatim {
			blocks[n-1].text += "\n\n" + text
			return
		}
		blocks = append(blocks, podBlock{kind: podVerbatim, text: text})
	}
	for line := range strings.Lines(strings.ReplaceAll(text, "\r\n", "\n")) {
		line = strings.TrimSuffix(line, "\n")
		if !inside {
			if len(line) < 2 || line[0] != '=' || !isLetter(line[1]) {
				continue
			}
			inside = !strings.HasPrefix(line, "=cut")
			if !inside {
				continue
			}
		}
		if strings.HasPrefix(line, "=cut") { // it ends the documentation even without an empty line
			end()
			inside = false
			continue
		}
		if strings.TrimSpace(line) == "" {
			end()
			continue
		}
		paragraph = append(paragraph, line)
	}
	if inside {
		end()
	}
	return blocks
}

func isLetter(c byte) bool { return (c|0x20)-'a' < 26 }

// cutWord splits a text behind its first word.
func cutWord(s string) (word, rest string) {
	i := strings.IndexAny(s, " \t\n")
	if i < 0 {
		return s, ""
	}
	return s[:i], strings.TrimSpace(s[i:])
}

// podCommand reads a command paragraph; ok is false for those that show nothing.
func podCommand(word, rest string) (b podBlock, ok bool) {
	rest = strings.Join(strings.Fields(rest), " ")
	switch {
	case strings.HasPrefix(word, "head") && len(word) == 5:
		return podBlock{podHeading, int(word[4] - '0'), rest}, true
	case word == "over":
		n, err := strconv.ParseFloat(rest, 64)
		if err != nil {
			n = 4
		}
		return podBlock{podOver, int(n), ""}, true
	case word == "item":
		return podBlock{podItem, 0, rest}, true
	case word == "back":
		return podBlock{podBack, 0, ""}, true
	case word == "for":
		if format, text := cutWord(rest); format == "text" || format == "TEXT" {
			return podBlock{podText, 0, text}, true
		}
	}
	return podBlock{}, false
}

// hardSpace stands for a blank at which no line may be broken.
const hardSpace = "\u00a0"

// A podCodes writes text with formatting codes as plain text; emphasis surrounds what is in italics.
type podCodes struct {
	emphasis string
	quoted   func(code string) bool // tells that the text of C<> needs no quotes
}

// plain writes out all codes of a text.
func (p *podCodes) plain(s string) string {
	out, _ := p.until(s, "")
	return out
}

// until writes out text up to a closing bracket and returns what is behind it.
func (p *podCodes) until(s, closing string) (out, rest string) {
	var b strings.Builder
	for s != "" {
		if closing != "" && strings.HasPrefix(s, closing) {
			return b.String(), s[len(closing):]
		}
		if len(s) > 1 && s[0]-'A' < 26 && s[1] == '<' {
			var text string
			text, s = p.code(s[0], s[1:])
			b.WriteString(text)
			continue
		}
		b.WriteByte(s[0])
		s = s[1:]
	}
	return b.String(), ""
}

// code writes one formatting code; s begins at its bracket.
func (p *podCodes) code(letter byte, s string) (text, rest string) {
	n := 1
	for n < len(s) && s[n] == '<' {
		n++
	}
	closing := strings.Repeat(">", n)
	if n > 1 {
		if n == len(s) || s[n] != ' ' && s[n] != '\n' {
			n, closing = 1, ">"
		} else {
			closing = " " + closing
		}
	}
	if letter == 'L' {
		return p.link(s[n:], closing)
	}
	text, rest = p.until(s[n:], closing)
	if len(closing) > 1 {
		text = strings.TrimSpace(text)
	}
	switch letter {
	case 'C':
		if !p.quoted(text) {
			text = `"` + text + `"`
		}
	case 'F', 'I':
		text = p.emphasis + text + p.emphasis
	case 'S':
		text = strings.ReplaceAll(text, " ", hardSpace)
	case 'E':
		text = podEntity(text)
	case 'X', 'Z':
		text = ""
	}
	return text, rest
}

// podEntity returns the character of a name or number.
func podEntity(name string) string {
	switch name {
	case "sol":
		return "/"
	case "verbar":
		return "|"
	}
	if n, err := strconv.ParseInt(name, 0, 32); err == nil {
		return string(rune(n))
	}
	if s := html.UnescapeString("&" + name + ";"); s != "&"+name+";" {
		return s
	}
	return "E<" + name + ">"
}

// link writes L<...>.
func (p *podCodes) link(s, closing string) (text, rest string) {
	depth, end := 0, len(s)
	for i := range len(s) {
		if depth == 0 && strings.HasPrefix(s[i:], closing) {
			end = i
			break
		}
		if s[i] == '<' {
			depth++
		} else if s[i] == '>' {
			depth--
		}
	}
	target := s[:end]
	rest = strings.TrimPrefix(s[end:], closing)
	shown, to, named := strings.Cut(target, "|")
	if !named {
		to, shown = target, ""
	}
	if i := strings.IndexByte(to, ':'); i > 1 && !strings.HasPrefix(to[i:], "::") && !strings.ContainsAny(to, " ") {
		if named {
			return p.plain(shown) + " <" + to + ">", rest
		}
		return "<" + to + ">", rest
	}
	if named {
		return p.plain(shown), rest
	}
	page, section, parted := strings.Cut(to, "/")
	if !parted && strings.HasPrefix(to, `"`) {
		page, section, parted = "", to, true
	}
	section = strings.Trim(section, `"`)
	switch {
	case !parted:
		return p.plain(page), rest
	case page == "":
		return `"` + p.plain(section) + `"`, rest
	}
	return `"` + p.plain(section) + `" in ` + p.plain(page), rest
}
