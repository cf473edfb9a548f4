package rest

// This file has the calls about folders: their configuration, index and files.

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// The types of folder that the driver makes.
const (
	SendOnly    = "sendonly"
	ReceiveOnly = "receiveonly"
)

// A Folder is a folder in a daemon's configuration. When it is put, fields that are not here take the daemon's defaults.
type Folder struct {
	ID               string         `json:"id"`
	Label            string         `json:"label"`
	Path             string         `json:"path"`
	Type             string         `json:"type"`
	Devices          []FolderDevice `json:"devices"`
	RescanIntervalS  int            `json:"rescanIntervalS"` // 0: never
	FSWatcherEnabled bool           `json:"fsWatcherEnabled"`
	FSWatcherDelayS  float64        `json:"fsWatcherDelayS"` // whole seconds before 1.27
	IgnorePerms      bool           `json:"ignorePerms"`
	AutoNormalize    bool           `json:"autoNormalize"`
	MinDiskFree      Size           `json:"minDiskFree"`
	Versioning       Versioning     `json:"versioning"`
	IgnoreDelete     bool           `json:"ignoreDelete"`
	MaxConflicts     int            `json:"maxConflicts"`
	Order            string         `json:"order"`
	PullerPauseS     int            `json:"pullerPauseS"`
	PullerDelayS     float64        `json:"pullerDelayS"` // before a pull begins, since 2.0
	MarkerName       string         `json:"markerName"`
	Paused           bool           `json:"paused"`
}

// A FolderDevice shares a folder with a device.
type FolderDevice struct {
	DeviceID DeviceID `json:"deviceID"`
}

// A Size is an amount of disk: a number and a unit such as "%" or "MB".
type Size struct {
	Value float64 `json:"value"`
	Unit  string  `json:"unit"`
}

// Versioning is what a folder keeps of replaced files; the empty type keeps nothing.
type Versioning struct {
	Type   string            `json:"type"`
	Params map[string]string `json:"params"`
}

// FolderPatch changes some fields of a folder; nil leaves one alone.
type FolderPatch struct {
	Label            *string  `json:"label,omitempty"`
	Paused           *bool    `json:"paused,omitempty"`
	IgnoreDelete     *bool    `json:"ignoreDelete,omitempty"`
	FSWatcherEnabled *bool    `json:"fsWatcherEnabled,omitempty"`
	FSWatcherDelayS  *float64 `json:"fsWatcherDelayS,omitempty"`
	RescanIntervalS  *int     `json:"rescanIntervalS,omitempty"`
	PullerPauseS     *int     `json:"pullerPauseS,omitempty"`
}

// FolderStatus is the state of a folder's index. A paused folder has State "" and zero counts.
type FolderStatus struct {
	State        string    `json:"state"` // idle, scanning, scan-waiting, syncing, sync-preparing, sync-waiting, cleaning, error, ""
	StateChanged time.Time `json:"stateChanged"`
	Error        string    `json:"error"` // of the folder as a whole
	Errors       int64     `json:"errors"`
	WatchError   string    `json:"watchError"`
	// IgnorePatterns says that the folder has some; then the global counts hold more than the folder will.
	IgnorePatterns bool `json:"ignorePatterns"`

	GlobalFiles       int64 `json:"globalFiles"`
	GlobalSymlinks    int64 `json:"globalSymlinks"`
	GlobalDirectories int64 `json:"globalDirectories"`
	GlobalBytes       int64 `json:"globalBytes"`
	LocalFiles        int64 `json:"localFiles"`
	LocalSymlinks     int64 `json:"localSymlinks"`
	LocalDirectories  int64 `json:"localDirectories"`
	LocalBytes        int64 `json:"localBytes"`
	NeedFiles         int64 `json:"needFiles"`
	NeedSymlinks      int64 `json:"needSymlinks"`
	NeedDirectories   int64 `json:"needDirectories"`
	NeedDeletes       int64 `json:"needDeletes"` // 0 when the folder ignores deletes
	NeedBytes         int64 `json:"needBytes"`
	NeedTotalItems    int64 `json:"needTotalItems"`

	ReceiveOnlyChangedDeletes int64 `json:"receiveOnlyChangedDeletes"`
	ReceiveOnlyTotalItems     int64 `json:"receiveOnlyTotalItems"` // changed on the receiving side
}

