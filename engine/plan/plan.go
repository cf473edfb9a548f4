// Package plan says beforehand what a script will do to an engine, and does exactly that later.
//
// A Planner stands in front of an engine while a script runs. What the script asks passes through; what it would change is written
// down as a Step and answered with what the engine would most likely answer. A model of those changes lies over the engine's
// own state, so that the script finds the connection it has just "made" and misses the one it has just "ended".
//
// Apply carries the steps out. It first compares what the plan rests on - the replication sets and connections of the machines it
// touches - with how things are now, and refuses when they differ.
package plan

// This file defines a plan as a value.

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// Format is the version of the plans that this package writes.
const Format = 1

// A Plan is what a script would do.
type Plan struct {
	Format  int       `json:"smrscript_plan"`
	Script  string    `json:"script"`  // file name, as it was given
	SHA256  string    `json:"sha256"`  // of its text, in hexadecimal
	Program string    `json:"program"` // version of the program that planned
	Made    time.Time `json:"made"`
	Exit    int       `json:"exit"` // exit status of the script in the rehearsal
	Steps   []Step    `json:"steps"`
	// Outside lists what the script would do besides asking the engine: programs it would run, files it would change. Apply does none of that.
	Outside []Outside `json:"outside,omitempty"`
	State   State     `json:"state"`
}

// A Step is one operation of a plan.
type Step struct {
	N       int                 `json:"n"` // from 1
	Origin  engine.Origin       `json:"origin"`
	Effect  engine.Effect       `json:"effect"`
	Text    string              `json:"text"`              // what it does, for people
	Op      json.RawMessage     `json:"op"`                // as engine.EncodeOp writes it
	Assumed json.RawMessage     `json:"assumed,omitempty"` // the result that the script was given
	Makes   engine.ConnectionID `json:"makes,omitempty"`   // the id that later steps call this new connection by
	Secret  string              `json:"secret,omitempty"`  // name of the password that a login needs
	Size    *engine.Size        `json:"size,omitempty"`    // extent of the set that is mirrored, counted on the source
}

// Outside is something that a script would do besides asking the engine.
type Outside struct {
	Text string `json:"text"` // such as: run tar -cf one.tar copies/one
}

// Changes counts the steps that change something, and those among them that may destroy data.
func (p *Plan) Changes() (changes, destroys int) {
	for _, s := range p.Steps {
		switch s.Effect {
		case engine.Destroy:
			destroys++
			changes++
		case engine.Change:
			changes++
		}
	}
	return changes, destroys
}

// Encode writes a plan as JSON.
func (p *Plan) Encode(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(p)
}

// Decode reads what Encode wrote.
func Decode(r io.Reader) (*Plan, error) {
	var p Plan
	dec := json.NewDecoder(r)
	if err := dec.Decode(&p); err != nil {
		return nil, fmt.Errorf("this is no plan: %w", err)
	}
	switch {
	case p.Format == 0:
		return nil, errors.New("this is no plan: smrscript_plan is missing")
	case p.Format > Format:
		return nil, fmt.Errorf("the plan has format %d, this program reads up to %d: use a newer one", p.Format, Format)
	}
	for i, s := range p.Steps {
		if _, err := engine.DecodeOp(s.Op); err != nil {
			return nil, fmt.Errorf("step %d of the plan: %w", i+1, err)
		}
	}
	return &p, nil
}

// Summary says in one line how much a plan changes.
func (p *Plan) Summary() string {
	changes, destroys := p.Changes()
	if changes == 0 {
		return "nothing would be changed"
	}
	text := fmt.Sprintf("%d %s", changes, plural(changes, "change"))
	if destroys > 0 {
		text += fmt.Sprintf(", %d of them may remove data", destroys)
	}
	if n := len(p.Outside); n > 0 {
		text += fmt.Sprintf(", %d %s outside the engine", n, plural(n, "thing"))
	}
	return text
}

func plural(n int, word string) string {
	if n == 1 {
		return word
	}
	return strings.TrimSuffix(word, "s") + "s"
}
