package runtime

// This file defines frames: where the variables of running subs live.
//
// A frame is a window of 256 values on a chunk of many. A sub's window begins at the first slot its caller does not
// use, so arguments are evaluated straight into the callee's first slots and a call allocates nothing. Slots are
// numbered by bytes, which spares every bounds check. Windows never move: when a chunk is full the next one begins.

import (
	"unsafe"

	"github.com/smrscript/smrscript/runtime/value"
)

// A Frame is the window of one running sub (or of the main program).
type Frame [256]value.Value

const (
	frameSlots   = 256
	maxSlots     = 240 // variables and temporaries of one sub; the rest is room for a callee's arguments
	chunkSlots   = 8192
	callbackSize = 1024
	maxChunks    = 20_000 // nested callbacks from Go code: 320 MB of frames
	slack        = 2 * frameSlots
	valueSize    = unsafe.Sizeof(value.Value{})
)

// window returns the frame that begins slots further on.
func (fr *Frame) window(slots int) *Frame {
	return (*Frame)(unsafe.Add(unsafe.Pointer(fr), uintptr(slots)*valueSize))
}

type frames struct {
	chunks [][]value.Value
	cur    int
	limit  uintptr // a window that begins here or later does not fit
}

func (f *frames) init() *Frame {
	f.chunks = [][]value.Value{make([]value.Value, chunkSlots)}
	f.setLimit()
	return f.base()
}

func (f *frames) base() *Frame { return (*Frame)(unsafe.Pointer(&f.chunks[f.cur][0])) }

func (f *frames) setLimit() {
	c := f.chunks[f.cur]
	f.limit = uintptr(unsafe.Pointer(&c[len(c)-slack]))
}

// full reports whether a window needs a new chunk.
func (f *frames) full(fr *Frame) bool { return uintptr(unsafe.Pointer(fr)) >= f.limit }

// push begins a new chunk of at least size slots and returns its first window.
func (f *frames) push(size int) *Frame {
	f.cur++
	if f.cur == len(f.chunks) {
		f.chunks = append(f.chunks, make([]value.Value, size))
	} else if len(f.chunks[f.cur]) < size {
		f.chunks[f.cur] = make([]value.Value, size)
	}
	f.setLimit()
	return f.base()
}

// popTo goes back to the chunk that was current at some earlier time, after a die.
func (f *frames) popTo(cur int) {
	if f.cur != cur {
		f.cur = cur
		f.setLimit()
	}
}
