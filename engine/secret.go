package engine

// This file defines values that must not appear in logs, plans or records.

import (
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
)

// Secret holds a password. Printing it in any way, logging it or marshalling
// it shows only that it is a secret; Reveal is the single way to the value.
// The zero value is the empty secret.
type Secret struct{ value, name string }

// NewSecret hides value.
func NewSecret(value string) Secret { return Secret{value: value} }

// Named returns the same secret with the name that it can be fetched by again.
func (s Secret) Named(name string) Secret { return Secret{s.value, name} }

// Name returns the name that the secret can be fetched by again, "" if there is none.
func (s Secret) Name() string { return s.name }

// Reveal returns the hidden value.
func (s Secret) Reveal() string { return s.value }

// IsZero reports whether nothing is hidden; it lets omitzero work.
func (s Secret) IsZero() bool { return s.value == "" }

// Equal reports whether both hide the same value.
func (s Secret) Equal(t Secret) bool { return s.value == t.value }

// String returns a fixed text.
func (s Secret) String() string { return "(secret)" }

// Format writes the fixed text for every verb, so that %+v and %#v leak nothing.
func (s Secret) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, s.String()) }

// LogValue hides the value from structured logs.
func (s Secret) LogValue() slog.Value { return slog.StringValue(s.String()) }

// MarshalJSON writes null: a record shows that there was a secret field, not what it held.
func (s Secret) MarshalJSON() ([]byte, error) { return []byte("null"), nil }

// UnmarshalJSON reads a plain string, or null as the empty secret.
func (s *Secret) UnmarshalJSON(data []byte) error {
	var p *string
	if err := json.Unmarshal(data, &p); err != nil {
		return fmt.Errorf("a secret must be a string") // the value itself must not be quoted
	}
	s.value = ""
	if p != nil {
		s.value = *p
	}
	return nil
}
