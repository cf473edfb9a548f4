package main

// This file tells of a failed run by mail.

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/user"
	"strconv"
	"strings"

	"github.com/wneessen/go-mail"

	"github.com/smrscript/smrscript/engine"
)

// mailFlags say how mail leaves this host.
type mailFlags struct {
	MailServer string `group:"job" placeholder:"URL" help:"The mail server for --notify mailto:..., as smtp://[USER@]HOST[:PORT], or smtps:// with encryption from the start. Default: smtp://localhost."`
	MailFrom   string `group:"job" placeholder:"ADDRESS" help:"The sender of such mail. Default: the user at this host."`
}

// mailSecret is the name of the secret that holds the password of a mail server's user.
const mailSecret = "mail"

// A mailServer is where mail is given to.
type mailServer struct {
	host, user string
	port       int
	implicit   bool // encrypted from the start
}

// parseMailServer reads the URL of a mail server; "" is the one of this host.
func parseMailServer(text string) (s mailServer, err error) {
	u, err := url.Parse(cmp.Or(text, "smtp://localhost"))
	if err != nil || u.Host == "" || u.Scheme != "smtp" && u.Scheme != "smtps" || strings.Trim(u.Path, "/") != "" {
		return s, fmt.Errorf("--mail-server %q: write smtp://[USER@]HOST[:PORT] or smtps://...", text)
	}
	if _, set := u.User.Password(); set {
		return s, fmt.Errorf("--mail-server: a password does not belong on a command line; it is the secret %q", mailSecret)
	}
	s = mailServer{host: u.Hostname(), user: u.User.Username(), port: 25, implicit: u.Scheme == "smtps"}
	switch {
	case u.Port() != "":
		s.port, err = strconv.Atoi(u.Port())
	case s.implicit:
		s.port = 465
	case s.user != "":
		s.port = 587
	}
	return s, err
}

// options are those of the mail library. A user's password only goes over an encrypted connection; without a user the connection is
// encrypted if the server offers it.
func (s mailServer) options(ctx context.Context, secret func(context.Context, string) (engine.Secret, error)) ([]mail.Option, error) {
	options := []mail.Option{mail.WithPort(s.port), mail.WithTimeout(notifyTime)}
	switch {
	case s.implicit:
		options = append(options, mail.WithSSL())
	case s.user != "":
		options = append(options, mail.WithTLSPolicy(mail.TLSMandatory))
	default:
		options = append(options, mail.WithTLSPolicy(mail.TLSOpportunistic))
	}
	if s.user == "" {
		return options, nil
	}
	password, err := secret(ctx, mailSecret)
	if err != nil {
		return nil, err
	}
	return append(options, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover), mail.WithUsername(s.user), mail.WithPassword(password.Reveal())), nil
}

// sendMail mails the document about a run to addresses, separated by commas.
func (f *mailFlags) sendMail(ctx context.Context, addresses string, doc *resultDocument, data []byte, secret func(context.Context, string) (engine.Secret, error)) error {
	server, err := parseMailServer(f.MailServer)
	if err != nil {
		return err
	}
	m := mail.NewMsg()
	if err := m.From(cmp.Or(f.MailFrom, sender())); err != nil {
		return err
	}
	if err := m.ToFromString(addresses); err != nil {
		return err
	}
	m.Subject(fmt.Sprintf("smrscript: %s %s, exit status %d", doc.Script, doc.State, doc.Exit))
	m.SetDate()
	m.SetMessageID()
	m.SetBodyString(mail.TypeTextPlain, doc.text())
	if err := m.AttachReader("result.json", bytes.NewReader(data), mail.WithFileContentType("application/json")); err != nil {
		return err
	}
	options, err := server.options(ctx, secret)
	if err != nil {
		return err
	}
	client, err := mail.NewClient(server.host, options...)
	if err != nil {
		return err
	}
	return client.DialAndSendWithContext(ctx, m)
}

// sender is the address of this user at this host.
func sender() string {
	name, host := "smrscript", "localhost"
	if u, err := user.Current(); err == nil && u.Username != "" {
		name = u.Username[strings.LastIndexByte(u.Username, '\\')+1:] // DOMAIN\name on Windows
	}
	if h, err := os.Hostname(); err == nil && h != "" && net.ParseIP(h) == nil {
		host = h
	}
	return name + "@" + host
}

// text says in a few lines how a run went.
func (d *resultDocument) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "script:   %s\nstate:    %s, exit status %d\nstarted:  %s\nduration: %.1f s\n", d.Script, d.State, d.Exit, d.Started.Format("2006-01-02 15:04:05 MST"), d.Seconds)
	if d.LastOp != "" {
		fmt.Fprintf(&b, "last:     %s (%s)\n", d.LastOp, d.LastPlace)
	}
	if n := d.Operations; n.Change+n.Destroy+n.Read > 0 {
		fmt.Fprintf(&b, "engine:   %d operations that read, %d that change, %d that may destroy; %d failed\n", n.Read, n.Change, n.Destroy, n.Failed)
	}
	if d.Error != "" {
		fmt.Fprintf(&b, "error:    %s\n", d.Error)
	}
	for _, f := range d.Failures {
		fmt.Fprintf(&b, "failed:   %s", f.Message)
		if f.File != "" {
			fmt.Fprintf(&b, " (%s line %d)", f.File, f.Line)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
