package engine

// This file defines the error that engines return.

import (
	"encoding/json"
	"errors"
	"strings"
)

// Error is a failed operation. Only Code is always set.
type Error struct {
	Code    Code
	Op      string // name of the operation
	Subject string // what it was about: a machine, a set, a path, an id
	Cause   error  // why, in the words of whoever refused; may be nil
	Hint    string // the way out in this case; empty: the code's general help
}

// Error returns one line: subject, sentence, cause.
func (e *Error) Error() string {
	var b strings.Builder
	if e.Subject != "" {
		b.WriteString(e.Subject)
		b.WriteString(": ")
	}
	b.WriteString(e.Code.Sentence())
	if e.Cause != nil {
		b.WriteString(": ")
		b.WriteString(e.Cause.Error())
	}
	return b.String()
}

// Help returns the way out: the hint of this case or the code's help.
func (e *Error) Help() string {
	if e.Hint != "" {
		return e.Hint
	}
	return e.Code.Help()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Cause }

// Is reports whether target is this error's code.
func (e *Error) Is(target error) bool {
	c, ok := target.(Code)
	return ok && c == e.Code
}

// CodeOf returns the code of err: 0 for nil, CodeFailed for a foreign error.
func CodeOf(err error) Code {
	var e *Error
	var c Code
	switch {
	case err == nil:
		return 0
	case errors.As(err, &e):
		return e.Code
	case errors.As(err, &c):
		return c
	}
	return CodeFailed
}

type errorJSON struct {
	Code    Code   `json:"code"`
	Op      string `json:"op,omitempty"`
	Subject string `json:"subject,omitempty"`
	Cause   string `json:"cause,omitempty"`
	Hint    string `json:"hint,omitempty"`
}

// MarshalJSON writes the error for the wire; the cause becomes its text.
func (e *Error) MarshalJSON() ([]byte, error) {
	j := errorJSON{e.Code, e.Op, e.Subject, "", e.Hint}
	if e.Cause != nil {
		j.Cause = e.Cause.Error()
	}
	return json.Marshal(j)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (e *Error) UnmarshalJSON(data []byte) error {
	var j errorJSON
	if err := json.Unmarshal(data, &j); err != nil {
		return err
	}
	*e = Error{Code: j.Code, Op: j.Op, Subject: j.Subject, Hint: j.Hint}
	if j.Cause != "" {
		e.Cause = errors.New(j.Cause)
	}
	return nil
}
