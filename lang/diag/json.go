package diag

// This file defines the form for tools: one JSON object per diagnostic, every key always there.

import (
	"bytes"
	"encoding/json"

	"github.com/smrscript/smrscript/lang/source"
)

type (
	jsonDiagnostic struct {
		Severity   string        `json:"severity"`
		Code       string        `json:"code"`
		File       string        `json:"file"`
		Start      *jsonPosition `json:"start"`
		End        *jsonPosition `json:"end"`
		Message    string        `json:"message"`
		Expected   []string      `json:"expected"`
		DidYouMean string        `json:"did_you_mean"`
		Help       string        `json:"help"`
		Notes      []string      `json:"notes"`
		Incomplete bool          `json:"incomplete"`
		Stack      []jsonFrame   `json:"stack"`
	}
	jsonPosition struct {
		Line   int `json:"line"`
		Column int `json:"column"`
		Offset int `json:"offset"`
	}
	jsonFrame struct {
		Name  string        `json:"name"`
		File  string        `json:"file"`
		Start *jsonPosition `json:"start"`
		End   *jsonPosition `json:"end"`
	}
)

// JSON returns the diagnostic as one JSON object on one line, without the line end. All keys are always there: severity, code,
// file, start and end (each line, column and offset; null for a diagnostic without a place), message, expected,
// did_you_mean, help, notes, incomplete, stack (innermost first; each name, file, start, end). Lines and columns count
// from 1, columns in characters; offsets count bytes from 0. Bytes that are no UTF-8 become U+FFFD.
func JSON(d *Diagnostic) ([]byte, error) {
	j := jsonDiagnostic{
		Severity: d.Severity.String(), Code: d.Code, Message: d.Message, Expected: list(d.Expected),
		DidYouMean: d.DidYouMean, Help: d.Help, Notes: list(d.Notes), Incomplete: d.Incomplete,
		Stack: make([]jsonFrame, len(d.Stack)),
	}
	j.File, j.Start, j.End = jsonPlace(d.File, d.Span)
	for i, f := range d.Stack {
		j.Stack[i].Name = f.Name
		j.Stack[i].File, j.Stack[i].Start, j.Stack[i].End = jsonPlace(f.File, f.Span)
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false) // slots are written <name>
	if err := encoder.Encode(j); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

func jsonPlace(file *source.File, span source.Span) (name string, start, end *jsonPosition) {
	if file == nil {
		return "", nil, nil
	}
	return file.Name, jsonAt(file, span.Start), jsonAt(file, span.End)
}

func jsonAt(file *source.File, offset int) *jsonPosition {
	offset = min(max(offset, 0), len(file.Text))
	p := file.Position(offset)
	return &jsonPosition{p.Line, p.Column, offset}
}

// list makes an empty list of none, so that it is [] and not null.
func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
