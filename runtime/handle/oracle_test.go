package handle

// This file runs random sequences of operations here and under perl and compares what they see.

import (
	"fmt"
	"io"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/smrscript/smrscript/runtime/value"
)

// An operation is one step: its perl code, which prints something, and its Go twin, which returns the same text.
type operation struct {
	perl string
	run  func(h *Handle) string
}

// seen counts characters where they are more than bytes, as perl's length does.
func seen(h *Handle, s string, ok bool) string {
	if !ok {
		return "undef"
	}
	n := len(s)
	if h.Wide() {
		n = utf8.RuneCountInString(s)
	}
	return strconv.Itoa(n) + ":" + s
}

const perlSeen = `sub seen { defined $_[0] ? length($_[0]) . ":$_[0]" : "undef" } `

func opReadLine(src string, sep Separator) operation {
	return operation{"{ local $/ = " + src + "; print seen(scalar <F>), ' ', $.; }", func(h *Handle) string {
		line, ok, _ := h.ReadLine(&sep)
		return seen(h, line, ok) + " " + strconv.FormatInt(h.Line(), 10)
	}}
}

func opRead(n int) operation {
	return operation{fmt.Sprintf("$b = ''; read F, $b, %d; print seen($b);", n), func(h *Handle) string {
		s, _ := h.Read(n)
		return seen(h, s, true)
	}}
}

func opGetc() operation {
	return operation{"print seen(getc F);", func(h *Handle) string {
		c, ok, _ := h.Getc()
		return seen(h, c, ok)
	}}
}

func opEOF() operation {
	return operation{"print eof(F) ? 1 : 0;", func(h *Handle) string {
		if h.EOF() {
			return "1"
		}
		return "0"
	}}
}

func opTell() operation {
	return operation{"print tell F;", func(h *Handle) string { return strconv.FormatInt(h.Tell(), 10) }}
}

func opSeek(offset int64, whence int) operation {
	return operation{fmt.Sprintf("print seek(F, %d, %d) ? 1 : 0;", offset, whence), func(h *Handle) string {
		if _, err := h.Seek(offset, whence); err != nil {
			return "0"
		}
		return "1"
	}}
}

// opPrint writes after a seek to where the handle stands, as C demands between reading and writing.
func opPrint(s string) operation {
	return operation{fmt.Sprintf(`seek F, 0, 1; print F %q; seek F, 0, 1; print "p";`, s), func(h *Handle) string {
		if _, err := h.Seek(0, io.SeekCurrent); err != nil {
			return err.Error()
		}
		if err := h.Write(s, false); err != nil {
			return err.Error()
		}
		if _, err := h.Seek(0, io.SeekCurrent); err != nil {
			return err.Error()
		}
		return "p"
	}}
}

func opTruncate(n int64) operation {
	return operation{fmt.Sprintf("seek F, 0, 1; print truncate(F, %d) ? 1 : 0;", n), func(h *Handle) string {
		if _, err := h.Seek(0, io.SeekCurrent); err != nil {
			return err.Error()
		}
		if h.Truncate(n) != nil {
			return "0"
		}
		return "1"
	}}
}

// randomOperation leaves out what perl itself gets wrong: in memory, a relative seek after a paragraph loses the
// character that was looked at last, and positions behind the end are forgotten.
func randomOperation(r *rand.Rand, writes, memory bool, size int) operation {
	sizes := []int{1, 2, 3, 7, 20, 8191, 8192, 8193}
	farthest := 60
	if memory {
		farthest = min(farthest, size+1)
	}
	pick := r.IntN(14)
	switch {
	case pick < 3:
		return opReadLine(`"\n"`, sepOf("\n"))
	case pick == 3 && !memory:
		return opReadLine(`""`, sepOf(""))
	case pick == 4:
		return opReadLine(`"ab"`, sepOf("ab"))
	case pick == 5:
		return opReadLine(`\5`, records(5))
	case pick == 6:
		return opRead(sizes[r.IntN(len(sizes))])
	case pick == 7:
		return opGetc()
	case pick == 8:
		return opEOF()
	case pick == 9:
		return opTell()
	case pick == 10:
		return opSeek(int64(r.IntN(farthest)), io.SeekStart)
	case pick == 11:
		return opSeek(-int64(r.IntN(4)), io.SeekCurrent)
	case pick == 12 && writes:
		return opPrint([]string{"X", "new\n", "", "\n\n", "abab"}[r.IntN(5)])
	case pick == 13 && writes && !memory:
		return opTruncate(int64(r.IntN(80)))
	}
	return opTell()
}

func randomText(r *rand.Rand) string {
	words := []string{"a", "ab", "b", "\n", "\n\n", "\n\n\n", "word ", "x\r\n", "\r", strings.Repeat("long", r.IntN(3000)) + "\n"}
	var b strings.Builder
	for range r.IntN(40) {
		b.WriteString(words[r.IntN(len(words))])
	}
	return b.String()
}

