package embedded

// This file shares room between those who need some of it.

import "sync/atomic"

// allowance is the room on disk that the queues of a machine share, in bytes. It may be made smaller than what is taken; then nothing
// more is to be had until enough was given back.
type allowance struct{ most, taken atomic.Int64 }

func newAllowance(most int64) *allowance {
	a := &allowance{}
	a.most.Store(most)
	return a
}

// take takes room, entirely or not at all.
func (a *allowance) take(n int64) bool {
	if a.taken.Add(n) > a.most.Load() {
		a.taken.Add(-n)
		return false
	}
	return true
}

// charge enters room that is taken already, whatever there is; less than 0 gives it back.
func (a *allowance) charge(n int64) { a.taken.Add(n) }

// left is what there is for somebody who has taken own of it, with that.
func (a *allowance) left(own int64) int64 { return max(a.most.Load()-a.taken.Load(), 0) + own }
