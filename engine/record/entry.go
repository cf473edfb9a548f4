// Package record stores what a script asked of an engine and what it was answered, and answers from such a recording without any
// engine: for tests, and for finding out afterwards what happened.
//
// A recording is text, one JSON value a line: a Header, then an Entry for each operation in the order in which the operations
// ended. Secrets are never in it: engine.EncodeOp leaves them out. Events are not recorded; nothing that a script computes depends on them.
package record

// This file defines the lines of a recording.

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// Format is the version of the format that this package writes.
const Format = 1

// Header is the first line of a recording.
type Header struct {
	Format  int       `json:"smrscript_record"`
	Script  string    `json:"script"`           // file name of the script, as it was given
	SHA256  string    `json:"sha256,omitempty"` // of its text, in hexadecimal
	Program string    `json:"program"`          // version of the program that recorded
	Started time.Time `json:"started"`
}

// Entry is one operation with its answer.
type Entry struct {
	N      int             `json:"n"`  // from 1, without gaps
	At     time.Time       `json:"at"` // when it was asked
	Millis float64         `json:"ms"` // how long the answer took
	Origin engine.Origin   `json:"origin"`
	Op     json.RawMessage `json:"op"`               // as engine.EncodeOp writes it
	Result json.RawMessage `json:"result,omitempty"` // as engine.EncodeResult writes it
	Error  *engine.Error   `json:"error,omitempty"`
	Ended  string          `json:"ended,omitempty"` // "canceled" or "deadline" when the script's own context ended first
}

// A Recording is a recording that was read.
type Recording struct {
	Header
	Entries []Entry
	// Cut tells that the last line is incomplete: the program was killed while it wrote.
	Cut bool
}

// FormatError says which line of a recording cannot be read, and why.
type FormatError struct {
	Line  int // from 1
	Cause error
}

func (e *FormatError) Error() string {
	return fmt.Sprintf("line %d of the recording: %v", e.Line, e.Cause)
}
func (e *FormatError) Unwrap() error { return e.Cause }

// maxLine bounds one line of a recording: the status of a connection with all its failures is far below.
const maxLine = 64 << 20

// Read reads a recording. A last line without its end is left out and reported as Cut; anything else that cannot be read is a *FormatError.
func Read(r io.Reader) (*Recording, error) {
	in := bufio.NewReader(r)
	rec := &Recording{}
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		if errors.Is(err, io.EOF) {
			if n == 1 {
				return nil, &FormatError{1, errors.New("this is no recording: its header is missing")}
			}
			rec.Cut = len(line) > 0
			return rec, nil
		}
		if len(line) > maxLine {
			return nil, &FormatError{n, fmt.Errorf("the line is longer than %d bytes", maxLine)}
		}
		if err := rec.add(n, line); err != nil {
			return nil, &FormatError{n, err}
		}
	}
}

// add reads line n.
func (rec *Recording) add(n int, line []byte) error {
	if n == 1 {
		if err := json.Unmarshal(line, &rec.Header); err != nil || rec.Format == 0 {
			return errors.New("this is no recording: its header is missing")
		}
		if rec.Format > Format {
			return fmt.Errorf("the recording has format %d, this program reads up to %d: use a newer one", rec.Format, Format)
		}
		return nil
	}
	var e Entry
	if err := json.Unmarshal(line, &e); err != nil {
		return err
	}
	if e.N != n-1 {
		return fmt.Errorf("entry %d stands where %d should: lines are missing", e.N, n-1)
	}
	rec.Entries = append(rec.Entries, e)
	return nil
}
