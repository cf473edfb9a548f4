package main

// This file tests mail about failed runs against a mail server on this host, without encryption. Passwords are in mail_trust_test.go.

import (
	"bufio"
	"crypto/tls"
	"encoding/base64"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net"
	"net/mail"
	"os"
	"strings"
	"testing"
	"time"
)

// A mailbox is a mail server that keeps what it is given.
type mailbox struct {
	address string
	tls     *tls.Config // offers STARTTLS, and asks for a password then
	refuse  bool        // no recipient is known
	mails   chan string // envelope, login and text of each
}

// newMailbox starts a server on this host.
func newMailbox(t *testing.T, box mailbox) *mailbox {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	box.address, box.mails = l.Addr().String(), make(chan string, 10)
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go box.serve(c)
		}
	}()
	return &box
}

// serve talks to one client.
func (m *mailbox) serve(c net.Conn) {
	defer func() { c.Close() }()
	_ = c.SetDeadline(time.Now().Add(time.Minute))
	in, encrypted, all := bufio.NewReader(c), false, ""
	say := func(format string, args ...any) { fmt.Fprintf(c, format+"\r\n", args...) }
	say("220 mailbox ESMTP")
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return
		}
		line = strings.TrimRight(line, "\r\n")
		switch verb, rest, _ := strings.Cut(line, " "); verb {
		case "EHLO":
			if m.tls == nil {
				say("250 mailbox")
			} else if !encrypted {
				say("250-mailbox\r\n250 STARTTLS")
			} else {
				say("250-mailbox\r\n250 AUTH PLAIN")
			}
		case "STARTTLS":
			say("220 go on")
			c = tls.Server(c, m.tls)
			in, encrypted = bufio.NewReader(c), true
		case "AUTH":
			login, _ := base64.StdEncoding.DecodeString(strings.TrimPrefix(rest, "PLAIN "))
			all += fmt.Sprintf("login %q\n", login)
			say("235 welcome")
		case "MAIL", "RCPT":
			if m.refuse && verb == "RCPT" {
				say("550 nobody of that name")
				continue
			}
			all += line + "\n"
			say("250 ok")
		case "DATA":
			say("354 go on")
			text, err := readDots(in)
			if err != nil {
				return
			}
			m.mails <- all + "\n" + text
			all = ""
			say("250 taken")
		case "QUIT":
			say("221 bye")
			return
		default:
			say("250 ok")
		}
	}
}

// readDots reads the text of a mail.
func readDots(in *bufio.Reader) (string, error) {
	var b strings.Builder
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return "", err
		}
		if line == ".\r\n" {
			return b.String(), nil
		}
		b.WriteString(strings.TrimPrefix(line, "."))
	}
}

// next waits for a mail and takes it apart.
func (m *mailbox) next(t *testing.T) (envelope string, header mail.Header, text, attachment string) {
	t.Helper()
	var raw string
	select {
	case raw = <-m.mails:
	case <-time.After(time.Minute):
		t.Fatal("no mail came")
	}
	envelope, raw, _ = strings.Cut(raw, "\n\n")
	msg, err := mail.ReadMessage(strings.NewReader(raw))
	if err != nil {
		t.Fatalf("%v: %s", err, raw)
	}
	_, params, err := mime.ParseMediaType(msg.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	parts := multipart.NewReader(msg.Body, params["boundary"])
	for i := range 2 {
		part, err := parts.NextPart()
		if err != nil {
			t.Fatal(err)
		}
		var body io.Reader = part
		if part.Header.Get("Content-Transfer-Encoding") == "base64" {
			body = base64.NewDecoder(base64.StdEncoding, part)
		}
		data, err := io.ReadAll(body)
		if err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			text = string(data)
		} else {
			attachment = string(data)
		}
	}
	return envelope, msg.Header, text, attachment
}

