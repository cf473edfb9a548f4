package rest

// This file decides whom to trust.

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"strings"
)

// ParseFingerprint reads "sha256:" and 64 hexadecimal digits, which may be in pairs with colons between, as openssl prints them.
func ParseFingerprint(text string) ([]byte, error) {
	kind, digits, ok := strings.Cut(text, ":")
	if !ok || !strings.EqualFold(kind, "sha256") {
		return nil, errors.New(`a fingerprint begins with "sha256:"`)
	}
	sum, err := hex.DecodeString(strings.ReplaceAll(digits, ":", ""))
	if err != nil || len(sum) != sha256.Size {
		return nil, fmt.Errorf("a SHA-256 fingerprint has %d hexadecimal digits", 2*sha256.Size)
	}
	return sum, nil
}

// ParseURL reads the address of a daemon. Plain HTTP is refused unless the host is loopback, and so is anything but
// scheme, host and port.
func ParseURL(text string) (*url.URL, error) {
	u, err := url.Parse(text)
	switch {
	case err != nil:
		return nil, errors.New("it is no URL") // the library would quote a password in it
	case u.User != nil:
		return nil, errors.New("user and password do not belong into the URL")
	case u.Host == "" || u.Scheme != "http" && u.Scheme != "https":
		return nil, errors.New("it begins with https:// or, for this host, http://")
	case strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "":
		return nil, errors.New("it ends after host and port")
	case u.Scheme == "http" && !loopbackName(u.Hostname()):
		return nil, fmt.Errorf("plain HTTP would send the key over the network to %s; switch HTTPS on in Syncthing and use https://", u.Hostname())
	}
	u.Path = ""
	return u, nil
}

func loopbackName(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	a, err := netip.ParseAddr(host)
	return err == nil && a.Unmap().IsLoopback()
}

// dialer returns the function that makes connections. With plain HTTP it refuses one that left this host, whatever the name
// resolved to.
func dialer(u *url.URL, d *net.Dialer) func(context.Context, string, string) (net.Conn, error) {
	if u.Scheme != "http" {
		return d.DialContext
	}
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		c, err := d.DialContext(ctx, network, address)
		if err != nil {
			return nil, err
		}
		if a, ok := c.RemoteAddr().(*net.TCPAddr); !ok || !a.IP.IsLoopback() {
			_ = c.Close()
			return nil, fmt.Errorf("%w: %s is not this host, and plain HTTP is for this host only", errUntrusted, address)
		}
		return c, nil
	}
}

// trust returns how to check the daemon's certificate.
func trust(cfg Config) (*tls.Config, error) {
	t := &tls.Config{MinVersion: tls.VersionTLS12}
	switch {
	case cfg.Fingerprint != "":
		want, err := ParseFingerprint(cfg.Fingerprint)
		if err != nil {
			return nil, err
		}
		// The pinned certificate is the whole trust: names and dates in it say nothing more.
		t.InsecureSkipVerify = true
		t.VerifyConnection = func(s tls.ConnectionState) error {
			got := sha256.Sum256(s.PeerCertificates[0].Raw)
			if subtle.ConstantTimeCompare(got[:], want) != 1 {
				return fmt.Errorf("%w: its certificate has the fingerprint sha256:%x", errUntrusted, got)
			}
			return nil
		}
	case len(cfg.CA) > 0:
		t.RootCAs = x509.NewCertPool()
		if !t.RootCAs.AppendCertsFromPEM(cfg.CA) {
			return nil, errors.New("the authority's file holds no certificate in PEM form")
		}
	}
	return t, nil
}

// distrust marks failures to verify a certificate, so that they are not tried again.
func distrust(err error) error {
	var cert *tls.CertificateVerificationError
	if errors.As(err, &cert) && !errors.Is(err, errUntrusted) {
		return fmt.Errorf("%w: %w", errUntrusted, cert.Err)
	}
	return err
}
