package diag

// This file tests the form for tools.

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/smrscript/smrscript/lang/source"
)

func TestJSON(t *testing.T) {
	file, span := marked("a.smr", "x;\näö map «bse»\n")
	for _, test := range []struct {
		name string
		d    *Diagnostic
		want string
	}{
		{
			"everything",
			&Diagnostic{
				Code: CommandSyntax, File: file, Span: span, Message: "bad <word>\nhere", Expected: []string{"BASE", "<path>"}, DidYouMean: "base",
				Help: "h", Notes: []string{"n"}, Incomplete: true,
				Stack: []Frame{{File: file, Span: source.Span{Start: 0, End: 2}, Name: "main::f"}, {Name: "sort"}},
			},
			`{"severity":"error","code":"E0201","file":"a.smr","start":{"line":2,"column":8,"offset":12},"end":{"line":2,"column":11,"offset":15},` +
				`"message":"bad <word>\nhere","expected":["BASE","<path>"],"did_you_mean":"base","help":"h","notes":["n"],"incomplete":true,` +
				`"stack":[{"name":"main::f","file":"a.smr","start":{"line":1,"column":1,"offset":0},"end":{"line":1,"column":3,"offset":2}},` +
				`{"name":"sort","file":"","start":null,"end":null}]}`,
		},
		{
			"the least",
			&Diagnostic{Severity: Warning, Message: "m"},
			`{"severity":"warning","code":"","file":"","start":null,"end":null,"message":"m","expected":[],"did_you_mean":"","help":"",` +
				`"notes":[],"incomplete":false,"stack":[]}`,
		},
		{
			"a place outside the text",
			&Diagnostic{Severity: Note, File: source.NewFile("b", "ab\n"), Span: source.Span{Start: -3, End: 99}, Message: "m"},
			`{"severity":"note","code":"","file":"b","start":{"line":1,"column":1,"offset":0},"end":{"line":2,"column":1,"offset":3},` +
				`"message":"m","expected":[],"did_you_mean":"","help":"","notes":[],"incomplete":false,"stack":[]}`,
		},
		{
			"bytes that are no UTF-8",
			&Diagnostic{Message: "\xff\x1b"},
			`{"severity":"error","code":"","file":"","start":null,"end":null,"message":"\ufffd\u001b","expected":[],"did_you_mean":"","help":"",` +
				`"notes":[],"incomplete":false,"stack":[]}`,
		},
	} {
		got, err := JSON(test.d)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if string(got) != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.name, got, test.want)
		}
		if !json.Valid(got) || bytes.ContainsAny(got, "\n") {
			t.Errorf("%s: not one line of JSON: %s", test.name, got)
		}
	}
}
