//go:build !windows && !darwin

package main

// This file tests mail with a password, which goes over TLS only. The server's certificate is trusted through SSL_CERT_FILE, in a
// program of its own; Windows and macOS know no such variable, their stores of certificates are the system's.

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/engine/remote/remotetest"
)

func TestMailWithPassword(t *testing.T) {
	world(t)
	certificate := remotetest.NewCertificate(t)
	box := newMailbox(t, mailbox{tls: certificate.Server(t)})
	authority, _ := certificate.Files(t)
	cmd := exec.Command(os.Args[0], "run", "--notify", "mailto:admin@example.org", "--mail-server", "smtp://robot@"+box.address, "-e", "die qq(disk full\\n)")
	cmd.Env = append(os.Environ(), asProgram+"=1", "SSL_CERT_FILE="+authority, "SMR_SECRET_MAIL=open-sesame")
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState.ExitCode() != 255 || strings.Contains(string(out), "notified") || strings.Contains(string(out), "sesame") {
		t.Fatalf("%v: %s", err, out)
	}
	envelope, _, text, _ := box.next(t)
	if !strings.Contains(envelope, `login "\x00robot\x00open-sesame"`) || !strings.Contains(text, "error:    disk full") {
		t.Errorf("%q, %q", envelope, text)
	}
}
