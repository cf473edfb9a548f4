package engine

// This file defines monitors of sources, failing over and back, and notices by mail.

import "time"

// A Monitor watches whether a source answers.
type Monitor struct {
	Label        string        `json:"name"`
	Source       string        `json:"source,omitempty"`
	Target       string        `json:"target,omitempty"`       // that takes over
	Interval     time.Duration `json:"interval,omitempty"`     // nanoseconds between questions; 0 means 5 seconds
	Missed       int           `json:"missed,omitempty"`       // answers missed until the source counts as lost; 0 means 5
	Automatic    bool          `json:"automatic,omitempty"`    // fail over without being told to
	PreFailover  Path          `json:"pre_failover,omitempty"` // programs on the target
	PostFailover Path          `json:"post_failover,omitempty"`
	PreFailback  Path          `json:"pre_failback,omitempty"`
	PostFailback Path          `json:"post_failback,omitempty"`
	Running      bool          `json:"running,omitempty"`
	State        string        `json:"state,omitempty"` // "ok", "missing", "lost", "failed over"; "" while it does not run
}

// MonitorList is sorted by name.
type MonitorList []Monitor

func (MonitorList) isResult() {}

// ListMonitors lists all monitors.
type ListMonitors struct{}

// SaveMonitor creates a monitor or replaces its options. With Create, CodeMonitorExists when the name is taken.
type SaveMonitor struct {
	Monitor Monitor `json:"monitor"`
	Create  bool    `json:"create,omitempty"`
}

// DeleteMonitor removes a monitor. CodeNoMonitor.
type DeleteMonitor struct {
	Label string `json:"name"`
}

// RunMonitor begins to watch, or with Stop ends it. CodeNoMonitor; CodeNoMonitorConfig when it has no source or no target;
// CodeNotMonitored when there is nothing to stop.
type RunMonitor struct {
	Label string `json:"name"`
	Stop  bool   `json:"stop,omitempty"`
}

// Failover lets Target take over from Source: the program before it runs, the connections from Source to Target end and
// their copies are open, the program after it runs. CodeFailedOver when that has been done.
type Failover struct {
	Source string `json:"source"`
	Target string `json:"target"`
}

// Failback ends a failover. Data is not brought back: Restore does that before. CodeNotFailedOver.
type Failback struct {
	Source string `json:"source"`
	Target string `json:"target"`
}

// Notices say who is told of what by mail.
type Notices struct {
	Enabled bool     `json:"enabled,omitempty"`
	Server  string   `json:"server,omitempty"` // host or host:port
	From    string   `json:"from,omitempty"`
	To      []string `json:"to,omitempty"`
	Subject string   `json:"subject,omitempty"` // before that of each notice
	Include []string `json:"include,omitempty"` // kinds of events; none: the important ones
	Exclude []string `json:"exclude,omitempty"`
}

func (Notices) isResult() {}

// GetNotices asks for the notices.
type GetNotices struct{}

// SaveNotices replaces them.
type SaveNotices struct {
	Notices Notices `json:"notices"`
}

// SendNotice sends a mail now, whether or not notices are enabled. CodeFailed says what the server answered.
type SendNotice struct {
	Subject string `json:"subject"`
	Text    string `json:"text"`
}

func (ListMonitors) op()  {}
func (SaveMonitor) op()   {}
func (DeleteMonitor) op() {}
func (RunMonitor) op()    {}
func (Failover) op()      {}
func (Failback) op()      {}
func (GetNotices) op()    {}
func (SaveNotices) op()   {}
func (SendNotice) op()    {}

func (ListMonitors) result() (r MonitorList) { return }
func (SaveMonitor) result() (r Done)         { return }
func (DeleteMonitor) result() (r Done)       { return }
func (RunMonitor) result() (r Done)          { return }
func (Failover) result() (r Done)            { return }
func (Failback) result() (r Done)            { return }
func (GetNotices) result() (r Notices)       { return }
func (SaveNotices) result() (r Done)         { return }
func (SendNotice) result() (r Done)          { return }

// Name returns the operation's name in JSON.
func (ListMonitors) Name() string  { return "monitor-list" }
func (SaveMonitor) Name() string   { return "monitor-save" }
func (DeleteMonitor) Name() string { return "monitor-delete" }
func (RunMonitor) Name() string    { return "monitor-run" }
func (Failover) Name() string      { return "failover" }
func (Failback) Name() string      { return "failback" }
func (GetNotices) Name() string    { return "notices-get" }
func (SaveNotices) Name() string   { return "notices-save" }
func (SendNotice) Name() string    { return "notice-send" }

// Effect says what the operation changes.
func (ListMonitors) Effect() Effect  { return Read }
func (SaveMonitor) Effect() Effect   { return Change }
func (DeleteMonitor) Effect() Effect { return Change }
func (RunMonitor) Effect() Effect    { return Change }
func (Failover) Effect() Effect      { return Change }
func (Failback) Effect() Effect      { return Change }
func (GetNotices) Effect() Effect    { return Read }
func (SaveNotices) Effect() Effect   { return Change }
func (SendNotice) Effect() Effect    { return Change }
