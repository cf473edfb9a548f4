package rest

// This file defines what can go wrong with a call.

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
)

// An Error is an answer of the daemon that says no.
type Error struct {
	Status int    // of HTTP
	Call   string // method and path, without the query
	Text   string // the daemon's words, one line
}

// Error returns the call and the daemon's words.
func (e *Error) Error() string {
	text := e.Text
	if text == "" {
		text = strings.ToLower(http.StatusText(e.Status))
	}
	return fmt.Sprintf("%s: %s (%d)", e.Call, text, e.Status)
}

// A DownError says that no answer came: the daemon does not run, cannot be reached, or is not the one that was expected.
type DownError struct {
	Address string // host and port, or URL
	Cause   error
}

// Error returns the address and the cause.
func (e *DownError) Error() string { return fmt.Sprintf("%s: %v", e.Address, e.Cause) }

// Unwrap returns the cause.
func (e *DownError) Unwrap() error { return e.Cause }

// IsDenied reports whether the daemon refused the key or the password.
func IsDenied(err error) bool {
	var e *Error
	return errors.As(err, &e) && (e.Status == http.StatusForbidden || e.Status == http.StatusUnauthorized)
}

// IsNotFound reports whether the daemon knows no such folder, device or call; a folder that is paused is "not found" to calls
// that ask for its index.
func IsNotFound(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Status == http.StatusNotFound
}

// IsDown reports whether no answer came.
func IsDown(err error) bool {
	var e *DownError
	return errors.As(err, &e)
}

// IsBusy reports whether the daemon, or what stands before it, said that it cannot answer now.
func IsBusy(err error) bool {
	var e *Error
	return errors.As(err, &e) && (e.Status == http.StatusBadGateway || e.Status == http.StatusServiceUnavailable || e.Status == http.StatusGatewayTimeout)
}

// passing reports whether a failure may be gone at the next try.
func passing(err error) bool {
	switch {
	case IsBusy(err):
		return true
	case errors.Is(err, errUntrusted), errors.Is(err, context.Canceled):
		return false
	}
	return IsDown(err)
}

// errUntrusted marks failures of trust, which trying again cannot mend.
var errUntrusted = errors.New("the daemon is not trusted")

// down wraps the failure of a transport and drops what repeats the URL.
func down(address string, err error) error {
	var ue *url.Error
	if errors.As(err, &ue) {
		if ue.Timeout() && !errors.Is(err, context.Canceled) {
			return &DownError{address, errors.New("it did not answer in time")}
		}
		err = ue.Err
	}
	var op *net.OpError
	if errors.As(err, &op) && op.Op == "dial" {
		err = op.Err
	}
	return &DownError{address, err}
}
