// Package handle holds perl's file handles: reading by line, buffered writing, layers, pipes, directories, file tests,
// globbing, and the processes that pipes and system lead to.
//
// Perl counts references and so closes, and flushes, a lexical handle when its scope ends. Nothing is counted here.
// What decides the design is that such a handle's data must be visible all the same: a Set keeps strong references
// to just those handles that hold unwritten data or a child process, writes them out before anything of the same
// interpreter could look (opening, stat, a child, the end), and leaves every other forgotten handle to the garbage
// collector, which closes its file.
//
// A Set and its handles belong to one goroutine at a time. The working directory is the Set's own: chdir never
// changes the process's.
package handle

// This file defines Handle, the state that its reader, writer and layers share.

import (
	"io"
)

const (
	bufferSize = 64 << 10 // full size of a read buffer, and what a write buffer holds before it is written out
	firstRead  = 8 << 10  // size of a handle's first read; files that are smaller need no full buffer
)

// A File is what a handle reads and writes: an *os.File, or an FS implementation's own. A Handle uses these further
// methods when a File has them: Stat() (fs.FileInfo, error), Truncate(int64) error, SyscallConn() (syscall.RawConn, error),
// Chmod(fs.FileMode) error.
type File interface {
	io.Reader
	io.Writer
	io.Seeker
	io.Closer
}

// A Handle is one open (or closed) file handle. The zero Handle is closed; handles come from a Set.
type Handle struct {
	set  *Set
	d    *descriptor // nil when closed
	name string      // what it was opened from, for messages: a path, a command
	num  int         // perl's fileno; -1 for none

	flags  flags
	layers layering

	// Reader: in[pos:end] has been read ahead and is decoded.
	in       []byte
	pos, end int
	shift    int    // how far Ungetc moved in: in[i] was decoded at i+shift
	arena    []byte // room for short lines, never used twice
	line     int64

	// Only in transcoding handles: in was decoded from raw[:rawUsed]; raw[rawUsed:rawEnd] is not decoded yet.
	raw             []byte
	rawUsed, rawEnd int
	dec             decoder // state behind in
	chunk           decoder // state before in

	// Writer.
	out        []byte
	held       int     // calls of Hold
	next, prev *Handle // the set's dirty list
	failed     error   // the first error of a write, which close reports

	child *child // the process behind a pipe
}

type flags uint16

const (
	canRead flags = 1 << iota
	canWrite
	appends
	autoflush
	lineFlush  // a terminal: written out after every line
	terminal   // the file is a terminal
	snarfed    // a line was read: slurping at the end of the file then gives no empty string
	immediate  // writes are not held back: STDERR
	memory     // the file is a scalar: writes are never held back
	standard   // one of the three standard handles
	direct     // writing is appending to out and nothing else
	transcodes // what is read differs from the file's bytes
	sawMark    // the byte order mark has been written
	dirty      // in the set's dirty list
	piped      // a process is, or was, at the other end
)

// A descriptor is an open file that several handles may share, as dup'ed descriptors share their position.
type descriptor struct {
	file File
	refs int
	host bool   // belongs to the program that made the set: never closed
	temp string // a temporary file to remove when it is closed
}
