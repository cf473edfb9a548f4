package stdlib

// This file defines the session: what the replication commands of a script remember and work with.

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// A Session is what commands work with; it is the Session of a runtime.Config. The engine is opened by the first command
// that needs it, so that a script without commands costs nothing. A Session serves one VM at a time.
type Session struct {
	// Open opens the engine; nil: commands fail with CodeNoAnswer. After a failure the next command tries again,
	// because what was in the way may have gone.
	Open func(context.Context) (engine.Client, error)
	// Locate finds the file of this host behind a path of a machine, ok is false when it is on another one; nil: none is here.
	Locate func(machine string, path engine.Path) (file string, ok bool)
	// Wrap returns what stands in front of the engine: a plan, a record, an audit. It is called once the engine is open; nil: nothing.
	Wrap func(engine.Client) (engine.Client, error)
	// Secret fetches a secret by its name; nil: there are none.
	Secret func(ctx context.Context, name string) (engine.Secret, error)
	// Allow tells whether scripts may use words and operations of an effect; nil allows all.
	Allow func(engine.Effect) bool
	// Confined keeps commands from starting programs and from sending mail.
	Confined bool
	// Retries is how often an engine that does not answer is asked again; scripts change it by ON ERROR RETRY.
	Retries int
	// RetryDelay is the time before the first retry, which doubles each time; default: half a second.
	RetryDelay time.Duration
	// Retrying is told before each wait, op is nil when the engine cannot be opened; nil: nobody.
	Retrying func(op engine.Op, err error, attempt int, wait time.Duration)
	// Recorded says that the engine answers from a recording: it is never asked again.
	Recorded bool
	// Progress is told of mirrors that the script waits for; nil shows nothing.
	Progress Progress
	// Observe is told of every command when it has run; nil: nobody.
	Observe func(CommandEvent)
	// Version is the program's version.
	Version string

	client  engine.Client
	openErr error // of the last try, nil when the engine is open

	source, target string                    // the current machines
	current        draftKey                  // the current replication set; its name is "" for none
	drafts         map[draftKey]engine.Draft // sets that were opened for editing
	monitor        string                    // the current monitor
	measures       int                       // made by CONNECT ... TO TDU
	statsFile      string                    // named by STATS FILE
	sampler        *sampler                  // of STATS START
}

// A draftKey names a set: the same name on another source is another set.
type draftKey struct{ source, name string }

// keyOf returns the key of a set; the letter case of a machine does not matter.
func keyOf(source, name string) draftKey { return draftKey{strings.ToLower(source), name} }

// Progress shows how a mirror goes on that the script waits for. Update is called from another goroutine, between Begin and End.
type Progress interface {
	Begin(engine.ConnectionStatus)
	Update(engine.ConnectionID, engine.MirrorProgress)
	End(engine.ConnectionStatus)
}

// Client returns the engine, which is opened if need be.
func (s *Session) Client(ctx context.Context) (engine.Client, error) {
	if s.client != nil {
		return s.client, nil
	}
	if s.Open == nil {
		return nil, &engine.Error{Code: engine.CodeNoAnswer, Cause: errors.New("no engine is configured")}
	}
	client, err := s.open(ctx)
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		s.openErr = err
		return nil, &openError{err}
	}
	if s.Allow != nil {
		client = guarded{client, s.Allow}
	}
	if s.Confined {
		client = confined{client}
	}
	if !s.Recorded {
		client = patient{client, s}
	}
	if s.Wrap != nil {
		wrapped, err := s.Wrap(client)
		if err != nil {
			return nil, errors.Join(&openError{err}, client.Close())
		}
		client = wrapped
	}
	s.client, s.openErr = client, nil
	return client, nil
}

// OpenError returns why the engine could not be opened at the last try, nil when it is open or nobody asked for it.
func (s *Session) OpenError() error { return s.openErr }

// Close closes the engine if it was opened.
func (s *Session) Close() error {
	err := s.endStats()
	if s.client == nil {
		return err
	}
	err = errors.Join(err, s.client.Close())
	s.client = nil
	return err
}

// Unsaved names the replication sets whose changes were never saved, sorted.
func (s *Session) Unsaved() []string {
	var names []string
	for key, d := range s.drafts {
		if d.Changed() {
			names = append(names, key.name)
		}
	}
	slices.Sort(names)
	return names
}

// openError is the failure to open the engine. A command whose result nobody looks at ends the script with it: the
// commands after it could only fail in the same way.
type openError struct{ cause error }

func (e *openError) Error() string { return "the engine cannot be opened: " + e.cause.Error() }
func (e *openError) Unwrap() error { return e.cause }

