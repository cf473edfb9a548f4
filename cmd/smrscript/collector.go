package main

// This file defines the tuning of the garbage collector. Go's default collects for the first time at 4 MB and then at every
// doubling, which costs a script that builds data up to half its time. Here at least 64 MB are allocated between two
// collections while the heap is small, and the usual proportion holds from then on.

import (
	"os"
	"runtime"
	"runtime/debug"
)

const (
	betweenCollections = 64 << 20 // bytes
	usualPercent       = 100
	startPercent       = 1600 // of the 4 MB that count as the smallest heap
)

// tuneCollector sets the collector's pace now and again after each collection. A GOGC in the environment is left alone.
func tuneCollector() {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(startPercent)
	afterCollection(&struct{ _ [16]byte }{}, startPercent)
}

// afterCollection arranges that the pace, now percent, is set anew when the collector has found the sentinel unused, which is
// once each cycle.
func afterCollection(sentinel *struct{ _ [16]byte }, percent int) {
	runtime.SetFinalizer(sentinel, func(*struct{ _ [16]byte }) {
		next := percentFor(liveBytes(percent))
		debug.SetGCPercent(next)
		afterCollection(&struct{ _ [16]byte }{}, next)
	})
}

// percentFor returns how much may be allocated before the next collection, in percent of the live heap.
func percentFor(live uint64) int {
	if live == 0 {
		return startPercent
	}
	return int(min(max(betweenCollections*100/live, usualPercent), startPercent))
}

// liveBytes is the size of what the last collection left, which the collector tells by when the next is due at a pace of percent.
// Package runtime/metrics says it directly, but its tables cost every start a tenth of a millisecond.
func liveBytes(percent int) uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.NextGC * 100 / uint64(100+percent)
}
