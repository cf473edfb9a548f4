package embedded

// This file keeps the settings of machines that can be changed while the engine runs. They hold for connections whose source the
// machine is.

import (
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"go.etcd.io/bbolt"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/driver"
)

// knob is a setting of a source machine, a whole number.
type knob struct {
	label    string
	def      int64 // as the engine was opened
	min, max int64
	apply    func(s *Settings, value int64) // nil: asked for with dial
}

const mega = 1 << 20

// The names of settings that are asked for one by one.
const (
	setThreshold   = "MemoryQueueToDiskThreshold"  // percent of the memory
	setMode        = "MemoryAllocatorCallbackMode" // a fullMode
	setFolder      = "QJournalDir"                 // read-only
	setReconnect   = "AutoReconnect"
	setRemirror    = "AutoRemirror" // 0 none, 1 difference with checksum, 2 full, 3 difference
	setRemirrorTry = "AutoRemirrorRetry"
	setPending     = "MirrorQueueLimit" // files that a mirror has found and not yet copied
	setEmpty       = "MirrorZeroKFiles" // 0: mirrors leave empty files out
	setOverwrite   = "MirrorOverwrite"  // what mirrors that somebody asks for do to what the copy has
)

// The values of MirrorOverwrite.
const (
	overwriteNone  = 0
	overwriteAll   = 1
	overwriteOlder = 2
)

// knobs lists the settings.
func (c *core) knobs() []knob {
	megas := func(n int64) int64 { return max(n/mega, 1) }
	flag := func(on bool) int64 {
		if on {
			return 1
		}
		return 0
	}
	seconds := func(d time.Duration) int64 { return int64(max(d, 0) / time.Second) }
	return []knob{
		{"ChecksumAll", flag(*c.set.ChecksumAll), 0, 1, func(s *Settings, n int64) { on := n != 0; s.ChecksumAll = &on }},
		{"FlushCopies", flag(!c.set.NoFlush), 0, 1, func(s *Settings, n int64) { s.NoFlush = n == 0 }},
		{"MaxRetry", int64(c.set.Retries), 0, 1000, func(s *Settings, n int64) { s.Retries = int(n) }},
		{"MirrorChunkSize", int64(c.set.ChunkSize), 4096, 1 << 20, func(s *Settings, n int64) { s.ChunkSize = int(n) }},
		{"PollInterval", seconds(c.set.PollInterval), 1, 86400, func(s *Settings, n int64) { s.PollInterval = time.Duration(n) * time.Second }},
		{"RescanInterval", seconds(c.set.RescanInterval), 0, 604800, func(s *Settings, n int64) {
			if s.RescanInterval = time.Duration(n) * time.Second; n == 0 {
				s.RescanInterval = -1 // never
			}
		}},
		{"QmemoryBufferMax", megas(c.set.QueueMemory), 1, 1 << 20, func(s *Settings, n int64) { s.QueueMemory = n * mega }},
		{"QJournalSpaceMax", megas(c.set.QueueDisk), 1, 1 << 24, func(s *Settings, n int64) { s.QueueDisk = n * mega }},
		{setThreshold, 100, 1, 100, nil},
		{setMode, int64(fullDisk), 0, 2, nil},
		{setReconnect, 1, 0, 1, nil},
		{setRemirror, 3, 0, 3, nil},
		{setRemirrorTry, 30, 1, 86400, nil},
		{setPending, 300_000, 1, 1_000_000, nil},
		{setEmpty, 1, 0, 1, nil},
		{setOverwrite, overwriteAll, overwriteNone, overwriteOlder, nil},
	}
}

func (c *core) knob(label string) (knob, bool) {
	for _, k := range c.knobs() {
		if strings.EqualFold(k.label, label) {
			return k, true
		}
	}
	return knob{}, false
}

// tuning holds what was set.
type tuning struct {
	mu     sync.Mutex
	values map[string]int64 // by settingKey
}

func settingKey(machine, label string) string {
	return strings.ToLower(machine) + "\x00" + strings.ToLower(label)
}

// dial is the value of a setting of a machine.
func (c *core) dial(m *machine, label string) int64 {
	c.tuning.mu.Lock()
	n, set := c.tuning.values[settingKey(m.name, label)]
	c.tuning.mu.Unlock()
	if k, _ := c.knob(label); !set {
		n = k.def
	}
	return n
}

// tunedFor are the settings that hold for a source.
func (c *core) tunedFor(m *machine) Settings {
	s := c.set
	c.tuning.mu.Lock()
	defer c.tuning.mu.Unlock()
	if len(c.tuning.values) == 0 {
		return s
	}
	for _, k := range c.knobs() {
		if n, set := c.tuning.values[settingKey(m.name, k.label)]; set && k.apply != nil {
			k.apply(&s, n)
		}
	}
	return s
}

// tuned are the settings that hold for a connection.
func (cn *conn) tuned() Settings { return cn.tunedFor(cn.src) }

