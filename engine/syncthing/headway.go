package syncthing

// This file decides when a copy is complete, and when what fails has failed for good.

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine/syncthing/rest"
)

const (
	// proofFor is how long a target must look complete while the source has heard all that it said and still misses something.
	proofFor = 10 * time.Second

	// passingFor is the least time that a failure of the kind that passes by itself is given without any headway. It is longer than
	// the pauses after which a daemon tries again the first few times.
	passingFor = 30 * time.Second

	// failingAtMost bounds how many times its limit a failure may last in all: a source that changes all the time always makes headway.
	failingAtMost = 6

	// The source is looked at again while items fail, less and less often.
	rescanFirst = 300 * time.Millisecond
	rescanLast  = 5 * time.Second
)

// proof is the evidence that a copy is complete. That the target knows of as many changes as the source has counted, and needs nothing,
// is not enough: daemons before 2.0 count a change as known before they count it as needed, and in between look complete. The source
// has no such moment: it takes an item for missing at the target until the target has said that it has it.
type proof struct {
	since time.Time // since when the target looks complete while the source misses something
}

// close reports whether the evidence is being waited for.
func (p *proof) close() bool { return !p.since.IsZero() }

// drop begins anew: the target does not even look complete.
func (p *proof) drop() { p.since = time.Time{} }

// given reports whether a copy that looks complete is. Should the two daemons disagree for good about an item, the target is believed
// once it has said the same for proofFor.
func (p *proof) given(ctx context.Context, cl *Client, cn *conn, t measure) (bool, error) {
	acked, heard, err := cl.acknowledged(ctx, cn, t)
	if err != nil || acked {
		return acked, err
	}
	if p.since.IsZero() || !heard {
		p.since = time.Now()
	}
	return time.Since(p.since) > proofFor, nil
}

// acknowledged reports whether the source knows that the target has everything but what was changed there, and whether it has heard all
// that the target had to say.
func (cl *Client) acknowledged(ctx context.Context, cn *conn, t measure) (acked, heard bool, err error) {
	d, err := cn.dst.ask(ctx, cl.api(cn.dst))
	if err != nil {
		return false, false, err
	}
	var missing int64
	heard = true
	for _, p := range cn.parts {
		said, err := cl.api(cn.dst).Completion(ctx, p.id, "")
		err = cn.dst.failed(err)
		var known rest.Completion
		if err == nil {
			known, err = cl.api(cn.src).Completion(ctx, p.id, d.id)
			err = cn.src.failed(err)
		}
		if rest.IsNotFound(err) { // paused or starting
			return false, false, nil
		}
		if err != nil {
			return false, false, err
		}
		heard = heard && known.Sequence >= said.Sequence
		missing += known.NeedItems
		if p.to != nil && !p.to.IgnoreDelete {
			missing += known.NeedDeletes
		}
	}
	if missing > t.to.ReceiveOnlyTotalItems {
		return false, heard, nil
	}
	acked, err = cl.nothingMissing(ctx, cn, d.id, t.to.ReceiveOnlyTotalItems)
	return acked, heard, err
}

// nothingMissing asks the source's index itself whether the target needs more than so many items.
func (cl *Client) nothingMissing(ctx context.Context, cn *conn, dst rest.DeviceID, but int64) (bool, error) {
	for _, p := range cn.parts {
		list, err := cl.api(cn.src).RemoteNeed(ctx, p.id, dst, int(but)+lookedAt)
		if rest.IsNotFound(err) {
			return false, nil
		}
		if err != nil {
			return false, cn.src.failed(err)
		}
		for _, f := range list {
			if f.Deleted && (p.to == nil || p.to.IgnoreDelete) {
				continue
			}
			if but--; but < 0 {
				return false, nil
			}
		}
	}
	return true, nil
}

// setback is something that fails. It is final when it has lasted for a limit without any headway.
type setback struct {
	first time.Time // when it began
	since time.Time // when it last made headway
	mark  string    // how things stood then
	last  time.Time // when the source was last looked at because of it
	pause time.Duration
}

// on reports whether something fails.
func (s *setback) on() bool { return !s.first.IsZero() }

// drop says that nothing fails any more.
func (s *setback) drop() { *s = setback{} }

// meet notes that something fails; another mark than last time is headway.
func (s *setback) meet(mark string) {
	now := time.Now()
	if !s.on() {
		s.first, s.pause, s.last = now, rescanFirst, now.Add(-rescanFirst)
	}
	if s.mark != mark || s.since.IsZero() {
		s.mark, s.since = mark, now
	}
}

// final reports whether it has lasted for long enough.
func (s *setback) final(limit time.Duration) bool {
	return s.on() && (time.Since(s.since) > limit || time.Since(s.first) > failingAtMost*limit)
}

// rescan reports whether it is time to look at the source again: what failed may have changed meanwhile, and what it is now is another
// question.
func (s *setback) rescan() bool {
	if !s.on() || time.Since(s.last) < s.pause {
		return false
	}
	s.last, s.pause = time.Now(), min(2*s.pause, rescanLast)
	return true
}

// failing notes that items fail at an idle target and says how long that may go on, and whether it is harmless: folders that the
// source removed and that hold something of the target's own.
func (cl *Client) failing(ctx context.Context, cn *conn, s *setback, t measure) (limit time.Duration, harmless bool) {
	why, _ := cl.unlinked(ctx, cn)
	s.meet(fmt.Sprint(t.to.NeedTotalItems, t.to.NeedBytes, t.to.Errors, why == ""))
	if cl.harmless(ctx, cn, t) {
		return errorsFor, true
	}
	if why != "" || t.to.NeedTotalItems > t.to.Errors || cl.passing(ctx, cn) {
		return max(passingFor, cl.set.Patience), false
	}
	return errorsFor, false
}

// passing reports whether some item fails because daemons have lost each other, or speak of different versions of it: that is over as
// soon as they have met and compared. It is over too when no item fails any more since errors were counted, which is an earlier question.
func (cl *Client) passing(ctx context.Context, cn *conn) bool {
	none := true
	for _, p := range cn.parts {
		errs, err := cl.api(cn.dst).FolderErrors(ctx, p.id, maxFailures)
		none = none && err == nil && len(errs) == 0 // without an answer nothing is known to pass
		for _, e := range errs {
			if strings.Contains(e.Error, "no connected device") || strings.Contains(e.Error, "peers who had this file went away") {
				return true
			}
		}
	}
	return none
}
