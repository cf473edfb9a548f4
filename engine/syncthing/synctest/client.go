package synctest

// This file has the client that tests speak to daemons with, apart from the one that is tested.

import (
	"bytes"
	"crypto/sha256"
	"crypto/tls"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"time"
)

// insecure trusts every daemon: it is one of our own.
func insecure() *http.Client {
	return &http.Client{Timeout: 5 * time.Second, Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}} //nolint:gosec // loopback
}

// Call sends a call and decodes the answer; body and out may be nil.
func (d *Daemon) Call(method, path string, body, out any) error {
	var text io.Reader
	if body != nil {
		data, err := json.Marshal(body)
		if err != nil {
			return err
		}
		text = bytes.NewReader(data)
	}
	req, err := http.NewRequest(method, d.URL+"/rest/"+path, text)
	if err != nil {
		return err
	}
	req.Header.Set("X-API-Key", d.Key)
	client := insecure()
	defer client.CloseIdleConnections()
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	switch {
	case err != nil:
		return err
	case resp.StatusCode > 299:
		return fmt.Errorf("%s %s: %s: %s", method, path, resp.Status, answer)
	case out == nil:
		return nil
	}
	return json.Unmarshal(answer, out)
}

// Fingerprint returns the fingerprint of the certificate of the daemon's API.
func (d *Daemon) Fingerprint() (string, error) {
	text, err := os.ReadFile(filepath.Join(d.Home, "https-cert.pem"))
	if err != nil {
		return "", err
	}
	block, _ := pem.Decode(text)
	if block == nil {
		return "", fmt.Errorf("no certificate in %s", d.Home)
	}
	sum := sha256.Sum256(block.Bytes)
	return "sha256:" + hex.EncodeToString(sum[:]), nil
}

// CA returns the certificate of the daemon's API in PEM form, which signs itself.
func (d *Daemon) CA() ([]byte, error) { return os.ReadFile(filepath.Join(d.Home, "https-cert.pem")) }
