// Package audit keeps a log of every operation asked of an engine that shows when somebody has changed it afterwards.
//
// The log is text, one JSON object a line. Each line holds the hash of the line before it and ends with its own hash, so that a line
// that was changed, removed or inserted breaks the chain at a place that Verify names. Lines cut off at the end cannot be seen in the
// log alone: whoever must rule that out notes the hash of the last line elsewhere and gives it to Verify.
package audit

// This file defines the lines of a log and their hashes.

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// Entry is one operation.
type Entry struct {
	N       int64           `json:"n"`    // from 1, without gaps
	Time    time.Time       `json:"time"` // when the operation was asked, UTC
	User    string          `json:"user"` // account that the program runs under
	Host    string          `json:"host"` // where the program runs
	PID     int             `json:"pid"`
	Script  string          `json:"script"`
	Line    int             `json:"line"`
	Machine string          `json:"machine,omitempty"` // the source that the operation is about, or the only machine
	Effect  engine.Effect   `json:"effect"`
	Op      json.RawMessage `json:"op"` // as engine.EncodeOp writes it, without secrets
	Code    engine.Code     `json:"code"`
	Error   string          `json:"error,omitempty"`
	Result  json.RawMessage `json:"result,omitempty"` // of operations that change something
	Millis  float64         `json:"ms"`
	Prev    string          `json:"prev"` // hash of the line before; "" in the first line
}

// hashField stands in front of the hash of a line, and lineEnd behind it.
const (
	hashField = `,"hash":"`
	lineEnd   = "\"}\n"
	hashSize  = 2 * sha256.Size // in hexadecimal
)

// seal writes an entry as a line with its hash.
func (e *Entry) seal() (line []byte, hash string, err error) {
	body, err := json.Marshal(e)
	if err != nil {
		return nil, "", err
	}
	body = body[:len(body)-1] // the brace
	hash = hashOf(body)
	body = append(body, hashField...)
	body = append(body, hash...)
	return append(body, lineEnd...), hash, nil
}

// hashOf is the hash of a line up to the comma before its hash.
func hashOf(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}

// What can be wrong with a line.
var (
	errCut      = errors.New("the line has no end: the program was killed while it wrote, or the file was cut")
	errNoHash   = errors.New("the line has no hash")
	errChanged  = errors.New("the line was changed: its hash does not fit")
	errUnchain  = errors.New("the line does not follow the one before it: lines were removed, inserted or changed places")
	errNotCount = errors.New("the line's number does not follow: lines were removed or inserted")
)

// open checks a line's own hash and reads it.
func open(line []byte) (e Entry, hash string, err error) {
	if !bytes.HasSuffix(line, []byte("\n")) {
		return e, "", errCut
	}
	at := len(line) - len(lineEnd) - hashSize
	if at < len(hashField) || !bytes.HasSuffix(line, []byte(lineEnd)) || string(line[at-len(hashField):at]) != hashField {
		return e, "", errNoHash
	}
	body := line[:at-len(hashField)]
	hash = string(line[at : at+hashSize])
	if hashOf(body) != hash {
		return e, "", errChanged
	}
	err = json.Unmarshal(append(bytes.Clone(body), '}'), &e)
	return e, hash, err
}
