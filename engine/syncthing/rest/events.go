package rest

// This file has the call that waits for events.

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// An Event is something that happened in a daemon. IDs count from 1 since the daemon started.
type Event struct {
	ID   int64           `json:"id"`
	Type string          `json:"type"`
	Time time.Time       `json:"time"`
	Data json.RawMessage `json:"data"`
}

// EventData holds what the driver reads of events' data.
type EventData struct {
	Folder string `json:"folder"`
	Device string `json:"device"`
	Item   string `json:"item"`
	Type   string `json:"type"`   // of an item: file, dir, symlink
	Action string `json:"action"` // update, metadata, delete
	Error  string `json:"error"`  // of an item; "" when it succeeded
	To     string `json:"to"`     // the state of a folder
}

// Decode reads the data; what cannot be read is left empty.
func (e Event) Decode() EventData {
	var d EventData
	_ = json.Unmarshal(e.Data, &d)
	return d
}

// EventTypes are those that the driver asks for, in the form of the call. A daemon keeps a queue for each such mask, so all calls use the same.
const EventTypes = "StateChanged,ItemFinished,FolderErrors,FolderSummary,FolderCompletion,LocalIndexUpdated,RemoteIndexUpdated,DeviceConnected,DeviceDisconnected,ConfigSaved"

// Events waits until something of EventTypes happened after the event since, or wait is over, and returns it. Limit 1 with since 0
// and no wait answers the latest event, if there is one.
func (c *Client) Events(ctx context.Context, since int64, limit int, wait time.Duration) (list []Event, err error) {
	q := url.Values{"since": {strconv.FormatInt(since, 10)}, "timeout": {strconv.Itoa(int(wait.Seconds()))}, "events": {EventTypes}}
	if limit > 0 {
		q.Set("limit", strconv.Itoa(limit))
	}
	err = c.call(ctx, request{method: http.MethodGet, path: "events", query: q, timeout: wait + c.timeout}, &list)
	return list, err
}
