package remote

// This file defines what travels between client and server.

import (
	"encoding/json"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// protocol is the version of what is defined here. A client and a server of different versions refuse each other.
const protocol = 1

// The paths of the server.
const (
	pathSession = "/v1/session" // POST: stays open as long as the session; lines of sessionLine
	pathDo      = "/v1/do"      // POST an operation as engine.EncodeOp writes it: an answer
	pathEvents  = "/v1/events"  // POST an engine.Filter: stays open; lines of eventLine
	pathStatus  = "/v1/status"  // GET: a Status
	pathStop    = "/v1/stop"    // POST, on the socket only: ends the server
	pathMetrics = "/metrics"    // GET: for Prometheus
	pathHealth  = "/healthz"    // GET: 200 while the engine answers
)

// The headers of requests.
const (
	headerSession = "Smrscript-Session" // the token of the session
	headerOrigin  = "Smrscript-Origin"  // the statement that asks, for the log
	headerClient  = "Smrscript-Client"  // the program and its process, for the log
)

// beat is how often an open stream without news gets a line, so that both sides notice a line that is dead.
const beat = 15 * time.Second

// sessionLine is a line of a session: the first has a token, the last an end, those between are empty.
type sessionLine struct {
	Session  string `json:"session,omitempty"`
	Protocol int    `json:"protocol,omitempty"`
	Version  string `json:"version,omitempty"` // of the server's program
	End      string `json:"end,omitempty"`     // why the session ends
}

// answer is what an operation comes to. A failed wait has both.
type answer struct {
	Result json.RawMessage `json:"result,omitempty"`
	Error  *engine.Error   `json:"error,omitempty"`
}

// eventLine is a line of events. Empty ones only show that the line works.
type eventLine struct {
	Event *engine.Event `json:"event,omitempty"`
	Error *engine.Error `json:"error,omitempty"`
	End   bool          `json:"end,omitempty"` // there are no more: the session has ended
}

// A Status describes a running server.
type Status struct {
	PID         int       `json:"pid"`
	Version     string    `json:"version"`
	Protocol    int       `json:"protocol"`
	Started     time.Time `json:"started"`
	State       string    `json:"state"`       // folder
	Addresses   []string  `json:"addresses"`   // where it listens
	Sessions    int       `json:"sessions"`    // clients now, without the one that asks
	Operations  int64     `json:"operations"`  // since it was started
	Connections int       `json:"connections"` // that the engine has
	Users       int       `json:"users"`       // 0: no login is needed
}