// Fatal tells the runtime to end the script at an unhandled failure.
func (e *openError) Fatal() bool { return true }

// A call is one command being run, with its session.
type call struct {
	*runtime.CommandCall
	*Session
	data any // the output in a form for programs; nil: it says no more than the result
}

// shows says what the output shows, as it becomes JSON.
func (c *call) shows(data any) { c.data = data }

// command adapts the implementation of a command to the registry.
func command(f func(c *call) (value.Value, error)) runtime.CommandFunc {
	return func(rc *runtime.CommandCall) (value.Value, error) {
		s, ok := rc.Session().(*Session)
		if !ok {
			return value.Undef, &engine.Error{Code: engine.CodeNoAnswer, Cause: errors.New("this program runs scripts without an engine")}
		}
		if s.Observe != nil {
			return observed(rc, s, f)
		}
		return f(&call{CommandCall: rc, Session: s})
	}
}

// do performs an operation.
func do[R engine.Result](c *call, op engine.OpOf[R]) (r R, err error) {
	client, err := c.Client(c.Context())
	if err != nil {
		return r, err
	}
	r, err = engine.Call(c.asking(), client, op)
	return r, c.refused(err)
}

// refused names the command that an engine does not support.
func (c *call) refused(err error) error {
	var e *engine.Error
	if !errors.As(err, &e) || e.Code != engine.CodeUnsupported {
		return err
	}
	named := *e
	if e.Cause == nil {
		named.Cause = errors.New("the " + cmp.Or(e.Subject, "engine") + " has nothing like it")
	}
	if e.Cause == nil || named.Subject == "" || strings.HasSuffix(named.Subject, " engine") {
		named.Subject = c.words()
	}
	return &named
}

// words returns the command's words as they were given.
func (c *call) words() string {
	parts := []string{strings.ToUpper(strings.FieldsFunc(c.Entry.Usage, func(r rune) bool { return !unicode.IsLetter(r) })[0])}
	for i, a := range c.Args {
		if a.Keyword != "" && (i > 0 || a.Keyword != parts[0]) {
			parts = append(parts, a.Keyword)
		}
	}
	return strings.Join(parts, " ")
}

// asking returns the context of an operation, which says where in the script it comes from.
func (c *call) asking() context.Context {
	file, line := c.Place()
	words := strings.FieldsFunc(c.Entry.Usage, func(r rune) bool { return !unicode.IsLetter(r) })
	return engine.WithOrigin(c.Context(), engine.Origin{Script: file, Line: line, Command: strings.ToUpper(words[0])})
}

// done performs an operation that answers nothing but success.
func done(c *call, op engine.OpOf[engine.Done]) (value.Value, error) {
	_, err := do(c, op)
	return value.Undef, err
}

// text returns the text of a slot, "" if it was not given.
func (c *call) text(slot string) string {
	v, _ := c.Slot(slot)
	return nameOf(v)
}

// nameOf returns a name or path as engines have it. Scripts write them in UTF-8, which without use utf8 arrives as bytes;
// with it, characters below 256 arrive as one byte each, and such text is no UTF-8.
func nameOf(v value.Value) string {
	if text := v.String(); utf8.ValidString(text) {
		return text
	}
	return v.UTF8()
}

// named returns a slot's text or what is current; code is the failure when there is neither.
func (c *call) named(slot, current string, code engine.Code) (string, error) {
	if v, ok := c.Slot(slot); ok {
		if name := strings.TrimSpace(nameOf(v)); name != "" {
			return name, nil
		}
		return "", &engine.Error{Code: engine.CodeBadParameter, Cause: fmt.Errorf("the %s has an empty name", slot)}
	}
	if current == "" {
		return "", &engine.Error{Code: code}
	}
	return current, nil
}

// sourceName returns the source that a command is about.
func (c *call) sourceName() (string, error) { return c.named("source", c.source, engine.CodeNoSource) }

// repsetName returns the replication set that a command is about.
func (c *call) repsetName() (string, error) {
	return c.named("repset", c.current.name, engine.CodeNoRepsetSelected)
}

// connection returns the connection id of the command and, if given, the source it must belong to.
func (c *call) connection() (engine.ConnectionID, string, error) {
	v, _ := c.Slot("con_id")
	if text := v.String(); !v.IsNumber() && !v.LooksLikeNumber() {
		return 0, "", &engine.Error{Code: engine.CodeBadConnectionID, Subject: fmt.Sprintf("%q", text)}
	}
	return engine.ConnectionID(v.ToInt()), c.text("source"), nil
}
