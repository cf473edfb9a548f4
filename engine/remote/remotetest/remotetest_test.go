package remotetest

// This file tests what tests rely on.

import (
	"crypto/tls"
	"io"
	"net"
	"os"
	"runtime"
	"strings"
	"sync"
	"testing"
)

// greet connects a client with a server on this host and returns what the client reads, or why it cannot.
func greet(t *testing.T, server, client *tls.Config) (string, error) {
	t.Helper()
	l, err := tls.Listen("tcp", "127.0.0.1:0", server)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	var wg sync.WaitGroup
	defer wg.Wait()
	wg.Go(func() {
		if c, err := l.Accept(); err == nil {
			_, _ = io.WriteString(c, "hello")
			_ = c.Close()
		}
	})
	c, err := tls.Dial("tcp", l.Addr().String(), client)
	if err != nil {
		return "", err
	}
	defer c.Close()
	text, err := io.ReadAll(c)
	return string(text), err
}

func TestCertificate(t *testing.T) {
	one, other := NewCertificate(t), NewCertificate(t)
	if text, err := greet(t, one.Server(t), one.Client()); text != "hello" || err != nil {
		t.Errorf("those who trust it: %q, %v", text, err)
	}
	if _, err := greet(t, one.Server(t), other.Client()); err == nil {
		t.Error("those who trust another one")
	}
	if _, err := greet(t, one.Server(t), &tls.Config{}); err == nil {
		t.Error("those who trust the system's")
	}
	named := one.Client()
	named.ServerName = "example.org"
	if _, err := greet(t, one.Server(t), named); err == nil {
		t.Error("it is good for another host")
	}
}

func TestFiles(t *testing.T) {
	certificate, key := NewCertificate(t).Files(t)
	pair, err := tls.LoadX509KeyPair(certificate, key)
	if err != nil {
		t.Fatal(err)
	}
	if len(pair.Leaf.IPAddresses) != 1 || !pair.Leaf.IPAddresses[0].Equal(net.IPv4(127, 0, 0, 1)) {
		t.Errorf("for %v", pair.Leaf.IPAddresses)
	}
	if info, err := os.Stat(key); err != nil || info.Mode().Perm() != 0o600 && runtime.GOOS != "windows" {
		t.Errorf("the key: %v, %v", info.Mode(), err)
	}
}

func TestLog(t *testing.T) {
	var l Log
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 100 {
				if n, err := io.WriteString(&l, "line\n"); n != 5 || err != nil {
					t.Errorf("%d, %v", n, err)
				}
				if text := l.String(); !strings.HasSuffix(text, "line\n") {
					t.Errorf("cut: %q", text)
				}
			}
		})
	}
	wg.Wait()
	if text := l.String(); text != strings.Repeat("line\n", 400) {
		t.Errorf("%d bytes", len(text))
	}
}
