package embedded

// This file keeps the durable state: one database file in the state folder.

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/embedded/copier"
)

// stateVersion is the format of the state. A newer one is refused.
const stateVersion = 1

const stateFile = "engine.db"

// store is the open state folder. Its lock keeps other processes out.
type store struct {
	dir   string
	db    *bbolt.DB
	point func(name string) // told of every place where a process may be killed; nil: nobody
	fail  func() error      // says why a change fails; nil: none does
}

// update changes the state in one transaction.
func (s *store) update(change func(*bbolt.Tx) error) error {
	if s.fail != nil {
		if err := s.fail(); err != nil {
			return err
		}
	}
	if s.point == nil {
		return s.db.Update(change)
	}
	s.point("state before")
	err := s.db.Update(change)
	s.point("state after")
	return err
}

// record is a connection as it is kept.
type record struct {
	engine.Connection
	FileRoots []bool                `json:"file_roots"`        // for each root: it is a single file
	Mirrored  bool                  `json:"mirrored"`          // a mirror came to its end at some time
	Required  bool                  `json:"required"`          // the copy lacks something that was noticed
	Stopped   bool                  `json:"stopped"`           // the last mirror was stopped by hand
	Running   *engine.MirrorOptions `json:"running,omitempty"` // a mirror is under way
	Paused    bool                  `json:"paused"`            // and paused
	Auto      bool                  `json:"auto,omitempty"`    // and nobody asked for it
	Progress  engine.MirrorProgress `json:"progress,omitzero"` // of the last mirror
	Aside     []copier.Aside        `json:"aside,omitempty"`   // what the top folders of a blocked copy look like when they are opened; nil: it is open
}

type savedRepset struct {
	engine.Repset
	Saved time.Time `json:"saved"`
}

func bucketMeta() []byte        { return []byte("meta") }
func bucketRepsets() []byte     { return []byte("repsets") }
func bucketConnections() []byte { return []byte("connections") }

// openStore opens or makes the state folder.
func openStore(dir string, wait time.Duration) (s *store, err error) {
	if dir == "" {
		return nil, &engine.Error{Code: engine.CodeBadParameter, Op: "open", Cause: errors.New("no state folder is configured")}
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, stateError(dir, err, "Choose a state folder that can be written.")
	}
	file := filepath.Join(dir, stateFile)
	// A damaged file can make the database panic or even touch unmapped memory.
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = damaged(dir, fmt.Errorf("%v", r))
		}
	}()
	db, err := bbolt.Open(file, 0o600, &bbolt.Options{Timeout: wait})
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return nil, stateError(dir, errors.New("in use by "+holder(dir)), "End that process, wait for it, or give this one another state folder.")
	case errors.Is(err, fs.ErrPermission), isReadOnly(err):
		return nil, stateError(dir, err, "The engine must be able to write its state: change the permissions or choose another state folder.")
	case err != nil:
		return nil, damaged(dir, err)
	}
	s = &store{dir: dir, db: db}
	if err := s.prepare(); err != nil {
		db.Close()
		return nil, err
	}
	s.hold()
	return s, nil
}

// prepare checks the file and makes what is missing in a new one.
func (s *store) prepare() error {
	err := s.db.View(func(tx *bbolt.Tx) error {
		for err := range tx.Check() {
			return err
		}
		return nil
	})
	if err != nil {
		return damaged(s.dir, err)
	}
	return s.db.Update(func(tx *bbolt.Tx) error {
		for _, name := range [][]byte{bucketMeta(), bucketRepsets(), bucketConnections()} {
			if _, err := tx.CreateBucketIfNotExists(name); err != nil {
				return err
			}
		}
		meta := tx.Bucket(bucketMeta())
		if v := meta.Get([]byte("version")); v != nil {
			var n int
			if _, err := fmt.Sscanf(string(v), "%d", &n); err != nil {
				return damaged(s.dir, fmt.Errorf("format %q", v))
			}
			if n > stateVersion {
				return stateError(s.dir, fmt.Errorf("its format %d is newer than the format %d that this program knows", n, stateVersion),
					"Use the newer program, or give this one another state folder.")
			}
			return nil
		}
		return meta.Put([]byte("version"), fmt.Appendf(nil, "%d", stateVersion))
	})
}

func stateError(dir string, cause error, hint string) error {
	return &engine.Error{Code: engine.CodeFailed, Op: "open", Subject: "state folder " + dir, Cause: cause, Hint: hint}
}

