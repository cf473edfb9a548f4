// Package remote carries an engine over a socket: operations as JSON over HTTP, on a unix socket for programs of this user and over
// TLS for other hosts.
//
// A [Server] answers for an access.Keeper; a [Client] is an engine.Client whose engine is a server. There is no second schema: what
// travels are the engine's own operations, results, events and errors.
//
// The hard part is that either side may die at any moment. A client's logins live as long as one request that it keeps open, its
// session: when that connection breaks, the server forgets the logins and ends what the client was waiting for, while
// everything it asked for goes on. The client sees the same break from its side, fails what is under way with CodeNoAnswer, and opens
// a new session at the next operation, in which it logs in again as before. An operation is never sent twice unless
// the server has said that it did not begin it.
package remote