func TestMailOfFailure(t *testing.T) {
	world(t)
	box := newMailbox(t, mailbox{})
	flags := []string{"run", "--notify", "mailto:admin@example.org,night@example.org", "--mail-server", "smtp://" + box.address, "--mail-from", "jobs@example.org"}
	if err := os.WriteFile("bad.smr", []byte("source alpha;\ndisconnect 99;\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, errs, exit := invoke(t, "", append(flags, "bad.smr")...); exit != 1 || strings.Contains(errs, "notified") {
		t.Fatalf("exit %d, %s", exit, errs)
	}
	envelope, header, text, attachment := box.next(t)
	for _, want := range []string{"MAIL FROM:<jobs@example.org>", "RCPT TO:<admin@example.org>", "RCPT TO:<night@example.org>"} {
		if !strings.Contains(envelope, want) {
			t.Errorf("%q has no %s", envelope, want)
		}
	}
	if got := header.Get("Subject"); got != "smrscript: bad.smr failed, exit status 1" {
		t.Errorf("subject %q", got)
	}
	for _, want := range []string{"script:   bad.smr", "state:    failed, exit status 1", "(bad.smr line 2)", "connection 99"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text has no %q: %s", want, text)
		}
	}
	if !strings.Contains(attachment, `"smrscript_result":1`) || !strings.Contains(attachment, `"exit":1`) {
		t.Errorf("attached: %s", attachment)
	}
	// one that goes well is not told of; the next that does not is the next mail
	if _, errs, exit := invoke(t, "", append(flags, "-e", "print 1")...); exit != 0 {
		t.Fatalf("exit %d, %s", exit, errs)
	}
	if _, _, exit := invoke(t, "", append(flags, "-e", "exit 9")...); exit != 9 {
		t.Fatalf("exit %d", exit)
	}
	if _, header, _, _ := box.next(t); header.Get("Subject") != "smrscript: -e failed, exit status 9" {
		t.Errorf("subject %q", header.Get("Subject"))
	}
}

func TestMailThatCannotBeSent(t *testing.T) {
	world(t)
	box := newMailbox(t, mailbox{refuse: true})
	for server, want := range map[string]string{box.address: "nobody of that name", "127.0.0.1:1": "127.0.0.1:1"} {
		_, errs, exit := invoke(t, "", "run", "--notify", "mailto:admin@example.org", "--mail-server", "smtp://"+server, "-e", "exit 3")
		if exit != 3 || !strings.Contains(errs, "mailto:admin@example.org cannot be notified") || !strings.Contains(errs, want) {
			t.Errorf("%s: exit %d, %s", server, exit, errs)
		}
	}
	// a password is never sent in the clear
	t.Setenv("SMR_SECRET_MAIL", "open-sesame")
	plain := newMailbox(t, mailbox{})
	if _, errs, exit := invoke(t, "", "run", "--notify", "mailto:admin@example.org", "--mail-server", "smtp://robot@"+plain.address, "-e", "exit 3"); exit != 3 || !strings.Contains(errs, "STARTTLS") {
		t.Errorf("exit %d, %s", exit, errs)
	}
	select {
	case got := <-plain.mails:
		t.Errorf("sent: %s", got)
	default:
	}
}

func TestParseMailServer(t *testing.T) {
	for text, want := range map[string]mailServer{
		"":                            {host: "localhost", port: 25},
		"smtp://mail.example.org":     {host: "mail.example.org", port: 25},
		"smtp://robot@mail:2525":      {host: "mail", port: 2525, user: "robot"},
		"smtp://robot@mail":           {host: "mail", port: 587, user: "robot"},
		"smtps://a%40b@mail":          {host: "mail", port: 465, user: "a@b", implicit: true},
		"smtp://[::1]:26":             {host: "::1", port: 26},
		"mail.example.org":            {},
		"http://mail.example.org":     {},
		"smtp://u:p@mail.example.org": {},
		"smtp://mail/path":            {},
		"smtp://mail:port":            {},
	} {
		got, err := parseMailServer(text)
		if (err != nil) != (want.host == "") || err == nil && got != want {
			t.Errorf("%q: %+v, %v", text, got, err)
		}
	}
}
