package enginetest

// This file states how a source is watched and lost, stood in for and brought back, and who is told.

import (
	"os"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
)

func failoverCases() map[string]func(*bench) {
	return map[string]func(*bench){
		"monitors kept": monitorsKept,
		"source lost":   sourceLost,
		"cycle":         cycle,
		"notices":       notices,
	}
}

func monitorsKept(b *bench) {
	m := engine.Monitor{Label: "night"}
	if lacks(b, engine.SaveMonitor{Monitor: m, Create: true}) {
		for _, op := range []engine.Op{engine.ListMonitors{}, engine.RunMonitor{Label: "night"}, engine.DeleteMonitor{Label: "night"}} {
			refuse(b, engine.CodeUnsupported, op)
		}
		return
	}
	refuse(b, engine.CodeMonitorExists, engine.SaveMonitor{Monitor: m, Create: true})
	refuse(b, engine.CodeNoMonitorConfig, engine.RunMonitor{Label: "night"})
	m.Source, m.Target, m.Missed = b.Source, b.Target, 3
	do(b, engine.SaveMonitor{Monitor: m})
	do(b, engine.RunMonitor{Label: "NIGHT"})
	b.reopen()
	if list := do(b, engine.ListMonitors{}); len(list) != 1 || !list[0].Running || list[0].Missed != 3 || list[0].State != "ok" {
		b.Errorf("%+v", list)
	}
	do(b, engine.RunMonitor{Label: "night", Stop: true})
	refuse(b, engine.CodeNotMonitored, engine.RunMonitor{Label: "night", Stop: true})
	do(b, engine.DeleteMonitor{Label: "night"})
	refuse(b, engine.CodeNoMonitor, engine.DeleteMonitor{Label: "night"})
}

// lost moves the source's folder away, and back.
func (b *bench) lost(yes bool) {
	b.Helper()
	from, to := b.SourceDir, b.SourceDir+" lost"
	if !yes {
		from, to = to, from
	}
	b.must(os.Rename(from, to))
}

// sourceLost: a target takes over from a source that answers no more, and not before.
func sourceLost(b *bench) {
	ongoing(b)
	m := engine.Monitor{Label: "watch", Source: b.Source, Target: b.Target, Interval: time.Second, Missed: 2, Automatic: true}
	if lacks(b, engine.SaveMonitor{Monitor: m, Create: true}) {
		return
	}
	do(b, engine.RunMonitor{Label: "watch"})
	state := func(want string) func() bool {
		return func() bool { return do(b, engine.ListMonitors{})[0].State == want }
	}
	if !state("ok")() {
		b.Errorf("%+v", do(b, engine.ListMonitors{}))
	}
	b.lost(true)
	b.passes("the failover", time.Second, state("failed over"))
	refuse(b, engine.CodeFailedOver, engine.Failover{Source: b.Source, Target: b.Target})
	if list := do(b, engine.FindConnections{Source: b.Source}); len(list) != 0 {
		b.Errorf("still connected: %+v", list)
	}
	b.lost(false)
	do(b, engine.RunMonitor{Label: "watch", Stop: true})
}

// cycle is all of it: the copy is blocked, the source is lost, people work on the copy, the source gets their work and is
// connected again. Nothing of it is lost.
func cycle(b *bench) {
	id := ongoing(b)
	over := engine.Failover{Source: b.Source, Target: b.Target}
	back := engine.Failback{Source: b.Source, Target: b.Target}
	blocks := !lacks(b, engine.BlockTargetPath{ID: id})
	b.lost(true)
	if lacks(b, over) {
		refuse(b, engine.CodeUnsupported, back)
		b.lost(false)
		return
	}
	b.write(b.TargetDir, "copy/f", "worked on")
	b.write(b.TargetDir, "copy/made", "meanwhile")
	b.lost(false)
	connect := engine.Connect{Source: b.Source, Repset: "s", Target: b.Target, Mapping: base("/copy"), Mirror: &engine.MirrorOptions{}}
	refuse(b, engine.CodeFailedOver, connect)
	b.reopen()
	restored := do(b, engine.Restore{Source: b.Source, Repset: "s", Target: b.Target, Options: engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: true}})
	b.mirrored(restored)
	do(b, engine.Disconnect{ID: restored})
	b.content(b.src("data/f"), "worked on")
	b.content(b.src("data/made"), "meanwhile")
	do(b, back)
	refuse(b, engine.CodeNotFailedOver, back)
	id = do(b, connect)
	b.mirrored(id)
	if st := do(b, engine.GetConnection{ID: id}); st.PathBlocked != blocks {
		b.Errorf("connected again: %+v", st)
	}
	if blocks {
		do(b, engine.BlockTargetPath{ID: id, Unblock: true})
	}
	b.same(b.src("data"), b.dst("copy"))
}

// notices: they are kept, and reach a mail server.
func notices(b *bench) {
	n := engine.Notices{Server: "127.0.0.1:1", From: "smr@example.org", To: []string{"admin@example.org"}, Subject: "[smr]"}
	if lacks(b, engine.SaveNotices{Notices: n}) {
		refuse(b, engine.CodeUnsupported, engine.GetNotices{})
		refuse(b, engine.CodeUnsupported, engine.SendNotice{Subject: "x"})
		return
	}
	refuse(b, engine.CodeFailed, engine.SendNotice{Subject: "nobody listens"})
	server, mails := ServeMail(b.T)
	n.Server = server
	do(b, engine.SaveNotices{Notices: n})
	b.reopen()
	if got := do(b, engine.GetNotices{}); got.Server != server || got.From != n.From || len(got.To) != 1 || got.Enabled {
		b.Errorf("%+v", got)
	}
	do(b, engine.SendNotice{Subject: "nightly", Text: "all copies verified"})
	select {
	case got := <-mails:
		if !strings.Contains(got, "Subject: [smr] nightly") || !strings.Contains(got, "all copies verified") {
			b.Errorf("the mail: %s", got)
		}
	case <-b.ctx.Done():
		b.Error("no mail came")
	}
	refuse(b, engine.CodeBadParameter, engine.SaveNotices{Notices: engine.Notices{From: "nobody at all"}})
}
