package remote

// This file defines the server: what it is made of, how it begins and ends.

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/smrscript/smrscript/engine/access"
)

// A ServerConfig says what a server offers.
type ServerConfig struct {
	Keeper  *access.Keeper // required
	Version string         // of the program; "" means devel
	State   string         // folder of the engine's state, for the status
	Users   int            // for the status
	Log     *slog.Logger   // nil: nothing is logged
	// Patience is how long clients of other hosts may be there without having logged in; 0 means a minute.
	Patience time.Duration
}

// Limits against clients that are broken or worse.
const (
	mostBytes    = 64 << 20         // of an operation
	mostSessions = 1000             // of this host, and as many of others
	strangerTime = time.Minute      // for a client of another host to log in
	readTime     = time.Minute      // for a request's header, and as long again for its body
	idleTime     = 10 * time.Minute // longer than the client's, so that a connection is never closed under a request
	drainTime    = 5 * time.Second  // for answers that are on their way when the server ends
)

// A Server answers clients. It is safe for use by several goroutines.
type Server struct {
	cfg      ServerConfig
	log      *slog.Logger
	started  time.Time
	patience time.Duration
	meter    *meter
	stopped  chan struct{} // closed when somebody asks for the end
	once     sync.Once

	mu        sync.Mutex
	sessions  map[string]*session // by token
	servers   []*http.Server
	addresses []string
	closing   bool
}

// NewServer returns a server that listens nowhere yet.
func NewServer(cfg ServerConfig) *Server {
	cfg.Version = cmp.Or(cfg.Version, "devel")
	s := &Server{cfg: cfg, log: cfg.Log, started: time.Now(), patience: cmp.Or(cfg.Patience, strangerTime), stopped: make(chan struct{}), sessions: map[string]*session{}}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	s.meter = newMeter(s)
	return s
}

// Stopped is closed when somebody has asked the server to end. The server goes on until Close.
func (s *Server) Stopped() <-chan struct{} { return s.stopped }

// stop asks for the end.
func (s *Server) stop() { s.once.Do(func() { close(s.stopped) }) }

// Serve answers on a listener until Close; the listener is closed then. local says that only this user can reach it.
func (s *Server) Serve(l net.Listener, local bool) error {
	hs := &http.Server{Handler: s.handler(local), ReadHeaderTimeout: readTime, IdleTimeout: idleTime, MaxHeaderBytes: 64 << 10,
		ErrorLog: slog.NewLogLogger(s.log.Handler(), slog.LevelDebug)}
	hs.Protocols = new(http.Protocols)
	hs.Protocols.SetHTTP1(true) // one connection for each stream, so that the end of one is seen at once
	s.mu.Lock()
	if s.closing {
		s.mu.Unlock()
		return l.Close()
	}
	s.servers = append(s.servers, hs)
	s.addresses = append(s.addresses, address(l))
	s.mu.Unlock()
	s.log.Info("listening", "address", address(l))
	if err := hs.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func address(l net.Listener) string {
	if l.Addr().Network() == "unix" {
		return "unix:" + l.Addr().String()
	}
	return "https://" + l.Addr().String()
}

// Close ends the sessions, each with the reason, and the listeners. What clients asked of the engine goes on.
func (s *Server) Close() error {
	s.stop()
	s.mu.Lock()
	s.closing = true
	servers := s.servers
	for _, x := range s.sessions {
		x.finish("the engine's daemon is stopping")
	}
	s.mu.Unlock()
	ctx, cancel := context.WithTimeout(context.Background(), drainTime)
	defer cancel()
	var wg sync.WaitGroup
	for _, hs := range servers {
		wg.Go(func() {
			if hs.Shutdown(ctx) != nil {
				_ = hs.Close()
			}
		})
	}
	wg.Wait()
	return nil
}

// Status describes the server.
func (s *Server) Status(ctx context.Context) Status {
	s.mu.Lock()
	st := Status{PID: os.Getpid(), Version: s.cfg.Version, Protocol: protocol, Started: s.started, State: s.cfg.State,
		Addresses: append([]string{}, s.addresses...), Sessions: len(s.sessions), Operations: s.meter.count.Load(), Users: s.cfg.Users}
	s.mu.Unlock()
	st.Connections = len(s.connections(ctx))
	return st
}
