package engine

// This file turns operations and results into JSON and back, by name.

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// envelope is the JSON form of an operation: {"op":"connect","args":{...}}.
type envelope struct {
	Op   string          `json:"op"`
	Args json.RawMessage `json:"args,omitempty"`
}

// EncodeOp writes op for logs, plans and records. Secrets are left out.
func EncodeOp(op Op) ([]byte, error) { return encode(op, op) }

// EncodeOpWithSecrets writes op for an engine that must see the secrets; the
// result must go nowhere else.
func EncodeOpWithSecrets(op Op) ([]byte, error) {
	if l, ok := op.(Login); ok {
		return encode(op, struct {
			Machine  string `json:"machine"`
			User     string `json:"user,omitempty"`
			Password string `json:"password,omitempty"`
		}{l.Machine, l.User, l.Password.Reveal()})
	}
	return encode(op, op)
}

func encode(op Op, args any) ([]byte, error) {
	data, err := json.Marshal(args)
	if err != nil {
		return nil, fmt.Errorf("operation %s: %w", op.Name(), err)
	}
	return json.Marshal(envelope{op.Name(), data})
}

// DecodeOp reads what EncodeOp wrote. An unknown name or field is
// CodeBadParameter, so that a newer client is refused instead of misunderstood.
func DecodeOp(data []byte) (Op, error) {
	var e envelope
	if err := strictUnmarshal(data, &e); err != nil {
		return nil, &Error{Code: CodeBadParameter, Op: "decode", Cause: err}
	}
	k, ok := kindByName(e.Op)
	if !ok {
		return nil, &Error{Code: CodeBadParameter, Op: "decode", Subject: e.Op,
			Cause: fmt.Errorf("no operation has the name %q", e.Op)}
	}
	if len(e.Args) == 0 {
		e.Args = []byte("{}")
	}
	op, err := k.decodeOp(e.Args)
	if err != nil {
		return nil, &Error{Code: CodeBadParameter, Op: e.Op, Cause: err}
	}
	return op, nil
}

// EncodeResult writes a result. The operation it belongs to is not repeated.
func EncodeResult(r Result) ([]byte, error) { return json.Marshal(r) }

// DecodeResult reads the result of the operation with that name.
func DecodeResult(opName string, data []byte) (Result, error) {
	k, ok := kindByName(opName)
	if !ok {
		return nil, &Error{Code: CodeBadParameter, Op: "decode", Subject: opName,
			Cause: fmt.Errorf("no operation has the name %q", opName)}
	}
	r, err := k.decodeResult(data)
	if err != nil {
		return nil, &Error{Code: CodeFailed, Op: opName, Cause: fmt.Errorf("unreadable result: %w", err)}
	}
	return r, nil
}

func kindByName(name string) (kind, bool) {
	for _, k := range kinds() {
		if k.name == name {
			return k, true
		}
	}
	return kind{}, false
}

// strictUnmarshal refuses unknown fields and anything after the value.
func strictUnmarshal(data []byte, into any) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		return err
	}
	if _, err := dec.Token(); err != io.EOF {
		return fmt.Errorf("text after the end of the value")
	}
	return nil
}
