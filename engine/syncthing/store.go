package syncthing

// This file keeps what daemons cannot: replication sets, the counter of ids, and how mirrors ended.

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"github.com/smrscript/smrscript/engine"
)

// stateVersion is the layout of the state file; a newer one is refused.
const stateVersion = 1

// state is the content of the state file.
type state struct {
	Version int                             `json:"version"`
	Last    engine.ConnectionID             `json:"last"` // the greatest id given out
	Repsets map[string]savedRepset          `json:"repsets"`
	Conns   map[engine.ConnectionID]*memory `json:"connections"`
}

// savedRepset is a set with the time it was saved.
type savedRepset struct {
	engine.Repset
	Saved time.Time `json:"saved"`
}

// memory is what is remembered of a connection beyond its label. Losing it loses the history, not the connection.
type memory struct {
	From      string                `json:"from"`
	To        string                `json:"to"`
	Mirrored  bool                  `json:"mirrored,omitempty"` // at least one mirror was complete
	Required  bool                  `json:"required,omitempty"` // a mirror must follow
	Stopped   bool                  `json:"stopped,omitempty"`  // the last mirror was stopped by hand
	Running   *engine.MirrorOptions `json:"running,omitempty"`  // a mirror is under way
	Fresh     bool                  `json:"fresh,omitempty"`    // its folders need not be made anew for a checksum
	Paused    bool                  `json:"paused,omitempty"`
	Started   time.Time             `json:"started,omitzero"`
	Progress  engine.MirrorProgress `json:"progress,omitzero"` // of the last mirror that ended
	SettledAt time.Time             `json:"settled_at,omitzero"`
	// SettledSeq is what the source had counted then, for each part.
	SettledSeq []int64 `json:"settled_seq,omitempty"`
}

// store is the state file. Several processes may share it: each change reads, alters and replaces it under a lock.
type store struct {
	file string
	lock *flock.Flock

	mu     sync.Mutex // also held while the lock of the file is held
	seen   os.FileInfo
	cached state
}

func openStore(dir string) (*store, error) {
	if dir == "" {
		return nil, &engine.Error{Code: engine.CodeBadParameter, Op: "open", Cause: errors.New("no state folder is configured")}
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, stateError(err)
	}
	s := &store{file: filepath.Join(dir, "syncthing.json"), lock: flock.New(filepath.Join(dir, "syncthing.lock"), flock.SetPermissions(0o600))}
	s.mu.Lock()
	defer s.mu.Unlock()
	_, err := s.read()
	return s, err
}

func stateError(err error) error {
	return &engine.Error{Code: engine.CodeFailed, Subject: "state folder", Cause: err,
		Hint: "Check the folder that state names in the configuration: it must be writable and have room."}
}

// read returns the state as it is in the file. The caller holds mu and changes nothing in it.
func (s *store) read() (state, error) {
	info, err := os.Stat(s.file)
	if errors.Is(err, fs.ErrNotExist) {
		return state{Version: stateVersion, Repsets: map[string]savedRepset{}, Conns: map[engine.ConnectionID]*memory{}}, nil
	}
	if err != nil {
		return state{}, stateError(err)
	}
	if s.seen != nil && os.SameFile(info, s.seen) && info.ModTime().Equal(s.seen.ModTime()) && info.Size() == s.seen.Size() {
		return s.cached, nil
	}
	data, err := os.ReadFile(s.file)
	if err != nil {
		return state{}, stateError(err)
	}
	var st state
	if err := json.Unmarshal(data, &st); err != nil {
		return state{}, stateError(fmt.Errorf("%s is damaged: %w", s.file, err))
	}
	if st.Version != stateVersion {
		return state{}, stateError(fmt.Errorf("%s was written by a newer program (layout %d)", s.file, st.Version))
	}
	if st.Repsets == nil {
		st.Repsets = map[string]savedRepset{}
	}
	if st.Conns == nil {
		st.Conns = map[engine.ConnectionID]*memory{}
	}
	s.seen, s.cached = info, st
	return st, nil
}

// view calls f with the state, which it must not change.
func (s *store) view(f func(state)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	st, err := s.read()
	if err == nil {
		f(st)
	}
	return err
}

// lockTimeout is how long another process may hold the state.
const lockTimeout = 10 * time.Second

// change lets f alter the state and saves it, as a whole or not at all. f may be refused by its own error.
func (s *store) change(ctx context.Context, f func(*state) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	limited, cancel := context.WithTimeout(ctx, lockTimeout)
	defer cancel()
	if ok, err := s.lock.TryLockContext(limited, 5*time.Millisecond); !ok {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return stateError(fmt.Errorf("another process holds %s: %w", s.lock.Path(), err))
	}
	defer func() { _ = s.lock.Unlock() }()
	st, err := s.read()
	if err != nil {
		return err
	}
	next := st.clone()
	if err := f(&next); err != nil {
		return err
	}
	return s.write(next)
}

func (st state) clone() state {
	c := st
	c.Repsets = maps.Clone(st.Repsets)
	c.Conns = make(map[engine.ConnectionID]*memory, len(st.Conns))
	for id, m := range st.Conns {
		copied := *m
		c.Conns[id] = &copied
	}
	return c
}

// write replaces the file. The caller holds the lock.
func (s *store) write(st state) error {
	data, err := json.Marshal(st)
	if err != nil {
		return stateError(err)
	}
	f, err := os.CreateTemp(filepath.Dir(s.file), "syncthing-*.tmp")
	if err != nil {
		return stateError(err)
	}
	defer os.Remove(f.Name()) // gone already when all went well
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Rename(f.Name(), s.file)
	}
	if err != nil {
		return stateError(err)
	}
	if info, err := os.Stat(s.file); err == nil {
		s.seen, s.cached = info, st
	}
	return nil
}

// repsetKey is where a set stands; the letter case of a machine does not matter.
func repsetKey(source, name string) string { return strings.ToLower(source) + "\n" + name }

func (st state) repset(source, name string) (savedRepset, error) {
	r, ok := st.Repsets[repsetKey(source, name)]
	if !ok {
		return r, &engine.Error{Code: engine.CodeNoRepset, Subject: name}
	}
	r.Rules = slices.Clone(r.Rules)
	return r, nil
}

// repset returns one set.
func (s *store) repset(source, name string) (r savedRepset, err error) {
	if verr := s.view(func(st state) { r, err = st.repset(source, name) }); verr != nil {
		return r, verr
	}
	return r, err
}

// memory returns what is remembered of a connection; known is false when that is nothing.
func (s *store) memory(id engine.ConnectionID) (m memory, known bool, err error) {
	err = s.view(func(st state) {
		if p := st.Conns[id]; p != nil {
			m, known = *p, true
		}
	})
	return m, known, err
}

// remember alters what is remembered of a connection. One that is forgotten stays so.
func (s *store) remember(ctx context.Context, id engine.ConnectionID, f func(*memory)) error {
	return s.change(ctx, func(st *state) error {
		if m := st.Conns[id]; m != nil {
			f(m)
		}
		return nil
	})
}
