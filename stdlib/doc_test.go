package stdlib

// This file runs the transcripts in the documentation of the commands.
//
// A transcript is an indented block. A line that begins with the prompt is entered, with the lines of the continuation prompt
// below it; what follows is what must be shown. A line of three dots stands for any lines, three dots within a line for any text.

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
)

// A step is an entry of a transcript and what it shows.
type step struct {
	entry []string
	want  string
}

// transcript returns the steps of a documentation text.
func transcript(doc string) []step {
	var steps []step
	for line := range strings.Lines(doc) {
		text, indented := strings.CutPrefix(strings.TrimRight(line, "\n"), "    ")
		if !indented {
			continue
		}
		if entry, ok := strings.CutPrefix(text, PromptText); ok {
			steps = append(steps, step{entry: []string{entry}})
			continue
		}
		if len(steps) == 0 {
			continue
		}
		last := &steps[len(steps)-1]
		if more, ok := strings.CutPrefix(text, MoreText); ok {
			last.entry = append(last.entry, more)
			continue
		}
		last.want += text + "\n"
	}
	return steps
}

// matches compares what was shown with what a transcript says.
func matches(want, got string) bool {
	pattern := ""
	for line := range strings.Lines(want) {
		if line == "...\n" {
			pattern += "(?s:.*)"
		} else {
			pattern += strings.ReplaceAll(regexp.QuoteMeta(line), `\.\.\.`, ".*")
		}
	}
	return regexp.MustCompile(`\A` + pattern + `\z`).MatchString(got)
}

func TestDocumentation(t *testing.T) {
	t.Setenv("SMR_SECRET_ADMIN", "swordfish")
	for _, e := range entries() {
		t.Run(e.Usage, func(t *testing.T) {
			t.Parallel()
			steps := transcript(e.Doc)
			failures := 0
			sb := newSandbox(t, "").prepared()
			p := NewPrompt(sb.in, &sb.out)
			for _, s := range steps {
				sb.out.Reset()
				for _, line := range s.entry {
					p.Enter(context.Background(), line)
				}
				if got := sb.out.String(); !matches(s.want, got) {
					t.Errorf("%s\ngot:\n%swant:\n%s", strings.Join(s.entry, "\n"), got, s.want)
				}
				if strings.Contains(s.want, "error[") || e.Command == nil && strings.Contains(s.want, " at prompt line ") {
					failures++
				}
			}
			if len(steps)-failures < 1 || failures < 1 {
				t.Errorf("%d examples and %d error examples, want one of each", len(steps)-failures, failures)
			}
		})
	}
}

func TestEntriesAreComplete(t *testing.T) {
	for _, e := range entries() {
		if e.Summary == "" || strings.HasSuffix(e.Summary, ".") {
			t.Errorf("%s: summary %q", e.Usage, e.Summary)
		}
		if e.Command != nil && e.Effect != engine.Read && e.Effect != engine.Change && e.Effect != engine.Destroy {
			t.Errorf("%s: effect %q", e.Usage, e.Effect)
		}
		for line := range strings.Lines(e.Doc) {
			if len([]rune(line)) > 130 {
				t.Errorf("%s: a line of the documentation is too long: %s", e.Usage, line)
			}
		}
	}
}

// TestEveryUsageLineReads makes the registry read all lines, which it does only when a word is used.
func TestEveryUsageLineReads(t *testing.T) {
	r := Registry()
	for _, e := range r.Entries() {
		if e.Command == nil {
			continue
		}
		for _, h := range heads(e) {
			if c := r.Command(h); c == nil {
				t.Errorf("%s: the word %s is not known", e.Usage, h)
			}
		}
	}
}

func BenchmarkRegistry(b *testing.B) {
	var r *runtime.Registry
	for b.Loop() {
		r = Registry()
	}
	_ = r
}
