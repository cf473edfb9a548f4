package syncthing

// This file helps daemons on that misunderstand each other.

import (
	"context"
	"fmt"
	"time"

	"github.com/smrscript/smrscript/engine/syncthing/rest"
)

// nudgeAfter is how long nothing may move between idle daemons that speak with each other until they are nudged. It doubles each time.
const nudgeAfter = 3 * time.Second

// stall notices that nothing moves.
type stall struct {
	mark  string
	since time.Time
	wait  time.Duration
}

// due reports whether things have stood as mark says for long enough; the time begins anew then.
func (s *stall) due(mark string) bool {
	now := time.Now()
	if s.mark != mark || s.since.IsZero() {
		s.mark, s.since, s.wait = mark, now, nudgeAfter
		return false
	}
	if now.Sub(s.since) < s.wait {
		return false
	}
	s.since, s.wait = now, 2*s.wait
	return true
}

// unstick nudges both ends of a connection when nothing has moved for a while. A daemon tells the other which folders run whenever that
// changes; when several folders change at the same moment, what is told last may be older than what was told first, and the
// other takes a folder for paused that is not: it sends it nothing and asks it for nothing until it is told again.
// The target looks at all its files then, which a caller may not want.
func (cl *Client) unstick(ctx context.Context, cn *conn, s *stall, t measure, there, both bool) {
	if len(t.trouble) > 0 {
		s.mark = ""
		return
	}
	if !t.idle { // one that tries again, and fails again, has not moved
		return
	}
	mark := fmt.Sprint(there, t.to.NeedTotalItems, t.to.NeedBytes, t.to.GlobalFiles, t.to.GlobalDirectories, t.to.GlobalBytes)
	if !s.due(mark) {
		return
	}
	if why, _ := cl.unlinked(ctx, cn); why != "" {
		return
	}
	cl.nudge(ctx, cn.src, cn)
	if both {
		cl.nudge(ctx, cn.dst, cn)
	}
}

// nudge makes a daemon start the folders of a connection anew and tell the other about all it has, without pausing any. It changes how long
// a folder rests after it has failed to get something, by a second. Nothing is lost when that does not succeed.
func (cl *Client) nudge(ctx context.Context, m *machine, cn *conn) {
	list, err := cl.folders(ctx, m)
	if err != nil {
		return
	}
	for _, f := range list {
		for _, p := range cn.parts {
			if f.ID == p.id && !f.Paused {
				rests := 2 + (f.PullerPauseS+1)%2
				_ = cl.api(m).PatchFolder(ctx, f.ID, rest.FolderPatch{PullerPauseS: &rests})
			}
		}
	}
}
