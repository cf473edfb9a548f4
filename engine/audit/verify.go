package audit

// This file checks a log.

import (
	"bufio"
	"errors"
	"fmt"
	"io"
)

// A Report is what Verify found in a log that is whole.
type Report struct {
	Entries int64
	Last    string // hash of the last line, "" of an empty log
}

// A BrokenError names the first line of a log that is not as it was written.
type BrokenError struct {
	Line  int64 // from 1
	Cause error
}

func (e *BrokenError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Cause) }
func (e *BrokenError) Unwrap() error { return e.Cause }

// Verify reads a log from its first line. The error is a *BrokenError for the first line that is not as it was written, or
// that of r. If expect is not "", one of the lines must have it as its hash: a log that was cut before that line is broken.
func Verify(r io.Reader, expect string) (Report, error) {
	in := bufio.NewReaderSize(r, 1<<16)
	var rep Report
	found := expect == ""
	for {
		line, err := in.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return rep, err
		}
		if len(line) == 0 {
			break
		}
		e, hash, err := open(line)
		switch {
		case err != nil:
		case e.Prev != rep.Last:
			err = errUnchain
		case e.N != rep.Entries+1:
			err = errNotCount
		}
		if err != nil {
			return rep, &BrokenError{rep.Entries + 1, err}
		}
		rep.Entries, rep.Last = rep.Entries+1, hash
		found = found || hash == expect
	}
	if !found {
		return rep, &BrokenError{rep.Entries + 1, errors.New("the log ends before the line with the expected hash: lines were cut off at its end")}
	}
	return rep, nil
}
