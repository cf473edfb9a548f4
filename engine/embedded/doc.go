// Package embedded is the engine for machines that are folders of this host.
//
// A machine is a folder; what is below it are the paths of that machine, and
// nothing outside is ever written. Connections, replication sets and the counter
// of connection ids live in a state folder and survive the process; while the
// engine is open it holds the lock of that folder.
//
// # What a copy is worth
//
// Single files are always whole: a reader of the copy sees the old or the new
// content. For several files that belong together, such as a database and its
// log, copying one after the other promises nothing by itself, and this is the
// hard part. It is decided by proof instead of hope. To settle a connection
// (Wait for consistent, Disconnect with Settle) the engine lets the queue run
// empty, holds the replication up and then
//
//  1. takes a signature of every name, size, inode, modification and change time of the set,
//  2. makes a difference pass,
//  3. takes the signature again.
//
// If both signatures are equal and the notifications were silent meanwhile (or,
// without capture, no change could have got a time stamp that is there already,
// see the clock of package copier),
// then no file changed between the end of step 1 and the beginning of step 3.
// The pass ran in between, so the copy equals the source at that instant. If not,
// it tries again until the time is over. A source that never holds still for the
// length of a pass cannot be settled, and the result says so. The limit: writes
// through a shared memory map are seen only when the system updates the file's
// times, so such a program must be paused or told to flush.
//
// # After a restart
//
// Connections are there again. What waited in a queue goes on in order: it is on
// disk. A mirror that was running is made again as a difference mirror, a paused one waits
// paused, and a connection that replicates begins to capture and makes a mirror, because nobody watched in
// between; the setting AutoRemirror says which, or none. These mirrors do not make a missing folder of a copy anew: it may be on
// a disk that is not mounted. Files deleted while nobody watched stay in the copy unless the connection
// removes orphans.
//
// A mirror that somebody asks for takes over from such an automatic one.
//
// # Held ways
//
// A held target or a paused transmission closes the way between two machines: what
// is captured waits in order, mirrors stand still, and nothing is written once the
// operation has answered, except that a mirror finishes the small files in its
// hands. The state of a way is kept, and after a restart with a closed way the
// copy is caught up with when it opens.
//
// # Queues
//
// A queue holds changed paths, not contents. Changes that wait longer than an instant are written to the state folder, and those that
// memory has no room for are only there. When that is full as well, the queue is given up: the connection counts as cut until changes get
// through, then captures again and mirrors. Nothing of it is flushed to the device, since a process that is killed
// loses nothing that way; after a power failure the mirror takes the queue's place.
//
// # Blocked paths
//
// The top folder of a blocked copy belongs to the engine alone, by its permissions and its owner. What it had is in the state before it is
// closed; passes change that instead of the folder, and nobody takes the closed state of a folder for its own: neither a chain of copies nor a
// snapshot hands it on.
//
// # Limits
//
// Fifos, sockets and devices are skipped with a note. Hard links within the set,
// extended attributes, ACLs and holes are kept on Linux only. A symbolic link on
// the way to a root must be relative and stay within its machine. A large file that
// is written to again and again is compared and, where the file system cannot share
// blocks, written anew as a whole each time, since a reader must never see half of
// it; only what was appended is written in place.
package embedded
