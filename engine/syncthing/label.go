package syncthing

// This file defines how connections are written into the daemons' folders, and read again.

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/syncthing/rest"
)

// Every folder that the driver makes has an id that begins with idPrefix and a label that begins with labelPrefix or parkedPrefix and goes on
// with a record in JSON. Both must be there; whatever else a daemon has belongs to people and is left alone.
const (
	idPrefix     = "smrscript-"
	labelPrefix  = "smrscript: "
	parkedPrefix = "smrscript, disconnected: "
	deviceSuffix = " (smrscript)" // of the names of devices that the driver made known
	ignoreHeader = "// smrscript wrote these patterns from the rules of a replication set."
)

// record is what a label says: one root of a connection. It is all that is needed to find the connection again.
type record struct {
	ID      engine.ConnectionID `json:"id"`
	Set     string              `json:"set"`
	From    string              `json:"from"` // machine
	To      string              `json:"to"`
	Map     engine.Mapping      `json:"map,omitzero"`
	Part    int                 `json:"part,omitempty"` // which of its roots, from 0
	Parts   int                 `json:"parts"`
	Turn    int                 `json:"turn,omitempty"` // counts how often the folder was made anew
	Item    string              `json:"item,omitempty"` // the root is this one entry of the folder
	Repl    bool                `json:"repl,omitempty"`
	Orphans bool                `json:"orphans,omitempty"`
	Back    bool                `json:"back,omitempty"` // a restore: From holds the copy
	Since   time.Time           `json:"since"`
}

// label writes the record; parked says that its connection has ended.
func (r record) label(parked bool) string {
	text, err := json.Marshal(r)
	if err != nil {
		return labelPrefix // cannot be: all fields marshal
	}
	if parked {
		return parkedPrefix + string(text)
	}
	return labelPrefix + string(text)
}

// readLabel reads the label of a folder; ok is false when the folder is not the driver's.
func readLabel(f rest.Folder) (r record, parked, ok bool) {
	if !strings.HasPrefix(f.ID, idPrefix) {
		return r, false, false
	}
	text, ok := strings.CutPrefix(f.Label, labelPrefix)
	if !ok {
		text, parked = strings.CutPrefix(f.Label, parkedPrefix)
		ok = parked
	}
	if !ok || json.Unmarshal([]byte(text), &r) != nil || r.ID < 1 || r.Part < 0 || r.Part >= r.Parts || r.Parts > maxParts {
		return record{}, false, false
	}
	return r, parked, true
}

// maxParts bounds the roots of one connection.
const maxParts = 1000

// folderID makes the id of a folder, which nobody else has.
func (r record) folderID() string {
	return idPrefix + strings.Join([]string{r.ID.String(), strconv.Itoa(r.Part), strconv.Itoa(r.Turn), nonce()}, "-")
}

func nonce() string {
	b := make([]byte, 6)
	_, _ = rand.Read(b) // never fails
	return hex.EncodeToString(b)
}

// connection is what the record says of its connection.
func (r record) connection() engine.Connection {
	return engine.Connection{ID: r.ID, Source: r.From, Repset: r.Set, Target: r.To, Mapping: r.Map,
		Replicate: r.Repl, Orphans: r.Orphans, Established: r.Since}
}

func subject(id engine.ConnectionID) string { return fmt.Sprintf("connection %d", id) }
