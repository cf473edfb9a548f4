// Package remotetest holds what the tests of servers, of daemons and of the program around them share: a certificate for this host and
// a log that may be read while it is written.
//
// The certificate is its own authority, so that a client trusts it by its file alone, and ends after a day: nothing that a test leaves
// behind is good for anything.
package remotetest
