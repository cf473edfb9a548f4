package rest

// This file tests what each call sends and reads.

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestCalls(t *testing.T) {
	var got, answer string
	api, _ := serve(t, func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		got = strings.TrimSpace(r.Method + " " + r.URL.RequestURI() + " " + string(body))
		if r.Header.Get("X-API-Key") != key {
			t.Errorf("%s without the key", got)
		}
		fmt.Fprint(w, answer)
	})
	ctx, yes, label, limit := t.Context(), true, "l", 7
	for _, c := range []struct {
		call   func() (any, error)
		sent   string
		answer string
		want   any
	}{
		{func() (any, error) { return api.SystemStatus(ctx) }, "GET /rest/system/status", `{"myID":"A","lastDialStatus":{"tcp://x":{"error":"no"}}}`,
			SystemStatus{MyID: "A", LastDial: map[string]DialStatus{"tcp://x": {Error: ptr("no")}}}},
		{func() (any, error) { return api.Version(ctx) }, "GET /rest/system/version", `{"version":"v1.19.2-ds1","os":"linux","arch":"amd64"}`, Version{"v1.19.2-ds1", "linux", "amd64"}},
		{func() (any, error) { return api.Connections(ctx) }, "GET /rest/system/connections", `{"connections":{"B":{"connected":true,"outBytesTotal":5}}}`,
			Connections{map[DeviceID]Peer{"B": {Connected: true, OutBytesTotal: 5}}}},
		{func() (any, error) { return api.Options(ctx) }, "GET /rest/config/options", `{"listenAddresses":["tcp://:22000"],"limitBandwidthInLan":true}`, Options{[]string{"tcp://:22000"}, true}},
		{func() (any, error) { return nil, api.LimitInLan(ctx) }, `PATCH /rest/config/options {"limitBandwidthInLan":true}`, "", nil},
		{func() (any, error) { return api.Devices(ctx) }, "GET /rest/config/devices", `[{"deviceID":"A","name":"a"}]`, []Device{{DeviceID: "A", Name: "a"}}},
		{func() (any, error) {
			return nil, api.PutDevice(ctx, Device{DeviceID: "A", Name: "a", Addresses: []string{"tcp://x:1"}})
		},
			`PUT /rest/config/devices/A {"deviceID":"A","name":"a","addresses":["tcp://x:1"],"paused":false,"maxSendKbps":0,"maxRecvKbps":0}`, "", nil},
		{func() (any, error) { return nil, api.PatchDevice(ctx, "A", DevicePatch{MaxSendKbps: &limit}) }, `PATCH /rest/config/devices/A {"maxSendKbps":7}`, "", nil},
		{func() (any, error) { return nil, api.DeleteDevice(ctx, "A") }, "DELETE /rest/config/devices/A", "", nil},
		{func() (any, error) { return api.Folders(ctx) }, "GET /rest/config/folders", `[{"id":"f","type":"sendonly","devices":[{"deviceID":"A","introducedBy":""}]}]`,
			[]Folder{{ID: "f", Type: SendOnly, Devices: []FolderDevice{{"A"}}}}},
		{func() (any, error) { return nil, api.PatchFolder(ctx, "f/g", FolderPatch{Paused: &yes, Label: &label}) }, `PATCH /rest/config/folders/f%2Fg {"label":"l","paused":true}`, "", nil},
		{func() (any, error) { return nil, api.DeleteFolder(ctx, "f") }, "DELETE /rest/config/folders/f", "", nil},
		{func() (any, error) { return api.FolderStatus(ctx, "f") }, "GET /rest/db/status?folder=f", `{"state":"idle","needTotalItems":3,"receiveOnlyTotalItems":1,"unknown":{}}`,
			FolderStatus{State: "idle", NeedTotalItems: 3, ReceiveOnlyTotalItems: 1}},
		{func() (any, error) { return api.Completion(ctx, "f", "") }, "GET /rest/db/completion?folder=f", `{"sequence":9}`, Completion{Sequence: 9}},
		{func() (any, error) { return api.Completion(ctx, "f", "A") }, "GET /rest/db/completion?device=A&folder=f", `{"completion":99.5,"needItems":1}`, Completion{Completion: 99.5, NeedItems: 1}},
		{func() (any, error) { return nil, api.Scan(ctx, "a&b") }, "POST /rest/db/scan?folder=a%26b", "", nil},
		{func() (any, error) { return nil, api.Revert(ctx, "f") }, "POST /rest/db/revert?folder=f", "", nil},
		{func() (any, error) { return api.Ignores(ctx, "f") }, "GET /rest/db/ignores?folder=f", `{"ignore":["a"],"expanded":["x"]}`, []string{"a"}},
		{func() (any, error) { return nil, api.SetIgnores(ctx, "f", nil) }, `POST /rest/db/ignores?folder=f {"ignore":[]}`, "", nil},
		{func() (any, error) { return nil, api.SetIgnores(ctx, "f", []string{"*"}) }, `POST /rest/db/ignores?folder=f {"ignore":["*"]}`, "", nil},
		{func() (any, error) { return api.FolderErrors(ctx, "f", 5) }, "GET /rest/folder/errors?folder=f&perpage=5", `{"errors":[{"path":"x","error":"no\n"}]}`, []FileError{{"x", "no"}}},
		{func() (any, error) { return api.LocalChanged(ctx, "f", 5) }, "GET /rest/db/localchanged?folder=f&perpage=5", `{"files":[{"name":"x","deleted":true}]}`, []FileInfo{{Name: "x", Deleted: true}}},
		{func() (any, error) { return api.FromElsewhere(ctx, "f", "a b", "SELF123-X") }, "GET /rest/db/file?file=a+b&folder=f", `{"global":{"modifiedBy":"OTHER12"}}`, true},
		{func() (any, error) { return api.FromElsewhere(ctx, "f", "x", "SELF123-X") }, "GET /rest/db/file?file=x&folder=f", `{"global":{"modifiedBy":"SELF123"}}`, false},
		{func() (any, error) { return api.FromElsewhere(ctx, "f", "x", "SELF123-X") }, "GET /rest/db/file?file=x&folder=f", `{"global":{"modifiedBy":"OTHER12","deleted":true}}`, false},
		{func() (any, error) { return api.FolderStats(ctx) }, "GET /rest/stats/folder", `{"f":{"lastFile":{"filename":"x"}}}`, nil},
		{func() (any, error) { return api.HasFolder(ctx, "/srv/data/", "/") }, "GET /rest/system/browse?current=%2Fsrv%2Fdata", `["/srv/data2/","/srv/data/"]`, true},
		{func() (any, error) { return api.HasFolder(ctx, "/srv/data", "/") }, "GET /rest/system/browse?current=%2Fsrv%2Fdata", `["/srv/data2/"]`, false},
		{func() (any, error) { return api.HasFolder(ctx, `D:\x`, `\`) }, `GET /rest/system/browse?current=D%3A%5Cx`, `["D:\\x\\"]`, true},
		{func() (any, error) { return api.Events(ctx, 5, 0, 50*time.Second) }, "GET /rest/events?events=" + strings.ReplaceAll(EventTypes, ",", "%2C") + "&since=5&timeout=50", `[{"id":6,"type":"ItemFinished"}]`, nil},
		{func() (any, error) { return api.Events(ctx, 0, 1, 0) }, "GET /rest/events?events=" + strings.ReplaceAll(EventTypes, ",", "%2C") + "&limit=1&since=0&timeout=0", `null`, []Event(nil)},
	} {
		answer = c.answer
		r, err := c.call()
		if err != nil || got != c.sent || c.want != nil && !reflect.DeepEqual(r, c.want) {
			t.Errorf("sent %s\nwant %s\ngot  %#v\nwant %#v, %v", got, c.sent, r, c.want, err)
		}
	}
	for _, root := range []string{"/", `C:\`, ""} {
		got = ""
		if there, err := api.HasFolder(ctx, root, root[max(len(root)-1, 0):]); !there || err != nil || got != "" {
			t.Errorf("%q: %v, %v, sent %q", root, there, err, got)
		}
	}
}

func ptr[T any](v T) *T { return &v }

// TestDeletedTwice deletes what is not there.
func TestDeletedTwice(t *testing.T) {
	api, _ := serve(t, func(w http.ResponseWriter, r *http.Request) { http.NotFound(w, r) })
	if err := api.DeleteFolder(t.Context(), "f"); err != nil {
		t.Error(err)
	}
	if err := api.DeleteDevice(t.Context(), "d"); err != nil {
		t.Error(err)
	}
	if _, err := api.Ignores(t.Context(), "f"); !IsNotFound(err) {
		t.Error(err)
	}
}

// TestFolderText states that everything that could turn against a copy is told to a daemon, also where it is the zero value.
func TestFolderText(t *testing.T) {
	text, err := json.Marshal(Folder{})
	if err != nil {
		t.Fatal(err)
	}
	for _, field := range []string{"type", "paused", "ignoreDelete", "maxConflicts", "versioning", "minDiskFree", "ignorePerms", "fsWatcherEnabled", "rescanIntervalS", "markerName"} {
		if !strings.Contains(string(text), `"`+field+`":`) {
			t.Errorf("%s would be the daemon's default", field)
		}
	}
}

func TestEventData(t *testing.T) {
	for text, want := range map[string]EventData{
		`{"folder":"f","item":"i","error":null,"type":"file","action":"update"}`: {Folder: "f", Item: "i", Type: "file", Action: "update"},
		`{"folder":"f","item":"i","error":"no"}`:                                 {Folder: "f", Item: "i", Error: "no"},
		`{"folder":"f","errors":[]}`:                                             {Folder: "f"},
		`[1]`:                                                                    {},
		``:                                                                       {},
	} {
		if got := (Event{Data: json.RawMessage(text)}).Decode(); got != want {
			t.Errorf("%s: %+v", text, got)
		}
	}
}

func TestFileInfo(t *testing.T) {
	for text, want := range map[string]bool{`{"type":"FILE_INFO_TYPE_DIRECTORY"}`: true, `{"type":1}`: true, `{"type":"FILE_INFO_TYPE_FILE"}`: false, `{"type":0}`: false, `{}`: false} {
		var f FileInfo
		if err := json.Unmarshal([]byte(text), &f); err != nil || f.Folder() != want {
			t.Errorf("%s: %v, %v", text, f.Folder(), err)
		}
	}
}