func damaged(dir string, cause error) error {
	var known *engine.Error
	if errors.As(cause, &known) {
		return cause
	}
	return stateError(dir, fmt.Errorf("%s is damaged: %w", stateFile, cause),
		"Restore the file from a backup, or move it away: replication sets and connections must be made anew then; the copies are not touched.")
}

func isReadOnly(err error) bool {
	return err != nil && strings.Contains(err.Error(), "read-only")
}

// hold leaves a note about who has the folder, for the message others get.
func (s *store) hold() {
	host, _ := os.Hostname()
	text := fmt.Sprintf("process %d on %s since %s", os.Getpid(), host, time.Now().Format(time.DateTime))
	_ = os.WriteFile(filepath.Join(s.dir, "holder"), []byte(text), 0o600) // only a courtesy
}

func holder(dir string) string {
	text, err := os.ReadFile(filepath.Join(dir, "holder"))
	if err != nil || len(text) == 0 || len(text) > 200 {
		return "another process"
	}
	return string(text)
}

func (s *store) close() error {
	_ = os.Remove(filepath.Join(s.dir, "holder"))
	return s.db.Close()
}

func repsetKey(source, name string) []byte { return []byte(strings.ToLower(source) + "\x00" + name) }

// repset returns a set, or CodeNoRepset.
func (s *store) repset(source, name string) (r savedRepset, err error) {
	err = s.db.View(func(tx *bbolt.Tx) error {
		data := tx.Bucket(bucketRepsets()).Get(repsetKey(source, name))
		if data == nil {
			return &engine.Error{Code: engine.CodeNoRepset, Subject: name}
		}
		return json.Unmarshal(data, &r)
	})
	return r, err
}

// repsets returns the sets of a source by name.
func (s *store) repsets(source string) (list []savedRepset, err error) {
	err = s.db.View(func(tx *bbolt.Tx) error {
		prefix := string(repsetKey(source, ""))
		c := tx.Bucket(bucketRepsets()).Cursor()
		for k, v := c.Seek([]byte(prefix)); k != nil && strings.HasPrefix(string(k), prefix); k, v = c.Next() {
			var r savedRepset
			if err := json.Unmarshal(v, &r); err != nil {
				return err
			}
			list = append(list, r)
		}
		return nil
	})
	return list, err
}

// changeRepsets puts and deletes sets at once.
func (s *store) changeRepsets(put *savedRepset, deleteSource, deleteName string) error {
	return s.update(func(tx *bbolt.Tx) error {
		b := tx.Bucket(bucketRepsets())
		if deleteName != "" {
			if err := b.Delete(repsetKey(deleteSource, deleteName)); err != nil {
				return err
			}
		}
		if put == nil {
			return nil
		}
		data, err := json.Marshal(put)
		if err != nil {
			return err
		}
		return b.Put(repsetKey(put.Source, put.Name), data)
	})
}

func connectionKey(id engine.ConnectionID) []byte {
	return binary.BigEndian.AppendUint64(nil, uint64(id))
}

// addConnection gives rec the next id and keeps it. Ids are never given twice.
func (s *store) addConnection(rec *record) error {
	return s.update(func(tx *bbolt.Tx) error {
		b := tx.Bucket(bucketConnections())
		id, err := b.NextSequence()
		if err != nil {
			return err
		}
		rec.ID = engine.ConnectionID(id)
		return putConnection(b, rec)
	})
}

func (s *store) saveConnection(rec record) error {
	return s.update(func(tx *bbolt.Tx) error { return putConnection(tx.Bucket(bucketConnections()), &rec) })
}

func putConnection(b *bbolt.Bucket, rec *record) error {
	data, err := json.Marshal(rec)
	if err != nil {
		return err
	}
	return b.Put(connectionKey(rec.ID), data)
}

func (s *store) deleteConnection(id engine.ConnectionID) error {
	return s.update(func(tx *bbolt.Tx) error { return tx.Bucket(bucketConnections()).Delete(connectionKey(id)) })
}

func (s *store) connections() (list []record, err error) {
	err = s.db.View(func(tx *bbolt.Tx) error {
		return tx.Bucket(bucketConnections()).ForEach(func(_, v []byte) error {
			var rec record
			if err := json.Unmarshal(v, &rec); err != nil {
				return damaged(s.dir, err)
			}
			list = append(list, rec)
			return nil
		})
	})
	return list, err
}
