package remote

// This file counts, and writes what Prometheus reads.

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/VictoriaMetrics/metrics"

	"github.com/smrscript/smrscript/engine"
)

// A meter counts what a server does.
type meter struct {
	set         *metrics.Set
	count       atomic.Int64
	loginFailed *metrics.Counter
	server      *Server
	writing     sync.Mutex
}

func newMeter(s *Server) *meter {
	m := &meter{set: metrics.NewSet(), server: s}
	m.loginFailed = m.set.NewCounter("smrscript_logins_failed_total")
	m.set.NewGauge("smrscript_info{version="+quoted(s.cfg.Version)+"}", func() float64 { return 1 })
	m.set.NewGauge("smrscript_start_time_seconds", func() float64 { return float64(s.started.UnixNano()) / 1e9 })
	m.set.NewGauge("smrscript_sessions", func() float64 {
		s.mu.Lock()
		defer s.mu.Unlock()
		return float64(len(s.sessions))
	})
	return m
}

// done counts an operation by its name and code; 0 is success.
func (m *meter) done(op string, code engine.Code) {
	m.count.Add(1)
	m.set.GetOrCreateCounter(fmt.Sprintf("smrscript_operations_total{op=%q,code=\"%d\"}", op, code)).Inc()
}

// took adds to the time that operations of a name have taken.
func (m *meter) took(op string, d time.Duration) {
	m.set.GetOrCreateFloatCounter(fmt.Sprintf("smrscript_operation_seconds_total{op=%q}", op)).Add(d.Seconds())
}

// serveMetrics writes everything in Prometheus's text format.
func (s *Server) serveMetrics(w http.ResponseWriter, r *http.Request, local bool) {
	if !s.watching(w, r, local) {
		return
	}
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	s.meter.writing.Lock()
	defer s.meter.writing.Unlock()
	s.meter.set.WritePrometheus(w)
	writeConnections(w, s.statuses(r.Context()))
	metrics.WriteProcessMetrics(w)
}

// statuses asks for the status of all connections, but for those that end meanwhile.
func (s *Server) statuses(ctx context.Context) (list []engine.ConnectionStatus) {
	for _, c := range s.connections(ctx) {
		if st, err := engine.Call(ctx, s.cfg.Keeper.Engine(), engine.GetConnection{ID: c.ID}); err == nil {
			list = append(list, st)
		}
	}
	return list
}

// figures are those of a connection, by the ends of their names.
func figures(st engine.ConnectionStatus) []figure {
	m, r := st.Mirror, st.Replication
	return []figure{
		{"mirror_running", flag(m.State.Running())}, {"mirror_files", m.FilesTotal}, {"mirror_files_done", m.FilesDone}, {"mirror_files_sent", m.FilesSent},
		{"mirror_bytes", m.BytesTotal}, {"mirror_bytes_done", m.BytesDone}, {"mirror_bytes_sent", m.BytesSent}, {"mirror_errors", m.Errors},
		{"replication_active", flag(r.Active)}, {"replication_queue_operations", r.OpsQueue}, {"replication_queue_bytes", r.BytesQueue},
		{"replication_operations", r.OpsDone}, {"replication_bytes", r.BytesTransmitted}, {"replication_errors", r.Errors},
		{"replication_rescans", r.Rescans}, {"settled", flag(st.Settled)},
	}
}

type figure struct {
	name  string
	value int64
}

// writeConnections writes the figures of connections, those of one name together as the format wants it.
func writeConnections(w io.Writer, list []engine.ConnectionStatus) {
	for i, f := range figures(engine.ConnectionStatus{}) {
		for _, st := range list {
			_, _ = fmt.Fprintf(w, "smrscript_connection_%s{%s} %d\n", f.name, labels(st), figures(st)[i].value)
		}
	}
	for _, st := range list {
		_, _ = fmt.Fprintf(w, "smrscript_connection_state{%s,state=%s} 1\n", labels(st), quoted(string(st.TargetState)))
	}
}

func labels(st engine.ConnectionStatus) string {
	return fmt.Sprintf("id=\"%d\",source=%s,target=%s,repset=%s", st.ID, quoted(st.Source), quoted(st.Target), quoted(st.Repset))
}

// quoted writes a text as the value of a label.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(strings.ToValidUTF8(text, "\uFFFD")) + `"`
}

func flag(on bool) int64 {
	if on {
		return 1
	}
	return 0
}
