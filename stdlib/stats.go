package stdlib

// This file defines STATS and the statistics file.

import (
	"context"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
)

// statsFile is the name of the statistics file unless another is given.
const statsFile = "statistic.sts"

func statsEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "STATS (START [<path>] | STOP | FILE <path>)",
		Summary: "write a statistics file while the script runs",
		Effect:  engine.Read,
		Command: command(runStats),
		Doc: `
START writes a record of each connection once a second, until STOP or the end of the script, to the file given, else
to the one that FILE named, else to statistic.sts in the working folder. Records are added to what the file holds.
They are lines with the values separated by commas, below a line with their names.

    smr> stats file "numbers.sts"
    smr> stats start
    smr> stats stop

    smr> stats stop
    error[E0601]: STATS STOP: the operation failed: no statistics are written (-1)
    ...
`,
	}}
}

// A sampler writes records until it is stopped.
type sampler struct {
	file handle.File
	stop context.CancelFunc
	done chan struct{}
	err  error
}

func runStats(c *call) (value.Value, error) {
	switch {
	case c.Has("FILE"):
		c.statsFile = c.text("path")
		return value.Undef, nil
	case c.Has("STOP"):
		if c.sampler == nil {
			return value.Undef, &engine.Error{Code: engine.CodeFailed, Subject: "STATS STOP", Cause: fmt.Errorf("no statistics are written")}
		}
		return value.Undef, c.endStats()
	}
	if c.sampler != nil {
		return value.Undef, &engine.Error{Code: engine.CodeFailed, Subject: "STATS START", Cause: fmt.Errorf("statistics are written already"), Hint: "stats stop ends it."}
	}
	name := c.statsFile
	if given := c.text("path"); given != "" {
		name = given
	}
	if name == "" {
		name = statsFile
	}
	client, err := c.Client(c.Context())
	if err != nil {
		return value.Undef, err
	}
	f, err := c.files().Open(name, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		return value.Undef, &engine.Error{Code: engine.CodeFailed, Subject: name, Cause: err}
	}
	ctx, cancel := context.WithCancel(engine.ForDisplay(context.WithoutCancel(c.asking())))
	s := &sampler{file: f, stop: cancel, done: make(chan struct{})}
	c.sampler = s
	go s.run(ctx, client)
	return value.Undef, nil
}

// endStats ends the writing of statistics, with a last record.
func (s *Session) endStats() error {
	if s.sampler == nil {
		return nil
	}
	s.sampler.stop()
	<-s.sampler.done
	err := s.sampler.err
	s.sampler = nil
	return err
}

func (s *sampler) run(ctx context.Context, client engine.Client) {
	defer close(s.done)
	names := make([]string, 0, 16)
	for _, f := range statsFields(engine.ConnectionStatus{}) {
		names = append(names, f.name)
	}
	_, s.err = io.WriteString(s.file, strings.Join(names, ",")+"\n")
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for last := false; s.err == nil; {
		s.err = s.record(context.WithoutCancel(ctx), client)
		if last {
			break
		}
		select {
		case <-ctx.Done():
			last = true
		case <-tick.C:
		}
	}
	if err := s.file.Close(); s.err == nil {
		s.err = err
	}
}

// record writes one line for each connection. An engine that does not answer now may do so in a second.
func (s *sampler) record(ctx context.Context, client engine.Client) error {
	list, err := engine.Call(ctx, client, engine.FindConnections{})
	if err != nil {
		return nil
	}
	var b strings.Builder
	now := time.Now().Local().Format(timeLayout)
	for _, con := range list {
		st, err := engine.Call(ctx, client, engine.GetConnection{ID: con.ID})
		if err != nil {
			continue // it has just ended
		}
		for i, f := range statsFields(st) {
			if i == 0 {
				f.text = now
			} else {
				b.WriteByte(',')
			}
			b.WriteString(f.text)
		}
		b.WriteByte('\n')
	}
	_, err = io.WriteString(s.file, b.String())
	return err
}

type statsField struct{ name, text string }

// statsFields are the columns of the statistics file.
func statsFields(st engine.ConnectionStatus) []statsField {
	n := func(v int64) string { return strconv.FormatInt(v, 10) }
	m, r := st.Mirror, st.Replication
	quoted := func(s string) string {
		if strings.ContainsAny(s, ",\"\n") {
			return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
		}
		return s
	}
	return []statsField{
		{"Date/Time Stamp", ""}, {"Connection ID", n(int64(st.ID))}, {"Replication Set", quoted(st.Repset)}, {"Source Machine", quoted(st.Source)},
		{"Target Machine", quoted(st.Target)}, {"Target Data State", string(st.TargetState)}, {"Mirror Status", string(m.State)},
		{"Mirror Percent", strconv.Itoa(m.Percent)}, {"Mirror Bytes Transferred", n(m.BytesDone)}, {"Mirror Bytes Transmitted", n(m.BytesSent)},
		{"Mirror Bytes Queued", n(m.BytesQueue)}, {"Queued (Ops)", n(r.OpsQueue)}, {"Queued Replication (Bytes)", n(r.BytesQueue)},
		{"Replication Bytes Transferred", n(r.BytesTransferred)}, {"Sent (Bytes)", n(r.BytesTransmitted)}, {"Errors", n(m.Errors + r.Errors)},
	}
}
