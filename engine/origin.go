package engine

// This file defines where in a script an operation comes from; wrappers tell it in plans, records and audits.

import (
	"context"
	"fmt"
)

// Origin is the statement that asked for an operation.
type Origin struct {
	Script  string `json:"script"`
	Line    int    `json:"line"`              // from 1
	Command string `json:"command,omitempty"` // its head word in capitals, such as CONNECT
}

// String shows the origin as messages do: job.smr line 12.
func (o Origin) String() string {
	if o.Script == "" {
		return "somewhere"
	}
	return fmt.Sprintf("%s line %d", o.Script, o.Line)
}

type originKey struct{}

// WithOrigin returns a context for operations that o asks for.
func WithOrigin(ctx context.Context, o Origin) context.Context {
	return context.WithValue(ctx, originKey{}, o)
}

type displayKey struct{}

// ForDisplay marks an operation as one that only serves to show something meanwhile. The script depends on nothing that it
// answers, so that records and plans leave it out.
func ForDisplay(ctx context.Context) context.Context {
	return context.WithValue(ctx, displayKey{}, true)
}

// IsForDisplay tells whether ForDisplay marked a context.
func IsForDisplay(ctx context.Context) bool { return ctx.Value(displayKey{}) != nil }

// OriginOf returns who asked; the zero Origin when nobody said.
func OriginOf(ctx context.Context) Origin {
	o, _ := ctx.Value(originKey{}).(Origin)
	return o
}
