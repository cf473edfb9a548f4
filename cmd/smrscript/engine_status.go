package main

// This file defines smrscript engine status.

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine/remote"
	"github.com/smrscript/smrscript/stdlib"
)

type engineStatus struct {
	JSON bool `name:"json" help:"Print a JSON object."`
}

// Run prints what the daemon says about itself. The exit status is 5 when there is none.
func (c *engineStatus) Run(a *app) error {
	cfg, socket, err := a.here()
	if err != nil {
		return err
	}
	st, err := remote.Query(a.ctx, socket)
	switch {
	case err == nil && c.JSON:
		return json.NewEncoder(a.Out).Encode(struct {
			Running bool `json:"running"`
			remote.Status
		}{true, st})
	case err == nil:
		_, err = fmt.Fprint(a.Out, statusText(st, time.Now()))
		return err
	case !remote.Absent(err):
		return a.noEngine(err)
	case c.JSON:
		err = json.NewEncoder(a.Out).Encode(map[string]bool{"running": false})
	case cfg.Idle():
		_, err = fmt.Fprintln(a.Out, "the engine does not run")
	default:
		_, err = fmt.Fprintln(a.Out, "the engine is starting or ending")
	}
	if err != nil {
		return err
	}
	return exitStatus(stdlib.ExitNoEngine)
}

// statusText tells people about a daemon.
func statusText(st remote.Status, now time.Time) string {
	users := "none, no login is needed"
	if st.Users > 0 {
		users = fmt.Sprint(st.Users)
	}
	return fmt.Sprintf("running      process %d, smrscript %s\nsince        %s (%s)\nstate        %s\naddresses    %s\nusers        %s\nclients      %d\nconnections  %d\noperations   %d\n",
		st.PID, st.Version, st.Started.Local().Format(time.DateTime), now.Sub(st.Started).Round(time.Second), st.State, strings.Join(st.Addresses, ", "),
		users, st.Sessions, st.Connections, st.Operations)
}
