package copier

// This file decides when time stamps prove that nothing changed, whatever becomes of the clock meanwhile.
//
// Two stamps that are equal prove it only when no later change could have got the same one. So a stamp must lie apart from the whole
// time of the reading by more than the file system's tick, to either side: long ago, or ahead, as of files that were written before
// the clock was set back. And the clock must not have been set between, since it could have come by the stamp a second time.

import (
	"time"

	"github.com/smrscript/smrscript/engine/embedded/tree"
)

// tick is the longest time during which a file system may give two changes the
// same time stamp. A file is read only when its last change is further away.
const tick = 12 * time.Millisecond

// signTick is the same for signatures, which nothing checks again: with a margin.
const signTick = 25 * time.Millisecond

// moment is one look at both clocks.
type moment struct {
	wall time.Time // what time stamps are taken from; it may be set
	mono time.Time // only good for differences
}

// now looks at the clocks.
func (c *Copier) now() moment {
	t := time.Now()
	m := moment{t.Round(0), t}
	if c.Clock != nil {
		m.wall = c.Clock(t).Round(0)
	}
	return m
}

// stepped reports whether the clock was set between two moments. A clock that is only made to run faster or slower, by a thousandth at
// the most, was not.
func stepped(from, to moment) bool {
	passed := to.mono.Sub(from.mono)
	return (to.wall.Sub(from.wall) - passed).Abs() > tick/4+passed/1000
}

// rest is how long to wait until a change could not get the stamp s any more; 0 when it could not now.
func (m moment) rest(s tree.Stamp) time.Duration {
	if age := m.wall.Sub(s.Time()); age.Abs() < tick {
		return tick - age
	}
	return 0
}

// hides reports whether a change between two moments might have got the stamp s, where two changes within tick may get the same.
func hides(from, to moment, s tree.Stamp, tick time.Duration) bool {
	at := s.Time()
	return stepped(from, to) || at.After(from.wall.Add(-tick)) && at.Before(to.wall.Add(tick))
}

// outlives reports whether the last change of a copy came after that of its source. A copy that was changed in the future, by a clock
// that was set back since, tells nothing.
func outlives(di, si tree.Info, now tree.Stamp) bool {
	return di.CTime.After(si.CTime) && !di.CTime.After(now)
}

func (m moment) stamp() tree.Stamp { return tree.StampOf(m.wall) }
