package stdlib

// This file tests that what commands print is also told in a form for programs.

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
)

// TestEveryOutputHasData runs the transcripts of the documentation: a command that succeeds and prints has data that is JSON, but for
// those whose output is a text for people, or says no more than the result.
func TestEveryOutputHasData(t *testing.T) {
	t.Setenv("SMR_SECRET_ADMIN", "swordfish")
	told := map[string]bool{}
	for _, e := range entries() {
		if e.Command == nil {
			continue
		}
		sb := newSandbox(t, "").prepared()
		p := NewPrompt(sb.in, &sb.out)
		for _, s := range transcript(e.Doc) {
			var last *CommandEvent
			sb.in.Session.Observe = func(e CommandEvent) { last = &e }
			sb.out.Reset()
			for _, line := range s.entry {
				p.Enter(context.Background(), line)
			}
			out := strings.TrimSpace(sb.out.String())
			if last == nil || last.Code != 0 || out == "" || strings.HasPrefix(out, "= ") {
				continue
			}
			switch strings.Fields(last.Command)[0] {
			case "HELP", "PING":
				continue
			}
			if last.Data == nil {
				t.Errorf("%s prints %q and has no data", last.Command, out)
				continue
			}
			if text, err := json.Marshal(last.Data); err != nil || string(text) == "null" {
				t.Errorf("%s: %s, %v", last.Command, text, err)
			}
			told[last.Command] = true
		}
	}
	if len(told) < 18 {
		t.Errorf("only %d commands have data: %v", len(told), told)
	}
}

// TestData looks at the data of commands by the names that programs read.
func TestData(t *testing.T) {
	sb := newSandbox(t, "").prepared()
	var last string
	sb.in.Session.Observe = func(e CommandEvent) {
		text, err := json.Marshal(e.Data)
		if err != nil {
			t.Error(err)
		}
		last = string(text)
	}
	if out, exit := sb.run(`connect db to beta map base "/copies/one" noreplicate; wait on mirror 1; snapshot create 1 name=monday;`); exit != 0 {
		t.Fatalf("exit %d: %s", exit, out)
	}
	sb.file("beta/copies/one/one", "other")
	for script, wants := range map[string][]string{
		`status con 1;`: {`"id":1`, `"target_state":"Online"`, `"mirror":{"state":"Idle"`, `"percent":100`, `"files_total":2`},
		`status;`:       {`[{"id":1`, `"transmit_state":"Started"`},
		`repset list;`:  {`[{"source":"alpha","name":"db","rules":[{"path":"/data"`, `"connections":1`},
		`machines;`:     {`"name":"alpha","driver":"embedded"`, `"online":false`},
		`verify 1;`: {`"files_compared":2`, `"files_different":1`, `"differences":[{"path":"/data/one","kind":"different"`, `"bytes_out_of_sync":`,
			`"directories_compared":`, `"files_encrypted":0`, `"files_remirrored":0`},
		`snapshot list 1;`:                       {`[{"name":"monday","made":"`, `"files":2`},
		`schedule beta display;`:                 {`"source":"alpha","target":"beta"`},
		`get MissedHeartbeats;`:                  {`{"name":"MissedHeartbeats","value":"20","default":"20"}`},
		`repset calculate db;`:                   {`"bytes":12`, `"files":2`},
		`repset display db;`:                     {`"name":"db","rules":[`},
		`version alpha;`:                         {`"driver":"embedded"`},
		`conid db to beta;`:                      {`[{"id":1,"source":"alpha","repset":"db"`},
		`script list;`:                           {`[]`},
		`monitor list;`:                          {`[]`},
		`limit bandwidth schedule list to beta;`: {`{"limits":[]}`},
		`ping alpha;`:                            {`null`},
	} {
		checkData(t, sb, script, wants, &last)
	}
	checkData(t, sb, `disconnect *;`, []string{`"ids":[1]`, `"settled":true`}, &last)
	checkData(t, sb, `status;`, []string{`[]`}, &last)
}

func checkData(t *testing.T, sb *sandbox, script string, wants []string, last *string) {
	t.Helper()
	*last = ""
	if out, exit := sb.run(script); exit != 0 {
		t.Errorf("%s: exit %d: %s", script, exit, out)
	}
	for _, want := range wants {
		if !strings.Contains(*last, want) {
			t.Errorf("%s: the data is %s, want %s", script, *last, want)
		}
	}
}
