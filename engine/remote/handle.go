package remote

// This file answers requests.

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"time"

	"github.com/smrscript/smrscript/engine"
)

// handler answers the paths of the server.
func (s *Server) handler(local bool) http.Handler {
	mux := http.NewServeMux()
	handle := func(method, path string, f func(http.ResponseWriter, *http.Request, bool)) {
		mux.HandleFunc(method+" "+path, func(w http.ResponseWriter, r *http.Request) { f(w, r, local) })
	}
	handle("POST", pathSession, s.serveSession)
	handle("POST", pathDo, s.serveDo)
	handle("POST", pathEvents, s.serveEvents)
	handle("GET", pathStatus, s.serveStatus)
	handle("GET", pathMetrics, s.serveMetrics)
	handle("GET", pathHealth, s.serveHealth)
	if local {
		handle("POST", pathStop, s.serveStop)
	}
	return mux
}

// body reads the body of a request, which must not take forever.
func body(w http.ResponseWriter, r *http.Request) ([]byte, bool) {
	control := http.NewResponseController(w)
	_ = control.SetReadDeadline(time.Now().Add(readTime))
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, mostBytes))
	_ = control.SetReadDeadline(time.Time{})
	if err != nil {
		http.Error(w, "the request cannot be read: "+err.Error(), http.StatusBadRequest)
		return nil, false
	}
	return data, true
}

// asked finds the session of a request and reads its body. Who gets both calls release when the request is done.
func (s *Server) asked(w http.ResponseWriter, r *http.Request, local bool) (x *session, data []byte, release func(), ok bool) {
	if x, release, ok = s.find(w, r, local); !ok {
		return nil, nil, nil, false
	}
	if data, ok = body(w, r); !ok {
		release()
	}
	return x, data, release, ok
}

// while returns a context that ends with a request or the session, whichever comes first.
func (x *session) while(r *http.Request) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(r.Context())
	stop := context.AfterFunc(x.ctx, cancel)
	return ctx, func() { stop(); cancel() }
}

// serveDo performs an operation.
func (s *Server) serveDo(w http.ResponseWriter, r *http.Request, local bool) {
	x, data, release, ok := s.asked(w, r, local)
	if !ok {
		return
	}
	defer release()
	op, err := engine.DecodeOp(data)
	var result engine.Result
	name := "decode"
	if err == nil {
		name = op.Name()
		result, err = s.perform(r, x, op)
	}
	s.meter.done(name, engine.CodeOf(err))
	if r.Context().Err() != nil {
		return // nobody is there to answer
	}
	respond(w, name, result, err)
}

// perform performs an operation for a session, until the client or the session ends.
func (s *Server) perform(r *http.Request, x *session, op engine.Op) (engine.Result, error) {
	ctx, cancel := x.while(r)
	defer cancel()
	var origin engine.Origin
	if json.Unmarshal([]byte(r.Header.Get(headerOrigin)), &origin) == nil {
		ctx = engine.WithOrigin(ctx, origin)
	}
	begun := time.Now()
	result, err := x.Do(ctx, op)
	took := time.Since(begun)
	s.meter.took(op.Name(), took)
	if _, login := op.(engine.Login); login && result == engine.AccessNone && err == nil {
		s.meter.loginFailed.Inc()
	}
	if err != nil && r.Context().Err() == nil && x.ctx.Err() != nil {
		err = &engine.Error{Code: engine.CodeNoAnswer, Op: op.Name(), Cause: errors.New("the engine's daemon is stopping"), Hint: hintStopping()}
	}
	s.logDone(ctx, x, op, took, err)
	return result, err
}

// logDone writes an operation into the log: those that change something or fail, the others only for those who debug.
func (s *Server) logDone(ctx context.Context, x *session, op engine.Op, took time.Duration, err error) {
	level, text := slog.LevelInfo, "done"
	switch {
	case err != nil:
		text = "refused"
	case op.Effect() == engine.Read:
		level = slog.LevelDebug
	}
	if !s.log.Enabled(ctx, level) {
		return
	}
	attrs := []any{"op", op.Name(), "about", engine.MachineOf(op), "user", x.User(), "client", x.client, "origin", clip(engine.OriginOf(ctx).String()), "ms", took.Milliseconds()}
	if err != nil {
		attrs = append(attrs, "code", int(engine.CodeOf(err)), "error", err.Error())
	}
	s.log.Log(ctx, level, text, attrs...)
}

