package stdlib

// This file tells those who want to know of the commands of a script as they run: traces, profiles, event streams.

import (
	"errors"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/lang/usage"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// A CommandEvent is a command that has run. Passwords are stars.
type CommandEvent struct {
	Command string            `json:"command"` // the words of the usage line in capitals: "REPSET CREATE"
	Slots   map[string]string `json:"slots,omitempty"`
	Words   []string          `json:"keywords,omitempty"`
	File    string            `json:"file"`
	Line    int               `json:"line"`
	Result  string            `json:"result"`
	Data    any               `json:"data,omitempty"` // what the output shows, under the names of package engine; nil: the result says it
	Code    int               `json:"code"`           // 0, or the negative code of the failure
	Error   string            `json:"error,omitempty"`
	Elapsed time.Duration     `json:"-"`
	MS      float64           `json:"ms"`
}

// observed runs a command and tells of it.
func observed(rc *runtime.CommandCall, s *Session, f func(*call) (value.Value, error)) (value.Value, error) {
	e := CommandEvent{Command: commandWords(rc.Entry.Usage), Slots: map[string]string{}, Result: "1"}
	e.File, e.Line = rc.Place()
	for _, a := range rc.Args {
		switch text := strings.TrimSpace(nameOf(a.Value) + " " + a.Unit); {
		case a.Keyword != "":
			e.Words = append(e.Words, a.Keyword)
		case a.Kind == usage.KindSecret:
			e.Slots[a.Slot] = stars
		case e.Slots[a.Slot] != "":
			e.Slots[a.Slot] += ", " + text
		default:
			e.Slots[a.Slot] = text
		}
	}
	began := time.Now()
	cl := &call{CommandCall: rc, Session: s}
	v, err := f(cl)
	e.Data = cl.data
	e.Elapsed = time.Since(began)
	e.MS = float64(e.Elapsed.Microseconds()) / 1000
	var failure *engine.Error
	switch {
	case errors.As(err, &failure):
		e.Code, e.Error, e.Result = int(failure.Code), err.Error(), ""
	case err != nil:
		e.Code, e.Error, e.Result = int(engine.CodeFailed), err.Error(), ""
	case v.Defined():
		e.Result = nameOf(v)
	}
	s.Observe(e)
	return v, err
}

// commandWords returns the words that a usage line begins with.
func commandWords(line string) string {
	var words []string
	for _, w := range strings.Fields(line) {
		if w != strings.ToUpper(w) && len(words) > 0 || strings.ContainsAny(w, "<[(*=|") {
			break
		}
		words = append(words, strings.ToUpper(w))
	}
	if len(words) == 0 { // (LOGIN | LOGON) <machine>
		return usage.Heads(line)[0]
	}
	return strings.Join(words, " ")
}