// queueLimits are the bounds of the queues of a source; its memory is that of all of them together.
func (c *core) queueLimits(m *machine) limits {
	s := c.tunedFor(m)
	return limits{memory: max(s.QueueMemory*c.dial(m, setThreshold)/100, 1), mode: fullMode(c.dial(m, setMode))}
}

// allowQueues bounds what all queues of a source take on disk.
func (c *core) allowQueues(m *machine) { m.queueDisk.most.Store(c.tunedFor(m).QueueDisk) }

// remirror is the mirror that the engine makes by itself for a source; nil: none.
func (c *core) remirror(m *machine) *engine.MirrorOptions {
	switch c.dial(m, setRemirror) {
	case 0:
		return nil
	case 1:
		return &engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: true}
	case 2:
		return &engine.MirrorOptions{Kind: engine.MirrorAll}
	}
	return &engine.MirrorOptions{Kind: engine.MirrorDifferent}
}

// notHere is the answer for settings that this engine does not have.
func notHere(label string) error {
	return &engine.Error{Code: engine.CodeUnsupported, Subject: label, Cause: errors.New("the embedded engine has no such setting")}
}

func (cl *Client) getSetting(op engine.GetSetting) (engine.Result, error) {
	m, err := cl.machine(op.Machine)
	if err != nil {
		return nil, err
	}
	if err := driver.CheckAccess(m.name, cl.level(m.name), engine.AccessMonitor, engine.CodeSourceAccess); err != nil {
		return nil, err
	}
	if s, ok := cl.orphanSetting(m, op.Label); ok {
		return s, nil
	}
	if strings.EqualFold(op.Label, setFolder) {
		dir := filepath.Join(cl.store.dir, queuesDir)
		return engine.Setting{Label: setFolder, Value: dir, Default: dir}, nil
	}
	k, ok := cl.knob(op.Label)
	if !ok {
		return nil, notHere(op.Label)
	}
	return engine.Setting{Label: k.label, Value: strconv.FormatInt(cl.dial(m, k.label), 10), Default: strconv.FormatInt(k.def, 10)}, nil
}

func (cl *Client) saveSetting(op engine.SaveSetting) (engine.Result, error) {
	if isOrphanSetting(op.Label) {
		return engine.Done{}, cl.saveOrphanSetting(op)
	}
	m, err := cl.source(op.Machine, engine.AccessFull)
	if err != nil {
		return nil, err
	}
	if strings.EqualFold(op.Label, setFolder) {
		return nil, &engine.Error{Code: engine.CodeBadParameter, Subject: setFolder, Cause: errors.New("queues lie in the state folder"),
			Hint: "Give the engine another state folder in the configuration."}
	}
	k, ok := cl.knob(op.Label)
	if !ok {
		return nil, notHere(op.Label)
	}
	n, err := strconv.ParseInt(strings.TrimSpace(op.Value), 10, 64)
	if err != nil || n < k.min || n > k.max {
		return nil, &engine.Error{Code: engine.CodeBadParameter, Subject: k.label, Cause: fmt.Errorf("%q is no whole number from %d to %d", op.Value, k.min, k.max)}
	}
	cl.change.Lock()
	defer cl.change.Unlock()
	if err := cl.store.saveSetting(settingKey(m.name, k.label), n); err != nil {
		return nil, err
	}
	cl.tuning.mu.Lock()
	cl.tuning.values[settingKey(m.name, k.label)] = n
	cl.tuning.mu.Unlock()
	cl.allowQueues(m)
	for _, cn := range cl.sorted() {
		cn.mu.Lock()
		r := cn.repl
		cn.mu.Unlock()
		if cn.src == m && r != nil {
			r.q.bound(cl.queueLimits(m))
		}
	}
	return engine.Done{}, nil
}

// loadSettings brings back what is kept. What a newer program may have kept and this one does not know is left out.
func (c *core) loadSettings() error {
	c.tuning.values = map[string]int64{}
	return c.store.db.View(func(tx *bbolt.Tx) error {
		b := tx.Bucket(bucketSettings())
		if b == nil {
			return nil
		}
		return b.ForEach(func(key, text []byte) error {
			_, label, _ := strings.Cut(string(key), "\x00")
			k, known := c.knob(label)
			if n, err := strconv.ParseInt(string(text), 10, 64); err == nil && known && n >= k.min && n <= k.max {
				c.tuning.values[string(key)] = n
			}
			return nil
		})
	})
}

func bucketSettings() []byte { return []byte("settings") }

func (s *store) saveSetting(key string, value int64) error {
	return s.update(func(tx *bbolt.Tx) error {
		b, err := tx.CreateBucketIfNotExists(bucketSettings())
		if err != nil {
			return err
		}
		return b.Put([]byte(key), strconv.AppendInt(nil, value, 10))
	})
}
