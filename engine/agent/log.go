package agent

// This file writes the log of what happens by itself, and keeps it within its bounds.

import (
	"fmt"
	"os"
	"strconv"
	"strings"
)

// The settings of the log. There is one log for all machines.
const (
	logSize  = "MaxLogFileSize"
	logFiles = "MaxNumberofLogFiles"
)

// bounds are those of the log, as its settings say. They are kept apart from the state, because notes are written while it is locked.
func (a *Agent) bounds() {
	for _, b := range []struct {
		label string
		store func(int64)
	}{{logSize, a.logSize.Store}, {logFiles, a.logFiles.Store}} {
		if n, err := strconv.ParseInt(a.settingOf("", b.label), 10, 64); err == nil {
			b.store(n)
		}
	}
}

// log adds a line to the log. What cannot be logged is not worth ending a replication for.
func (a *Agent) log(text string) {
	a.logging.Lock()
	defer a.logging.Unlock()
	name := a.cfg.Log
	line := fmt.Sprintf("%s %s\n", a.cfg.Clock.Now().Format("2006-01-02T15:04:05Z07:00"), strings.ReplaceAll(text, "\n", " "))
	if info, err := os.Stat(name); err == nil && info.Size() > 0 && info.Size()+int64(len(line)) > a.logSize.Load() {
		a.turnLogs(name)
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return
	}
	defer f.Close()
	_, _ = f.WriteString(line)
}

// turnLogs makes room for a new log: NAME becomes NAME.1, and so on; the oldest goes. With one file the log begins anew.
func (a *Agent) turnLogs(name string) {
	old := func(i int64) string {
		if i == 0 {
			return name
		}
		return fmt.Sprintf("%s.%d", name, i)
	}
	last := a.logFiles.Load() - 1
	for i := last; ; i++ { // also those of a time when more were allowed
		if os.Remove(old(i)) != nil {
			break
		}
	}
	for i := last - 1; i >= 0; i-- {
		_ = os.Rename(old(i), old(i+1))
	}
}
