package remote

// This file defines how hosts know each other: certificates, authorities, fingerprints.

import (
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"strings"
)

// ListenTLS listens on a TCP address with a certificate and its key in PEM form.
func ListenTLS(address string, certificate, key []byte) (net.Listener, error) {
	pair, err := tls.X509KeyPair(certificate, key)
	if err != nil {
		return nil, fmt.Errorf("the certificate and its key cannot be used: %w", err)
	}
	return tls.Listen("tcp", address, &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12})
}

// A Trust says which server is the right one. The zero value trusts what the system trusts.
type Trust struct {
	CA          []byte // PEM of the authorities that may have signed its certificate
	Fingerprint string // "sha256:" and the hex digest of its certificate; then nothing else counts
}

// ParseFingerprint reads a fingerprint. Colons between the digits and the letter case do not matter.
func ParseFingerprint(text string) ([]byte, error) {
	digits, ok := strings.CutPrefix(strings.ToLower(text), "sha256:")
	sum, err := hex.DecodeString(strings.ReplaceAll(digits, ":", ""))
	if !ok || err != nil || len(sum) != sha256.Size {
		return nil, errors.New("a fingerprint is written sha256: and 64 hexadecimal digits")
	}
	return sum, nil
}

// Fingerprint returns the fingerprint of a certificate in DER form.
func Fingerprint(der []byte) string {
	sum := sha256.Sum256(der)
	return "sha256:" + hex.EncodeToString(sum[:])
}

// config returns what TLS is spoken with.
func (t Trust) config() (*tls.Config, error) {
	cfg := &tls.Config{MinVersion: tls.VersionTLS12}
	if t.CA != nil {
		cfg.RootCAs = x509.NewCertPool()
		if !cfg.RootCAs.AppendCertsFromPEM(t.CA) {
			return nil, errors.New("the file of authorities holds no certificate")
		}
	}
	if t.Fingerprint == "" {
		return cfg, nil
	}
	want, err := ParseFingerprint(t.Fingerprint)
	if err != nil {
		return nil, err
	}
	cfg.InsecureSkipVerify = true // the certificate itself is known, which is more than who signed it
	cfg.VerifyConnection = func(cs tls.ConnectionState) error {
		got := Fingerprint(cs.PeerCertificates[0].Raw)
		if got != "sha256:"+hex.EncodeToString(want) {
			return fmt.Errorf("its certificate has the fingerprint %s, the configuration expects another", got)
		}
		return nil
	}
	return cfg, nil
}
