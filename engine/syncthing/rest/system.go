package rest

// This file has the calls about the daemon itself and its devices.

import (
	"context"
	"net/http"
	"net/url"
	"strings"
)

// A DeviceID names a daemon to other daemons.
type DeviceID string

// SystemStatus says who a daemon is.
type SystemStatus struct {
	MyID          DeviceID              `json:"myID"`
	StartTime     string                `json:"startTime"`
	PathSeparator string                `json:"pathSeparator"` // since 1.20 or so; empty before
	LastDial      map[string]DialStatus `json:"lastDialStatus"`
}

// A DialStatus is how the last attempt to reach an address ended; Error is nil for a success.
type DialStatus struct {
	When  string  `json:"when"`
	Error *string `json:"error"`
}

// Version is what a daemon runs.
type Version struct {
	Version string `json:"version"` // v1.19.2-ds1
	OS      string `json:"os"`
	Arch    string `json:"arch"`
}

// A Peer is the connection to another daemon.
type Peer struct {
	Connected     bool   `json:"connected"`
	Paused        bool   `json:"paused"`
	Address       string `json:"address"`
	ClientVersion string `json:"clientVersion"`
	Crypto        string `json:"crypto"`
	InBytesTotal  int64  `json:"inBytesTotal"`
	OutBytesTotal int64  `json:"outBytesTotal"`
}

// Connections are the peers of a daemon.
type Connections struct {
	Connections map[DeviceID]Peer `json:"connections"`
}

// A Device is a peer in a daemon's configuration. Only the fields that the driver writes or looks at are here; what is not written
// keeps its value.
type Device struct {
	DeviceID    DeviceID `json:"deviceID"`
	Name        string   `json:"name"`
	Addresses   []string `json:"addresses,omitempty"`
	Compression string   `json:"compression,omitempty"` // metadata, always, never
	Paused      bool     `json:"paused"`
	MaxSendKbps int      `json:"maxSendKbps"` // KiB/s, 0 without limit
	MaxRecvKbps int      `json:"maxRecvKbps"`
}

// DevicePatch changes some fields of a device; nil leaves one alone.
type DevicePatch struct {
	Addresses   []string `json:"addresses,omitempty"`
	Compression *string  `json:"compression,omitempty"`
	Paused      *bool    `json:"paused,omitempty"`
	MaxSendKbps *int     `json:"maxSendKbps,omitempty"`
}

// Options are the daemon's own settings that the driver looks at.
type Options struct {
	ListenAddresses     []string `json:"listenAddresses"`
	LimitBandwidthInLan bool     `json:"limitBandwidthInLan"`
}

// SystemStatus asks who the daemon is.
func (c *Client) SystemStatus(ctx context.Context) (s SystemStatus, err error) {
	err = c.call(ctx, request{method: http.MethodGet, path: "system/status"}, &s)
	return s, err
}

// Version asks what the daemon runs.
func (c *Client) Version(ctx context.Context) (v Version, err error) {
	err = c.call(ctx, request{method: http.MethodGet, path: "system/version"}, &v)
	return v, err
}

// Connections asks for the daemon's peers.
func (c *Client) Connections(ctx context.Context) (p Connections, err error) {
	err = c.call(ctx, request{method: http.MethodGet, path: "system/connections"}, &p)
	return p, err
}

// Options asks for the daemon's settings.
func (c *Client) Options(ctx context.Context) (o Options, err error) {
	err = c.call(ctx, request{method: http.MethodGet, path: "config/options"}, &o)
	return o, err
}

// LimitInLan makes limits of devices count for addresses of the local network too, which the daemon does not do by default.
func (c *Client) LimitInLan(ctx context.Context) error {
	return c.call(ctx, request{method: http.MethodPatch, path: "config/options", body: map[string]bool{"limitBandwidthInLan": true}}, nil)
}

// Devices lists the configured devices, the daemon itself included.
func (c *Client) Devices(ctx context.Context) (list []Device, err error) {
	err = c.call(ctx, request{method: http.MethodGet, path: "config/devices"}, &list)
	return list, err
}

// PutDevice makes a device known, or replaces what is known of it.
func (c *Client) PutDevice(ctx context.Context, d Device) error {
	return c.call(ctx, request{method: http.MethodPut, path: "config/devices/" + url.PathEscape(string(d.DeviceID)), body: d}, nil)
}

// PatchDevice changes a device.
func (c *Client) PatchDevice(ctx context.Context, id DeviceID, p DevicePatch) error {
	return c.call(ctx, request{method: http.MethodPatch, path: "config/devices/" + url.PathEscape(string(id)), body: p}, nil)
}

// DeleteDevice forgets a device. One that is not there is no error.
func (c *Client) DeleteDevice(ctx context.Context, id DeviceID) error {
	err := c.call(ctx, request{method: http.MethodDelete, path: "config/devices/" + url.PathEscape(string(id))}, nil)
	if IsNotFound(err) {
		return nil
	}
	return err
}

// HasFolder reports whether a folder lies at that path of the daemon's host. A path that is no folder, and one that cannot be
// read, are both "no".
func (c *Client) HasFolder(ctx context.Context, path, separator string) (bool, error) {
	path = strings.TrimRight(path, separator)
	if path == "" || strings.HasSuffix(path, ":") {
		return true, nil // the root of a file system
	}
	var found []string
	err := c.call(ctx, request{method: http.MethodGet, path: "system/browse", query: url.Values{"current": {path}}}, &found)
	for _, f := range found {
		if strings.TrimRight(f, separator) == path {
			return true, err
		}
	}
	return false, err
}
