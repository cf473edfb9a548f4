package syncthing

// This file makes connections.

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/syncthing/rest"
)

func (cl *Client) connect(ctx context.Context, op engine.Connect) (engine.Result, error) {
	src, err := cl.source(op.Source, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	dst, err := cl.target(op.Target, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	if op.Mirror != nil {
		if err := checkOptions(*op.Mirror); err != nil {
			return nil, err
		}
	} else if op.Replicate {
		return nil, unsupported("replicate without a mirror", errors.New("Syncthing always brings a copy up to date before it follows changes"))
	}
	saved, err := cl.store.repset(src.name, op.Repset)
	if err != nil {
		return nil, err
	}
	rec := record{Set: op.Repset, From: src.name, To: dst.name, Map: op.Mapping, Repl: op.Replicate, Orphans: op.Orphans}
	return cl.establish(ctx, src, dst, rec, saved.Rules, op.Mirror)
}

// establish makes the folders of a connection on both daemons, all or none, and starts its mirror. Of a restore (rec.Back) the copy
// lies on src.
func (cl *Client) establish(ctx context.Context, src, dst *machine, rec record, rules []engine.Rule, mirror *engine.MirrorOptions) (engine.Result, error) {
	if err := cl.apart(ctx, src, dst); err != nil {
		return nil, err
	}
	var plans []plan
	var err error
	if rec.Back {
		plans, err = cl.plan(ctx, dst, src, rules, rec.Map, true)
	} else {
		plans, err = cl.plan(ctx, src, dst, rules, rec.Map, false)
	}
	if err != nil {
		return nil, err
	}
	cl.change.Lock()
	defer cl.change.Unlock()
	b := &builder{cl: cl, src: src, dst: dst, plans: plans, rec: rec}
	if err := b.look(ctx); err != nil {
		return nil, err
	}
	if err := b.clear(ctx, mirror != nil && mirror.Checksum); err != nil {
		return nil, err
	}
	if err := b.number(ctx); err != nil {
		return nil, err
	}
	if err := b.build(ctx); err != nil {
		b.undo()
		return nil, err
	}
	id := b.rec.ID
	cl.tell(b.rec, engine.Event{Kind: engine.EventConnected, Text: rec.Set})
	if rec.Repl {
		cl.count(dst)
		cl.tell(b.rec, engine.Event{Kind: engine.EventReplication, Text: "started"})
	}
	if mirror != nil {
		if err := cl.startMirror(ctx, b.conn(), *mirror); err != nil {
			b.undo()
			return nil, err
		}
	}
	return id, nil
}

// apart refuses machines that are one daemon: Syncthing does not sync with itself.
func (cl *Client) apart(ctx context.Context, src, dst *machine) error {
	sd, err := src.ask(ctx, cl.api(src))
	if err != nil {
		return err
	}
	dd, err := dst.ask(ctx, cl.api(dst))
	if err != nil {
		return err
	}
	for _, m := range []*machine{src, dst} { // what was known may have gone since
		if err := cl.answers(ctx, m); err != nil {
			return err
		}
	}
	if sd.id == dd.id {
		return unsupported("a copy on the same machine", fmt.Errorf("%s and %s are one Syncthing, which does not sync with itself", src.name, dst.name))
	}
	return nil
}

// builder makes a connection.
type builder struct {
	cl       *Client
	src, dst *machine
	rec      record
	plans    []plan

	fromFolders, toFolders []rest.Folder // what the daemons have
	reuse                  map[int]string
	made                   []part
}

// look refuses what is there already or would get in the way, and finds the folders of a former connection to come back to.
func (b *builder) look(ctx context.Context) error {
	var err error
	if b.fromFolders, err = b.cl.folders(ctx, b.src); err != nil {
		return err
	}
	if b.toFolders, err = b.cl.folders(ctx, b.dst); err != nil {
		return err
	}
	for _, cn := range b.cl.assemble(map[*machine][]rest.Folder{b.src: b.fromFolders, b.dst: b.toFolders}) {
		if cn.src == b.src && cn.dst == b.dst && cn.Set == b.rec.Set && cn.Back == b.rec.Back && b.sameAs(cn) {
			return &engine.Error{Code: engine.CodeConnected, Subject: b.rec.Set, Cause: fmt.Errorf("as %s", subject(cn.ID))}
		}
	}
	return nil
}

// sameAs reports whether a connection has just these folders.
func (b *builder) sameAs(cn *conn) bool {
	if len(cn.parts) != len(b.plans) {
		return false
	}
	for i, p := range cn.parts {
		if p.to != nil && p.to.Path != b.plans[i].to || p.from != nil && p.from.Path != b.plans[i].from || p.rec.Item != b.plans[i].item {
			return false
		}
	}
	return true
}

// clear removes folders of former connections that cannot be used again. With fresh none can.
func (b *builder) clear(ctx context.Context, fresh bool) error {
	d, err := b.dst.ask(ctx, b.cl.api(b.dst))
	if err != nil {
		return err
	}
	inTheWay, err := checkPlaces(b.plans, b.toFolders, d.sep)
	if err != nil {
		return err
	}
	b.reuse = map[int]string{}
	for _, f := range inTheWay {
		if i := b.usable(f); i >= 0 && !fresh {
			b.reuse[i] = f.ID
			continue
		}
		if err := b.cl.removeFolder(ctx, b.dst, f.ID); err != nil {
			return err
		}
		if i := slices.IndexFunc(b.fromFolders, func(g rest.Folder) bool { return g.ID == f.ID }); i >= 0 {
			if err := b.cl.removeFolder(ctx, b.src, f.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

// usable returns which plan a former folder of the target fits, -1 for none: same places, both ends there.
func (b *builder) usable(f rest.Folder) int {
	rec, _, _ := readLabel(f)
	i := slices.IndexFunc(b.plans, func(p plan) bool { return p.to == f.Path && p.item == rec.Item })
	if i < 0 || f.Type != rest.ReceiveOnly || b.reuse[i] != "" || rec.Back != b.rec.Back {
		return -1
	}
	there := slices.ContainsFunc(b.fromFolders, func(g rest.Folder) bool {
		_, parked, ok := readLabel(g)
		return ok && parked && g.ID == f.ID && g.Path == b.plans[i].from && g.Type == rest.SendOnly
	})
	if !there {
		return -1
	}
	return i
}

// number gives the connection an id greater than any in the state or on the two daemons.
func (b *builder) number(ctx context.Context) error {
	var greatest engine.ConnectionID
	for _, f := range slices.Concat(b.fromFolders, b.toFolders) {
		if rec, _, ok := readLabel(f); ok {
			greatest = max(greatest, rec.ID)
		}
	}
	return b.cl.store.change(ctx, func(st *state) error {
		st.Last = max(st.Last, greatest, b.cl.cfg.FirstID-1) + 1
		b.rec.ID, b.rec.Since, b.rec.Parts = st.Last, time.Now(), len(b.plans)
		st.Conns[b.rec.ID] = &memory{From: b.src.name, To: b.dst.name, Fresh: len(b.reuse) == 0}
		return nil
	})
}

// build makes the machines known to each other and the folders, all paused.
func (b *builder) build(ctx context.Context) error {
	if err := b.cl.introduce(ctx, b.src, b.dst); err != nil {
		return err
	}
	for i, p := range b.plans {
		rec := b.rec
		rec.Part, rec.Item = i, p.item
		if id := b.reuse[i]; id != "" {
			if err := b.takeUp(ctx, rec, id, p); err != nil {
				return err
			}
			continue
		}
		id := rec.folderID()
		b.made = append(b.made, part{rec: rec, id: id, to: &rest.Folder{IgnoreDelete: !rec.Orphans && !rec.Repl}})
		if err := b.cl.makeFolders(ctx, b.src, b.dst, rec, id, p); err != nil {
			return err
		}
	}
	return nil
}

// takeUp gives the folders of a former connection to this one.
func (b *builder) takeUp(ctx context.Context, rec record, id string, p plan) error {
	i := slices.IndexFunc(b.toFolders, func(f rest.Folder) bool { return f.ID == id })
	old, _, _ := readLabel(b.toFolders[i])
	rec.Turn = old.Turn
	b.made = append(b.made, part{rec: rec, id: id, to: &rest.Folder{IgnoreDelete: b.toFolders[i].IgnoreDelete}})
	label, watch, rescan, delay := rec.label(false), rec.Repl, b.cl.rescan(rec.Repl), b.cl.watchDelay()
	patch := rest.FolderPatch{Label: &label}
	if err := b.cl.api(b.dst).PatchFolder(ctx, id, patch); err != nil {
		return b.dst.failed(err)
	}
	if err := b.cl.setPatterns(ctx, b.dst, id, p.patterns); err != nil {
		return err
	}
	patch.FSWatcherEnabled, patch.RescanIntervalS, patch.FSWatcherDelayS = &watch, &rescan, &delay
	return b.src.failed(b.cl.api(b.src).PatchFolder(ctx, id, patch))
}

// conn is the connection that was built.
func (b *builder) conn() *conn {
	cn := &conn{record: b.rec, src: b.src, dst: b.dst}
	for i, p := range b.made {
		p.from = &rest.Folder{ID: p.id, Path: b.plans[i].from}
		p.to = &rest.Folder{ID: p.id, Path: b.plans[i].to, IgnoreDelete: p.to.IgnoreDelete}
		cn.parts = append(cn.parts, p)
	}
	return cn
}

// undo removes what a failed connection has made. The caller's context may have ended, so it has one of its own.
func (b *builder) undo() {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(b.cl.ctx), 2*b.cl.set.Timeout)
	defer cancel()
	for _, p := range b.made {
		_ = b.cl.removeFolder(ctx, b.dst, p.id) // whoever is down keeps a paused folder, which the next connection removes
		_ = b.cl.removeFolder(ctx, b.src, p.id)
	}
	_ = b.cl.estrange(ctx, b.src, b.dst)
	_ = b.cl.store.change(ctx, func(st *state) error { delete(st.Conns, b.rec.ID); return nil })
}

// makeFolders makes one folder on both daemons, paused: first where the files go to, so that nothing is offered to nobody.
func (cl *Client) makeFolders(ctx context.Context, src, dst *machine, rec record, id string, p plan) error {
	sd, err := src.ask(ctx, cl.api(src))
	if err != nil {
		return err
	}
	dd, err := dst.ask(ctx, cl.api(dst))
	if err != nil {
		return err
	}
	to := cl.folder(rec, id, rest.ReceiveOnly, p.to, sd.id, dd.id)
	to.IgnoreDelete = !rec.Orphans && !rec.Repl
	if err := cl.api(dst).PutFolder(ctx, to); err != nil {
		return dst.failed(err)
	}
	if err := cl.setPatterns(ctx, dst, id, p.patterns); err != nil {
		return err
	}
	from := cl.folder(rec, id, rest.SendOnly, p.from, sd.id, dd.id)
	from.FSWatcherEnabled, from.RescanIntervalS = rec.Repl, cl.rescan(rec.Repl)
	if err := cl.api(src).PutFolder(ctx, from); err != nil {
		return src.failed(err)
	}
	lines, err := cl.api(src).Ignores(ctx, id)
	if err != nil {
		return src.failed(err)
	}
	if slices.ContainsFunc(lines, func(l string) bool { return strings.TrimSpace(l) != "" && !strings.HasPrefix(l, "//") }) && !ours(lines) {
		return &engine.Error{Code: engine.CodeConnectionFailed, Subject: p.from,
			Cause: errors.New("a .stignore in the source folder leaves files out that the replication set names"),
			Hint:  "Move the .stignore away and write what it says as rules of the replication set."}
	}
	return nil
}

func ours(lines []string) bool { return len(lines) > 0 && lines[0] == ignoreHeader }

// setPatterns writes the ignore patterns of a copy. Patterns that somebody else wrote there are refused.
func (cl *Client) setPatterns(ctx context.Context, dst *machine, id string, lines []string) error {
	api := cl.api(dst)
	old, err := api.Ignores(ctx, id)
	if err != nil {
		return dst.failed(err)
	}
	if len(old) > 0 && !ours(old) {
		return &engine.Error{Code: engine.CodeConnectionFailed, Subject: dst.name,
			Cause: errors.New("the folder of the copy holds a .stignore that smrscript has not written"), Hint: "Move it away."}
	}
	if len(lines) > 0 {
		lines = append([]string{ignoreHeader}, lines...)
	}
	if slices.Equal(old, lines) {
		return nil
	}
	return dst.failed(api.SetIgnores(ctx, id, lines))
}

// folder is the configuration that folders of connections have in common. Everything that the daemon's defaults could turn
// against the copy is set: no versions and no conflict copies in it, no free space kept (running full is an error that is seen).
func (cl *Client) folder(rec record, id, kind, place string, ids ...rest.DeviceID) rest.Folder {
	f := rest.Folder{ID: id, Label: rec.label(false), Path: place, Type: kind, Paused: true, FSWatcherDelayS: cl.watchDelay(),
		AutoNormalize: false, MinDiskFree: rest.Size{Value: 0, Unit: "%"}, Versioning: rest.Versioning{Params: map[string]string{}},
		Order: "alphabetic", PullerPauseS: 2, PullerDelayS: 0.05, MarkerName: ".stfolder"}
	for _, d := range ids {
		f.Devices = append(f.Devices, rest.FolderDevice{DeviceID: d})
	}
	return f
}

// watchDelay is in whole seconds: daemons before 1.27 take no parts of one.
func (cl *Client) watchDelay() float64 { return max(math.Round(cl.set.WatchDelay.Seconds()), 1) }

// rescan is in seconds, 0 for never.
func (cl *Client) rescan(replicate bool) int {
	if !replicate {
		return 0
	}
	return max(int(cl.set.Rescan.Seconds()), 1)
}

// introduce makes two machines known to each other. A device that is known already is left as it is. Only one of them learns where the
// other is: two that call each other at the same moment hang up on each other, and a daemon that is turned away several times does
// not call again for minutes. Should that one not get through, urge makes the other call.
func (cl *Client) introduce(ctx context.Context, a, b *machine) error {
	if err := cl.meet(ctx, a, b, dynamic); err != nil {
		return err
	}
	d, err := a.ask(ctx, cl.api(a))
	if err != nil {
		return err
	}
	return cl.meet(ctx, b, a, d.listen)
}

// dynamic is the address of a device that is found by discovery, or not at all.
const dynamic = "dynamic"

// meet makes a machine know another one at an address.
func (cl *Client) meet(ctx context.Context, m, other *machine, address string) error {
	d, err := other.ask(ctx, cl.api(other))
	if err != nil {
		return err
	}
	list, err := cl.api(m).Devices(ctx)
	if err != nil || slices.ContainsFunc(list, func(k rest.Device) bool { return k.DeviceID == d.id }) {
		return m.failed(err)
	}
	return m.failed(cl.api(m).PutDevice(ctx, rest.Device{DeviceID: d.id, Name: other.name + deviceSuffix,
		Addresses: []string{address}, Compression: "metadata"}))
}

// urge tells the source where the target is when the two have not found each other.
func (cl *Client) urge(ctx context.Context, cn *conn) {
	if why, _ := cl.unlinked(ctx, cn); why == "" {
		return
	}
	d, err := cn.dst.ask(ctx, cl.api(cn.dst))
	if err != nil {
		return
	}
	list, err := cl.api(cn.src).Devices(ctx)
	if err != nil {
		return
	}
	for _, k := range list {
		if k.DeviceID == d.id && strings.HasSuffix(k.Name, deviceSuffix) && slices.Equal(k.Addresses, []string{dynamic}) {
			_ = cl.api(cn.src).PatchDevice(ctx, d.id, rest.DevicePatch{Addresses: []string{d.listen}}) // tried again by the next mirror
		}
	}
}