// Idle reports whether nothing is under way.
func (s FolderStatus) Idle() bool { return s.State == "idle" }

// Paused reports whether the folder does not run.
func (s FolderStatus) Paused() bool { return s.State == "" && s.Error == "" }

// Completion is how far a device is. Its Sequence counts the changes of that device that the daemon knows of; it only ever grows
// while the folder exists.
type Completion struct {
	Completion  float64 `json:"completion"` // percent of bytes
	NeedItems   int64   `json:"needItems"`
	NeedDeletes int64   `json:"needDeletes"`
	NeedBytes   int64   `json:"needBytes"`
	Sequence    int64   `json:"sequence"`
}

// A FileError is an item that could not be pulled or read.
type FileError struct {
	Path  string `json:"path"`
	Error string `json:"error"`
}

// A FileInfo is an item of an index.
type FileInfo struct {
	Name    string `json:"name"`
	Size    int64  `json:"size"`
	Deleted bool   `json:"deleted"`
	Type    any    `json:"type"` // a word, or a number before 1.20
}

// Folder reports whether the item is a folder.
func (f FileInfo) Folder() bool {
	switch t := f.Type.(type) {
	case string:
		return strings.HasSuffix(t, "_DIRECTORY")
	case float64:
		return t == 1
	}
	return false
}

// FolderStats is what a daemon remembers of a folder.
type FolderStats struct {
	LastScan time.Time `json:"lastScan"`
	LastFile struct {
		At       time.Time `json:"at"`
		Filename string    `json:"filename"`
		Deleted  bool      `json:"deleted"`
	} `json:"lastFile"`
}

func folderQuery(id string) url.Values { return url.Values{"folder": {id}} }

// Folders lists the configured folders.
func (c *Client) Folders(ctx context.Context) (list []Folder, err error) {
	err = c.call(ctx, request{method: http.MethodGet, path: "config/folders"}, &list)
	return list, err
}

// PutFolder makes a folder or replaces its configuration.
func (c *Client) PutFolder(ctx context.Context, f Folder) error {
	return c.call(ctx, request{method: http.MethodPut, path: "config/folders/" + url.PathEscape(f.ID), body: f}, nil)
}

// PatchFolder changes a folder. When it returns, what was changed is in force: a folder that was paused writes nothing more.
func (c *Client) PatchFolder(ctx context.Context, id string, p FolderPatch) error {
	return c.call(ctx, request{method: http.MethodPatch, path: "config/folders/" + url.PathEscape(id), body: p, timeout: 4 * c.timeout}, nil)
}

// DeleteFolder forgets a folder and its index; its files stay. One that is not there is no error.
func (c *Client) DeleteFolder(ctx context.Context, id string) error {
	err := c.call(ctx, request{method: http.MethodDelete, path: "config/folders/" + url.PathEscape(id), timeout: 4 * c.timeout}, nil)
	if IsNotFound(err) {
		return nil
	}
	return err
}

// FolderStatus asks for the state of a folder.
func (c *Client) FolderStatus(ctx context.Context, id string) (s FolderStatus, err error) {
	err = c.call(ctx, request{method: http.MethodGet, path: "db/status", query: folderQuery(id)}, &s)
	return s, err
}

// Completion asks how far a device is with a folder; the empty device is the daemon itself. A paused folder is IsNotFound.
func (c *Client) Completion(ctx context.Context, id string, device DeviceID) (p Completion, err error) {
	q := folderQuery(id)
	if device != "" {
		q.Set("device", string(device))
	}
	err = c.call(ctx, request{method: http.MethodGet, path: "db/completion", query: q}, &p)
	return p, err
}

// Scan compares a folder with its index. It returns when that is done, which may take as long as reading every new file.
func (c *Client) Scan(ctx context.Context, id string) error {
	return c.call(ctx, request{method: http.MethodPost, path: "db/scan", query: folderQuery(id), timeout: -1}, nil)
}

// Revert undoes what was changed on the receiving side. It returns at once.
func (c *Client) Revert(ctx context.Context, id string) error {
	return c.call(ctx, request{method: http.MethodPost, path: "db/revert", query: folderQuery(id)}, nil)
}

