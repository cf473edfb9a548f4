// Package rest speaks to one Syncthing daemon: it has exactly the calls that the driver needs, typed.
//
// The hard part of a client for a daemon that restarts, is slow or sits behind a wire is knowing which failures pass. It is decided here, once:
// every call of this package may be made twice without harm (configuration is put, not appended; a scan scanned again finds nothing), so
// whatever fails before an answer arrived, and answers 502 to 504, are tried again with growing pauses until Config.Retry has
// passed. An answer that says no is never tried again: it is an *[Error] with the daemon's words.
//
// # Trust
//
// The key of a daemon is the key to everything on its host, so a client is refused that would give it away: plain HTTP goes to
// loopback addresses only, checked on the connection that was really made; redirects and proxies are not followed; over TLS the
// certificate is pinned by its fingerprint, or checked against a given authority or those of the system. No error, log or URL holds a
// key or a password.
package rest
