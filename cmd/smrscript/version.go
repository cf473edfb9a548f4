package main

// This file defines smrscript version.

import (
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"
)

type versionCommand struct {
	JSON bool `name:"json" help:"Print a JSON object."`
}

// Run prints the version.
func (c *versionCommand) Run(a *app) error {
	if c.JSON {
		return json.NewEncoder(a.Out).Encode(map[string]any{"program": "smrscript", "version": versionText(), "go": runtime.Version(), "os": runtime.GOOS,
			"arch": runtime.GOARCH, "events": eventFormat, "result": resultFormat})
	}
	_, err := fmt.Fprintf(a.Out, "smrscript %s (%s %s/%s)\n", versionText(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}

// versionText is the version that the build recorded: the module's, else the revision, else devel.
func versionText() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "devel"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return "devel-" + s.Value[:12]
		}
	}
	return "devel"
}
