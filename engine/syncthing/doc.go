// Package syncthing is the engine for machines that are really apart: it drives Syncthing daemons through their REST API.
//
// The network, the encryption and the identity of machines are Syncthing's; nothing of this project runs on the machines. A connection is one
// folder in the configuration of both daemons for each root of its replication set, send-only on the source and receive-only on the
// target, with an id of its own. Several connections may share a source path, each with its copy.
//
// # Whose is it
//
// The hard part is to work inside the configuration of a daemon that people use as well. It is decided by two marks: the id of every folder that the driver
// makes begins with "smrscript-", and its label holds the connection as JSON. Only folders with both are ever changed or removed; a copy that
// would lie within any other folder is refused. The labels are also all that is needed to find connections again: after a restart of the
// script, or from another host. The state folder holds replication sets, the counter of ids and how mirrors ended. A device
// is removed again only if the driver made it known, which its name says.
//
// Rules become ignore patterns on the target only, because folders that share a source path also share its .stignore: patterns there
// would leave files out of other connections.
//
// # When is a mirror over
//
// Syncthing calls a target complete that has not heard of a change. So a mirror scans both ends, asks the source how many changes it has counted (its
// sequence), and is over when the target knows of that many, needs nothing and is idle.
//
// # What a frozen copy is worth
//
// To settle a copy the driver
//
//  1. scans the source and waits until all that was found has arrived,
//  2. pauses the target's folder, which returns when nothing is written any more,
//  3. scans the source again.
//
// Anything sent after step 1 would have been counted by the source; if the second scan leaves the count as it was, nothing was sent and no file
// of the source changed between its two visits, so the copy equals the source at the instant of step 2. If not, the target runs on and the driver tries again until
// the time is over. The limit: a change that keeps size and modification time of a file is not seen by a scan.
//
// Disconnecting pauses the target's folder first, then the source's. Both stay paused in the daemons' saved configuration across restarts.
// The daemons keep the index, so that connecting again compares changes instead of contents, until the replication set is deleted or renamed, or
// at once with Settings.Forget.
//
// # Limits
//
// Syncthing sends what differs, so "all" and "different" are one. A checksum mirror makes the folders anew, which reads every file
// on both ends, the target's first: what it reads after it has heard of the source's files it compares by size and time only. docs/engines/syncthing.md lists what is refused by name, what behaves otherwise than in the embedded engine, and why.
package syncthing