// respond writes the answer of an operation.
func respond(w http.ResponseWriter, name string, result engine.Result, err error) {
	var a answer
	if err != nil && !errors.As(err, &a.Error) {
		a.Error = &engine.Error{Code: engine.CodeFailed, Op: name, Cause: err}
	}
	if result != nil {
		data, err := engine.EncodeResult(result)
		if err != nil {
			a.Error = &engine.Error{Code: engine.CodeFailed, Op: name, Cause: err}
		}
		a.Result = data
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(a)
}

// serveEvents writes events as they happen.
func (s *Server) serveEvents(w http.ResponseWriter, r *http.Request, local bool) {
	x, data, release, ok := s.asked(w, r, local)
	if !ok {
		return
	}
	defer release()
	var filter engine.Filter
	if err := json.Unmarshal(data, &filter); err != nil {
		http.Error(w, "the filter cannot be read: "+err.Error(), http.StatusBadRequest)
		return
	}
	ctx, cancel := x.while(r)
	defer cancel()
	events := x.Events(ctx, filter)
	out := newLines(w)
	if out.write(eventLine{}) != nil { // says that from now on nothing is missed
		return
	}
	items := make(chan eventLine)
	go func() {
		defer close(items)
		for e, err := range events {
			line := eventLine{Event: &e}
			if err != nil {
				line = eventLine{Error: asError(err)}
			}
			select {
			case items <- line:
			case <-ctx.Done():
				return
			}
		}
	}()
	copyEvents(out, items)
	cancel()
	for range items {
		continue // the follower has ended once this is closed
	}
}

// copyEvents writes lines until there are no more or the client has gone.
func copyEvents(out *lines, items <-chan eventLine) {
	ticker := time.NewTicker(beat)
	defer ticker.Stop()
	for {
		select {
		case line, ok := <-items:
			if !ok {
				_ = out.write(eventLine{End: true})
				return
			}
			if out.write(line) != nil {
				return
			}
		case <-ticker.C:
			if out.write(eventLine{}) != nil {
				return
			}
		}
	}
}

func asError(err error) *engine.Error {
	var e *engine.Error
	if errors.As(err, &e) {
		return e
	}
	return &engine.Error{Code: engine.CodeFailed, Op: "events", Cause: err}
}

// authenticated logs a session in with basic authentication. On failure the request is answered.
func (s *Server) authenticated(w http.ResponseWriter, r *http.Request, x *session) bool {
	user, password, given := r.BasicAuth()
	if !given {
		return true
	}
	level, err := x.Authenticate(r.Context(), user, engine.NewSecret(password))
	if err == nil && level == engine.AccessNone {
		s.meter.loginFailed.Inc()
		deny(w, "wrong user or password")
	}
	return err == nil && level > engine.AccessNone
}

func deny(w http.ResponseWriter, why string) {
	w.Header().Set("WWW-Authenticate", `Basic realm="smrscript"`)
	http.Error(w, why, http.StatusUnauthorized)
}

// watching reports whether a request may read what is about the whole engine: anybody at the socket, elsewhere users.
func (s *Server) watching(w http.ResponseWriter, r *http.Request, local bool) bool {
	if local {
		return true
	}
	x, release, ok := s.find(w, r, local)
	if !ok {
		return false
	}
	defer release()
	if x.Highest() < engine.AccessMonitor {
		deny(w, "this needs a user")
		return false
	}
	return true
}

// serveStatus describes the server.
func (s *Server) serveStatus(w http.ResponseWriter, r *http.Request, local bool) {
	if !s.watching(w, r, local) {
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(s.Status(r.Context()))
}

// serveHealth says whether the engine answers.
func (s *Server) serveHealth(w http.ResponseWriter, r *http.Request, _ bool) {
	ctx, cancel := context.WithTimeout(r.Context(), readTime)
	defer cancel()
	_, err := engine.Call(ctx, s.cfg.Keeper.Engine(), engine.Version{})
	select {
	case <-s.stopped:
		err = errors.New("the engine's daemon is stopping")
	default:
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	_, _ = io.WriteString(w, "ok\n")
}

// serveStop asks the server to end.
func (s *Server) serveStop(w http.ResponseWriter, r *http.Request, _ bool) {
	s.log.Info("asked to stop", "client", clip(r.Header.Get(headerClient)))
	w.WriteHeader(http.StatusAccepted)
	_ = http.NewResponseController(w).Flush()
	s.stop()
}

// connections lists what the engine has.
func (s *Server) connections(ctx context.Context) engine.ConnectionList {
	list, _ := engine.Call(ctx, s.cfg.Keeper.Engine(), engine.FindConnections{})
	return list
}

func hintStopping() string {
	return "Connections are kept in the engine's state: start the daemon with smrscript engine start, and run the script again."
}
