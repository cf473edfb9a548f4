package agent

// This file sends notices by mail.

import (
	"context"
	"errors"
	"fmt"
	"net"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/wneessen/go-mail"

	"github.com/smrscript/smrscript/engine"
)

// mailTimeout bounds the sending of one mail.
const mailTimeout = 20 * time.Second

// kinds are the kinds of notices; those that are told unless chosen otherwise come first.
func kinds() (important, others []string) {
	return []string{string(engine.EventMirrorStopped), string(engine.EventFailure), string(engine.EventTargetState), "monitor", "schedule", "script", "task"},
		[]string{string(engine.EventConnected), string(engine.EventDisconnected), string(engine.EventMirrorStarted), string(engine.EventMirrorPaused),
			string(engine.EventMirrorResumed), string(engine.EventMirrorComplete), string(engine.EventReplication), string(engine.EventNote)}
}

func (a *Agent) noticeOp(ctx context.Context, op engine.Op) (engine.Result, error) {
	switch op := op.(type) {
	case engine.GetNotices:
		a.mu.Lock()
		defer a.mu.Unlock()
		return a.state.Notices, nil
	case engine.SaveNotices:
		return engine.Done{}, a.saveNotices(op.Notices)
	case engine.SendNotice:
		a.mu.Lock()
		n := a.state.Notices
		a.mu.Unlock()
		return engine.Done{}, send(ctx, n, op.Subject, op.Text)
	}
	return nil, nil
}

func (a *Agent) saveNotices(n engine.Notices) error {
	important, others := kinds()
	all := slices.Concat(important, others)
	for _, k := range slices.Concat(n.Include, n.Exclude) {
		if !slices.Contains(all, k) {
			return &engine.Error{Code: engine.CodeBadOption, Subject: k, Cause: fmt.Errorf("kinds of events are %s", strings.Join(all, ", "))}
		}
	}
	for _, address := range slices.Concat(n.To, []string{n.From}) {
		if address == "" {
			continue
		}
		if err := mail.NewMsg().To(address); err != nil {
			return &engine.Error{Code: engine.CodeBadParameter, Subject: address, Cause: err}
		}
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if err := a.change(func(s *state) { s.Notices = n }); err != nil {
		return err
	}
	switch {
	case n.Enabled && a.mailing == nil:
		a.follow()
	case !n.Enabled && a.mailing != nil:
		a.mailing()
		a.mailing = nil
	}
	return nil
}

// follow begins to turn events into notices. The mutex must be held, unless nobody knows the agent yet.
func (a *Agent) follow() {
	ctx, cancel := context.WithCancel(a.ctx)
	a.mailing = cancel
	a.working.Go(func() {
		for e, err := range a.Client.Events(ctx, engine.Filter{}) {
			if err != nil {
				continue // some events were lost; those to come are not
			}
			if e.Kind != engine.EventMirrorProgress {
				subject := fmt.Sprintf("connection %d: %s", e.Connection, e.Kind)
				a.tell(string(e.Kind), subject, strings.TrimSpace(fmt.Sprintf("%s to %s %s %s", e.Source, e.Target, e.Path, e.Text)))
			}
		}
	})
}

// tell notes something and sends it by mail, if that is wanted.
func (a *Agent) tell(kind, subject, text string) {
	important, _ := kinds()
	if slices.Contains(important, kind) {
		a.note("%s: %s", subject, text)
	}
	a.mu.Lock()
	n := a.state.Notices
	a.mu.Unlock()
	wanted := slices.Contains(important, kind)
	if len(n.Include) > 0 {
		wanted = slices.Contains(n.Include, kind)
	}
	if !n.Enabled || !wanted || slices.Contains(n.Exclude, kind) {
		return
	}
	if err := send(context.WithoutCancel(a.ctx), n, subject, text); err != nil {
		a.note("the notice %q cannot be sent: %v", subject, err)
	}
}

// send sends one mail. The connection is encrypted if the server offers that.
func send(ctx context.Context, n engine.Notices, subject, text string) error {
	failed := func(subject string, err error) error {
		return &engine.Error{Code: engine.CodeFailed, Subject: subject, Cause: err, Hint: "email server, email from and email to say where mail goes."}
	}
	switch {
	case len(n.To) == 0:
		return failed("", errors.New("nobody is named to send it to"))
	case n.Server == "":
		return failed("", errors.New("no mail server is named"))
	case n.From == "":
		return failed("", errors.New("no sender is named"))
	}
	m := mail.NewMsg()
	if err := errors.Join(m.From(n.From), m.To(n.To...)); err != nil {
		return failed("", err)
	}
	m.Subject(strings.TrimSpace(n.Subject + " " + subject))
	m.SetBodyString(mail.TypeTextPlain, strings.TrimRight(text, "\n")+"\n")
	options := []mail.Option{mail.WithTLSPolicy(mail.TLSOpportunistic), mail.WithTimeout(mailTimeout)}
	host := n.Server
	if h, port, err := net.SplitHostPort(n.Server); err == nil {
		number, err := strconv.Atoi(port)
		if err != nil {
			return failed(n.Server, fmt.Errorf("%q is no port", port))
		}
		host, options = h, append(options, mail.WithPort(number))
	} else {
		options = append(options, mail.WithPort(25))
	}
	client, err := mail.NewClient(host, options...)
	if err != nil {
		return failed(n.Server, err)
	}
	ctx, cancel := context.WithTimeout(ctx, mailTimeout)
	defer cancel()
	if err := client.DialAndSendWithContext(ctx, m); err != nil {
		return failed(n.Server, err)
	}
	return nil
}
