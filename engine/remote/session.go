package remote

// This file keeps the sessions of a server.

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/access"
)

// A session is a client that is there, with its logins.
type session struct {
	*access.Session
	client string // as it calls itself
	local  bool
	busy   atomic.Int64 // requests under way
	ctx    context.Context
	cancel context.CancelFunc
	once   sync.Once
	reason string        // why the server ends it; set before gone is closed, and read by why only
	gone   chan struct{} // closed when the server ends it
}

// finish tells a client why its session ends.
func (x *session) finish(reason string) {
	x.once.Do(func() {
		x.reason = reason
		close(x.gone)
		x.cancel()
	})
}

// why returns the reason for which the server ended it; "" if it did not.
func (x *session) why() string {
	select {
	case <-x.gone:
		return x.reason
	default:
		return ""
	}
}

// newSession makes a session for a request.
func (s *Server) newSession(r *http.Request, local bool) *session {
	x := &session{Session: s.cfg.Keeper.Session(place(r, local)), client: clip(r.Header.Get(headerClient)), local: local, gone: make(chan struct{})}
	x.ctx, x.cancel = context.WithCancel(context.Background())
	return x
}

// place is where a request comes from: the host, whichever port it uses.
func place(r *http.Request, local bool) string {
	if local {
		return "socket"
	}
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

// clip keeps what strangers write into the log short.
func clip(text string) string { return text[:min(len(text), 300)] }

// serveSession opens a session and keeps it until either side ends it.
func (s *Server) serveSession(w http.ResponseWriter, r *http.Request, local bool) {
	x := s.newSession(r, local)
	defer x.cancel()
	defer x.Close()
	token := rand.Text() + rand.Text()
	if why := s.add(token, x); why != "" {
		http.Error(w, why, http.StatusServiceUnavailable)
		return
	}
	defer s.remove(token)
	s.log.Info("session begins", "from", place(r, local), "client", x.client)
	begun := time.Now()
	defer func() {
		s.log.Info("session ends", "from", place(r, local), "client", x.client, "user", x.User(), "seconds", int(time.Since(begun).Seconds()), "reason", x.why())
	}()
	out := newLines(w)
	if out.write(sessionLine{Session: token, Protocol: protocol, Version: s.cfg.Version}) != nil {
		return
	}
	ticker := time.NewTicker(min(beat, s.patience))
	defer ticker.Stop()
	for {
		select {
		case <-r.Context().Done(): // the client has gone
			return
		case <-x.gone:
			_ = out.write(sessionLine{End: x.why()})
			return
		case <-ticker.C:
			if time.Since(begun) > s.patience && x.stranger() {
				x.finish("nobody logged in")
				continue
			}
			if out.write(sessionLine{}) != nil {
				return
			}
		}
	}
}

// stranger reports whether a session of another host has not logged in. Ending it harms nobody: its client opens a new one when it
// needs it.
func (x *session) stranger() bool {
	return !x.local && x.busy.Load() == 0 && x.Highest() == engine.AccessNone
}

// add makes a session known, or says why that cannot be.
func (s *Server) add(token string, x *session) (refusal string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closing {
		return "the engine's daemon is stopping"
	}
	same := 0
	for _, y := range s.sessions {
		if y.local == x.local {
			same++
		}
	}
	if same >= mostSessions { // those of other hosts leave this one's room
		return "the engine's daemon has too many clients"
	}
	s.sessions[token] = x
	return ""
}

func (s *Server) remove(token string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.sessions, token)
}

// find returns the session of a request. Without one it makes one for just this request, logged in everywhere with the user and password
// of basic authentication if there is one; release ends that. ok is false when the request was answered.
func (s *Server) find(w http.ResponseWriter, r *http.Request, local bool) (x *session, release func(), ok bool) {
	if token := r.Header.Get(headerSession); token != "" {
		s.mu.Lock()
		x = s.sessions[token]
		s.mu.Unlock()
		if x == nil {
			http.Error(w, "there is no such session, or it has ended", http.StatusGone)
			return nil, nil, false
		}
		x.busy.Add(1)
		return x, func() { x.busy.Add(-1) }, true
	}
	x = s.newSession(r, local)
	release = func() {
		_ = x.Close()
		x.cancel()
	}
	if !s.authenticated(w, r, x) {
		release()
		return nil, nil, false
	}
	return x, release, true
}

// lines writes JSON values, a line each, as soon as they are there.
type lines struct {
	w       http.ResponseWriter
	control *http.ResponseController
	enc     *json.Encoder
}

func newLines(w http.ResponseWriter) *lines {
	w.Header().Set("Content-Type", "application/x-ndjson")
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return &lines{w, http.NewResponseController(w), enc}
}

func (l *lines) write(v any) error {
	if err := l.enc.Encode(v); err != nil {
		return err
	}
	return l.control.Flush()
}
