package engine

// This file defines paths on machines, which are bytes and not always UTF-8.

import (
	"encoding/json"
	"fmt"
	"unicode/utf8"
)

// Path is a path as a machine understands it: /srv/data, d:\data, \\host\share\x.
// It may hold any bytes. In JSON a path that is not valid UTF-8 is written as
// {"bytes":"<base64>"} so that it survives the round trip.
type Path string

type rawPath struct {
	Bytes []byte `json:"bytes"`
}

// MarshalJSON writes a string, or the bytes form.
func (p Path) MarshalJSON() ([]byte, error) {
	if utf8.ValidString(string(p)) {
		return json.Marshal(string(p))
	}
	return json.Marshal(rawPath{[]byte(p)})
}

// UnmarshalJSON reads either form.
func (p *Path) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '{' {
		var raw rawPath
		if err := json.Unmarshal(data, &raw); err != nil {
			return fmt.Errorf("path: %w", err)
		}
		*p = Path(raw.Bytes)
		return nil
	}
	return json.Unmarshal(data, (*string)(p))
}