func TestRandomOperationsAgainstPerl(t *testing.T) {
	const programs, steps = 120, 25
	for seed := range uint64(programs) {
		r := rand.New(rand.NewPCG(seed, 7))
		mode := []string{"<", "+<", "+>>", "<:crlf"}[r.IntN(4)]
		memory := r.IntN(4) == 0 && mode != "<:crlf"
		writes := strings.HasPrefix(mode, "+")
		text := randomText(r)
		if mode == "<:crlf" {
			text += "." // perl loses a lone carriage return at the end
		}
		w := newWorld(t, "")
		w.put("perl", text)
		w.put("ours", text)
		var program strings.Builder
		program.WriteString(perlSeen + `binmode STDOUT; `)
		target := `"perl"`
		if memory {
			program.WriteString(`open T, "<", "perl"; { local $/; $m = <T> // "" } close T; `)
			target = `\$m`
		}
		fmt.Fprintf(&program, "open F, %q, %s or die; ", mode, target)
		scalar := value.NewScalar(value.Str(text))
		var h *Handle
		if memory {
			h = w.memory(mode, scalar)
		} else {
			h = w.open(mode, "ours")
		}
		var got strings.Builder
		var log []string
		for range steps {
			op := randomOperation(r, writes, memory, len(text))
			program.WriteString(op.perl + ` print "|";` + "\n")
			got.WriteString(op.run(h) + "|")
			log = append(log, op.perl)
		}
		program.WriteString(`close F; `)
		if memory {
			program.WriteString(`print $m;`)
			got.WriteString(scalar.V.String())
		}
		want := perl(t, w.dir, program.String())
		if g := got.String(); g != want {
			i := 0
			for i < min(len(g), len(want)) && g[i] == want[i] {
				i++
			}
			n := strings.Count(g[:i], "|")
			t.Errorf("seed %d, mode %s, memory %v: step %d: %s\n got %.80q\nperl %.80q", seed, mode, memory, n, log[min(n, steps-1)], g[max(0, i-10):], want[max(0, i-10):])
			continue
		}
		if !memory {
			closeOK(t, h)
			if w.get("ours") != w.get("perl") {
				t.Errorf("seed %d: files differ: %.100q, perl's %.100q", seed, w.get("ours"), w.get("perl"))
			}
		}
	}
}

// TestRandomReadsUnderLayersAgainstPerl reads well-formed text with characters of every length.
func TestRandomReadsUnderLayersAgainstPerl(t *testing.T) {
	const programs, steps = 60, 25
	pieces := []string{"a", "é", "€", "😀", "\n", "ab", "zé\n", strings.Repeat("long é ", 900) + "\n", "\n\n"}
	for seed := range uint64(programs) {
		r := rand.New(rand.NewPCG(seed, 11))
		layer := []string{":utf8", ":encoding(UTF-8)", ":encoding(UTF-16LE)", ":encoding(UTF-16BE)", ":encoding(UTF-32LE)", ":crlf:utf8"}[r.IntN(6)]
		var text strings.Builder
		for range r.IntN(60) {
			text.WriteString(pieces[r.IntN(len(pieces))])
		}
		w := newWorld(t, "")
		o := w.open(">"+layer, "f")
		write(t, o, text.String(), true)
		closeOK(t, o)
		program := perlSeen + fmt.Sprintf(`use utf8; binmode STDOUT, ":utf8"; open F, "<%s", "f" or die; `, layer)
		h := w.open("<"+layer, "f")
		var got strings.Builder
		for range steps {
			var op operation
			switch r.IntN(8) {
			case 0, 1:
				op = opReadLine(`"\n"`, sepOf("\n"))
			case 2:
				op = opReadLine(`"zé"`, NewSeparator(value.Wide("zé")))
			case 3:
				op = opReadLine(`\3`, records(3))
			case 4:
				op = opRead([]int{1, 2, 5, 100, 5000}[r.IntN(5)])
			case 5:
				op = opGetc()
			case 6:
				op = opEOF()
			case 7:
				op = opReadLine(`""`, sepOf(""))
			}
			program += op.perl + ` print "|";` + "\n"
			got.WriteString(op.run(h) + "|")
		}
		if want := perl(t, w.dir, program); got.String() != want {
			t.Errorf("seed %d, %s:\n got %.200q\nperl %.200q", seed, layer, got.String(), want)
		}
	}
}

// TestRandomWritesAgainstPerl prints bytes and characters through every layer.
func TestRandomWritesAgainstPerl(t *testing.T) {
	const programs = 80
	pieces := []string{"a", "é", "ÿ", "€", "😀", "\n", "\r\n", "plain text", "ÀÖ\n"}
	layers := []string{"", ":utf8", ":encoding(UTF-8)", ":encoding(latin1)", ":encoding(ascii)", ":encoding(cp1252)", ":encoding(iso-8859-15)",
		":encoding(UTF-16)", ":encoding(UTF-16LE)", ":encoding(UTF-32BE)", ":crlf", ":crlf:utf8"}
	for seed := range uint64(programs) {
		r := rand.New(rand.NewPCG(seed, 13))
		layer := layers[r.IntN(len(layers))]
		w := newWorld(t, "")
		h := w.open(">"+layer, "ours")
		program := fmt.Sprintf(`open STDERR, ">", "/dev/null"; use utf8; open F, ">%s", "perl" or die; `, layer)
		for range 1 + r.IntN(12) {
			p := pieces[r.IntN(len(pieces))]
			program += fmt.Sprintf(`print F "%s";`, strings.NewReplacer("\n", `\n`, "\r", `\r`).Replace(p))
			write(t, h, p, true)
		}
		closeOK(t, h)
		perl(t, w.dir, program+" close F;")
		if ours, theirs := w.get("ours"), w.get("perl"); ours != theirs {
			t.Errorf("seed %d, %s:\n got %.200q\nperl %.200q", seed, layer, ours, theirs)
		}
	}
}
