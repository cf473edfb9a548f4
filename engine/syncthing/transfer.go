package syncthing

// This file holds up and slows down the way between machines.

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/syncthing/rest"
)

// PauseTransmission stops or resumes sending from a source to a target: changes wait on the source, whose daemon finds them by a scan when
// it goes on. It pauses the source's folders and not the device, which may carry folders that belong to people. Mirrors that run are held up
// with it. The result is the number of connections. An empty source means all sources.
func (cl *Client) PauseTransmission(ctx context.Context, source, target string, pause bool) (int, error) {
	return cl.holdAll(ctx, source, target, pause, func(cn *conn) *machine { return cn.src })
}

// PauseTarget makes a target stop applying changes, or go on. When it returns nothing more is written to the copies; changes wait on the
// sources. The result is the number of connections.
func (cl *Client) PauseTarget(ctx context.Context, target string, pause bool) (int, error) {
	return cl.holdAll(ctx, "", target, pause, func(cn *conn) *machine { return cn.dst })
}

// holdAll pauses or runs one end of all connections to a target that replicate or mirror. The others are paused anyway.
func (cl *Client) holdAll(ctx context.Context, source, target string, pause bool, end func(*conn) *machine) (int, error) {
	n, _, err := cl.holdSome(ctx, source, target, pause, end)
	return n, err
}

// holdSome also counts the connections that were not so already.
func (cl *Client) holdSome(ctx context.Context, source, target string, pause bool, end func(*conn) *machine) (n, changed int, err error) {
	dst, err := cl.target(target, engine.AccessFull)
	if err != nil {
		return 0, 0, err
	}
	list, err := cl.gather(ctx, []*machine{dst})
	if err != nil {
		return 0, 0, err
	}
	cl.outdate()
	for _, half := range list {
		mem, _, err := cl.store.memory(half.ID)
		if err != nil {
			return n, changed, err
		}
		idle := mem.Running == nil && !half.Repl || mem.Paused || mem.Stopped
		if half.dst != dst || source != "" && !strings.EqualFold(source, half.From) || idle {
			continue
		}
		cn, err := cl.whole(ctx, half.ID, "")
		if err != nil {
			return n, changed, err
		}
		if cn.heldAt(end(cn)) != pause {
			changed++
		}
		if err := cl.holdEnd(ctx, cn, end(cn), pause); err != nil {
			return n, changed, err
		}
		n++
	}
	return n, changed, nil
}

// heldAt reports whether the folders at one end are paused.
func (cn *conn) heldAt(m *machine) bool {
	for _, p := range cn.parts {
		if m == cn.src && p.from.Paused || m == cn.dst && p.to.Paused {
			return true
		}
	}
	return false
}

// kib is the unit of Syncthing's limits.
const kib = 1024

// LimitBandwidth bounds what a source sends to a target, in bytes per second; 0 takes the limit away. Less than 1 KiB per second is 1 KiB.
//
// The limit is one of the device, for all that is sent to it, and counts for addresses of the local network only where the daemon's option
// limitBandwidthInLan is on. A device that the driver has not made known is left alone, and so is the option where another device has a limit
// that would begin to count: both are CodeUnsupported with what to do by hand.
func (cl *Client) LimitBandwidth(ctx context.Context, source, target string, bytesPerSecond int64) error {
	src, id, err := cl.ownDevice(ctx, source, target)
	if err != nil {
		return err
	}
	limit := int((bytesPerSecond + kib - 1) / kib)
	if limit > 0 {
		if err := cl.limitInLan(ctx, src, id); err != nil {
			return err
		}
	}
	return src.failed(cl.api(src).PatchDevice(ctx, id, rest.DevicePatch{MaxSendKbps: &limit}))
}

// limitInLan makes limits count for the local network if nobody else's limit begins to count by that.
func (cl *Client) limitInLan(ctx context.Context, src *machine, id rest.DeviceID) error {
	api := cl.api(src)
	o, err := api.Options(ctx)
	if err != nil || o.LimitBandwidthInLan {
		return src.failed(err)
	}
	list, err := api.Devices(ctx)
	if err != nil {
		return src.failed(err)
	}
	for _, d := range list {
		if d.DeviceID != id && (d.MaxSendKbps > 0 || d.MaxRecvKbps > 0) && !strings.HasSuffix(d.Name, deviceSuffix) {
			return &engine.Error{Code: engine.CodeUnsupported, Subject: "bandwidth",
				Cause: fmt.Errorf("on %s limits do not count for the local network, and the device %q has one that would begin to", src.name, d.Name),
				Hint:  "Switch \"Limit Bandwidth in LAN\" on in that Syncthing by hand, if that is wanted."}
		}
	}
	return src.failed(api.LimitInLan(ctx))
}

// Compression is what is compressed on the way to a target.
type Compression string

// The kinds of compression that Syncthing knows. It has no levels.
const (
	CompressNothing  Compression = "never"
	CompressMetadata Compression = "metadata" // names and hashes, not the files: the default
	CompressAll      Compression = "always"
)

// SetCompression says what a source compresses on the way to a target. Of a device that the driver has not made known it is
// CodeUnsupported, and so is a kind that there is not.
func (cl *Client) SetCompression(ctx context.Context, source, target string, c Compression) error {
	if c != CompressNothing && c != CompressMetadata && c != CompressAll {
		return unsupported("compression", fmt.Errorf("Syncthing has no level %q: it compresses nothing, metadata or all", c))
	}
	src, id, err := cl.ownDevice(ctx, source, target)
	if err != nil {
		return err
	}
	text := string(c)
	return src.failed(cl.api(src).PatchDevice(ctx, id, rest.DevicePatch{Compression: &text}))
}

// ownDevice finds the target as a device of the source, and refuses one that belongs to people.
func (cl *Client) ownDevice(ctx context.Context, source, target string) (*machine, rest.DeviceID, error) {
	src, err := cl.source(source, engine.AccessFull)
	if err != nil {
		return nil, "", err
	}
	dst, err := cl.target(target, engine.AccessFull)
	if err != nil {
		return nil, "", err
	}
	if _, err := src.ask(ctx, cl.api(src)); err != nil {
		return nil, "", err
	}
	d, err := dst.ask(ctx, cl.api(dst))
	if err != nil {
		return nil, "", err
	}
	list, err := cl.api(src).Devices(ctx)
	if err != nil {
		return nil, "", src.failed(err)
	}
	for _, k := range list {
		switch {
		case k.DeviceID != d.id:
		case !strings.HasSuffix(k.Name, deviceSuffix):
			return nil, "", &engine.Error{Code: engine.CodeUnsupported, Subject: target,
				Cause: fmt.Errorf("in the Syncthing of %s the device %q was made by somebody else, and what is set there counts for all its folders", src.name, k.Name),
				Hint:  "Set it by hand in that Syncthing."}
		default:
			return src, d.id, nil
		}
	}
	return nil, "", &engine.Error{Code: engine.CodeNoConnection, Subject: source + " to " + target,
		Cause: errors.New("the machines do not know each other"), Hint: "Connect them first."}
}