// Ignores asks for the ignore patterns of a folder.
func (c *Client) Ignores(ctx context.Context, id string) ([]string, error) {
	var answer struct {
		Ignore []string `json:"ignore"`
	}
	err := c.call(ctx, request{method: http.MethodGet, path: "db/ignores", query: folderQuery(id)}, &answer)
	return answer.Ignore, err
}

// SetIgnores replaces the ignore patterns; none removes the file that holds them.
func (c *Client) SetIgnores(ctx context.Context, id string, lines []string) error {
	if lines == nil {
		lines = []string{}
	}
	return c.call(ctx, request{method: http.MethodPost, path: "db/ignores", query: folderQuery(id), body: map[string][]string{"ignore": lines}}, nil)
}

// FolderErrors lists what could not be pulled or read, at most limit of them.
func (c *Client) FolderErrors(ctx context.Context, id string, limit int) ([]FileError, error) {
	q := folderQuery(id)
	q.Set("perpage", strconv.Itoa(limit))
	var answer struct {
		Errors []FileError `json:"errors"`
	}
	err := c.call(ctx, request{method: http.MethodGet, path: "folder/errors", query: q}, &answer)
	for i := range answer.Errors {
		answer.Errors[i].Error = strings.TrimSpace(answer.Errors[i].Error)
	}
	return answer.Errors, err
}

// LocalChanged lists what was changed on the receiving side, at most limit of them.
func (c *Client) LocalChanged(ctx context.Context, id string, limit int) ([]FileInfo, error) {
	q := folderQuery(id)
	q.Set("perpage", strconv.Itoa(limit))
	var answer struct {
		Files []FileInfo `json:"files"`
	}
	err := c.call(ctx, request{method: http.MethodGet, path: "db/localchanged", query: q}, &answer)
	return answer.Files, err
}

// Need lists what the daemon still needs, at most limit of them.
func (c *Client) Need(ctx context.Context, id string, limit int) ([]FileInfo, error) {
	q := folderQuery(id)
	q.Set("perpage", strconv.Itoa(limit))
	var answer struct{ Progress, Queued, Rest []FileInfo }
	err := c.call(ctx, request{method: http.MethodGet, path: "db/need", query: q}, &answer)
	return append(append(answer.Progress, answer.Queued...), answer.Rest...), err
}

// RemoteNeed lists what another device still needs, deletions too, at most limit of them. Unlike the counts of Completion, which daemons
// before 2.0 begin wrong for a device that they have not heard of, it comes from the index itself: it costs a look at every item.
func (c *Client) RemoteNeed(ctx context.Context, id string, device DeviceID, limit int) ([]FileInfo, error) {
	q := folderQuery(id)
	q.Set("device", string(device))
	q.Set("perpage", strconv.Itoa(limit))
	var answer struct{ Files []FileInfo }
	err := c.call(ctx, request{method: http.MethodGet, path: "db/remoteneed", query: q, timeout: 4 * c.timeout}, &answer)
	return answer.Files, err
}

// FromElsewhere reports whether the latest version of an item comes from another device than self, the daemon's own. An item that
// exists here alone, or was deleted elsewhere, is "no". It does not depend on who is connected now.
func (c *Client) FromElsewhere(ctx context.Context, id, name string, self DeviceID) (bool, error) {
	q := folderQuery(id)
	q.Set("file", name)
	var answer struct {
		Global struct {
			ModifiedBy string `json:"modifiedBy"` // the beginning of a device's id
			Deleted    bool   `json:"deleted"`
		} `json:"global"`
	}
	err := c.call(ctx, request{method: http.MethodGet, path: "db/file", query: q}, &answer)
	g := answer.Global
	return g.ModifiedBy != "" && !g.Deleted && !strings.HasPrefix(string(self), g.ModifiedBy), err
}

// FolderStats asks what the daemon remembers of its folders.
func (c *Client) FolderStats(ctx context.Context) (m map[string]FolderStats, err error) {
	err = c.call(ctx, request{method: http.MethodGet, path: "stats/folder"}, &m)
	return m, err
}
