package main

// This file defines the names and paths that the prompt completes.

import (
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/stdlib/complete"
)

// source is what the console completes from.
func (c *console) source() *complete.Source {
	return &complete.Source{Words: c.in.Words(), Live: c.live, Names: c.in.VM.VariableNames, Files: files, Paths: c.paths, Settings: c.settings, Values: c.settingValues,
		Keys: func(hash string) []string {
			var keys []string
			for _, k := range c.in.VM.Hash("main::" + hash).Keys(nil) {
				keys = append(keys, k.String())
			}
			return keys
		}}
}

// live asks the engine for the names of a kind; see complete.Source.
func (c *console) live(ctx context.Context, kind, of string) []complete.Item {
	client, err := c.in.Session.Client(ctx)
	if err != nil {
		return nil
	}
	var items []complete.Item
	switch kind {
	case "machine":
		machines, _ := engine.Call(ctx, client, engine.ListMachines{})
		for _, m := range machines {
			items = append(items, complete.Item{Text: m.Name, Detail: m.Address, Kind: complete.Machine})
		}
	case "repset":
		machines, _ := engine.Call(ctx, client, engine.ListMachines{})
		for _, m := range machines {
			sets, _ := engine.Call(ctx, client, engine.ListRepsets{Source: m.Name})
			for _, s := range sets {
				items = append(items, complete.Item{Text: s.Name, Detail: "on " + m.Name, Kind: complete.Repset})
			}
		}
	case "con_id":
		list, _ := engine.Call(ctx, client, engine.FindConnections{})
		for _, con := range list {
			items = append(items, complete.Item{Text: fmt.Sprint(con.ID), Kind: complete.Connection,
				Detail: fmt.Sprintf("%s from %s to %s %s", con.Repset, con.Source, con.Target, con.Mapping)})
		}
	case string(complete.Monitor):
		list, _ := engine.Call(ctx, client, engine.ListMonitors{})
		for _, m := range list {
			items = append(items, complete.Item{Text: m.Label, Detail: "watches " + m.Source, Kind: complete.Monitor})
		}
	case string(complete.Snapshot):
		list, _ := engine.Call(ctx, client, engine.ListSnapshots{ID: c.connection(of)})
		for _, s := range list {
			items = append(items, complete.Item{Text: s.Label, Detail: "made " + s.Made.Local().Format(time.DateTime), Kind: complete.Snapshot})
		}
	}
	return items
}

// connection returns the connection that a text calls by its number or by a variable of the prompt, 0 for none.
func (c *console) connection(text string) engine.ConnectionID {
	if slices.Contains(c.in.VM.VariableNames(), text) && text[0] == '$' {
		text = c.in.VM.Scalar("main::" + text[1:]).Get().String()
	}
	n, _ := strconv.ParseInt(text, 10, 64)
	return engine.ConnectionID(n)
}

// paths returns the paths of a machine that begin so, when its files are on this host; "" is the current source.
func (c *console) paths(machine, prefix string) []string {
	if machine == "" {
		machine = c.in.Session.CurrentSource()
	}
	if machine == "" || c.in.Session.Locate == nil {
		return nil
	}
	if prefix == "" {
		prefix = "/"
	}
	dir, base := path.Split(prefix)
	folder, ok := c.in.Session.Locate(machine, engine.Path(dir))
	if dir == "" || !ok {
		return nil
	}
	return listed(folder, dir, base)
}

// files returns the paths that begin so.
func files(prefix string) []string {
	dir, base := filepath.Split(prefix)
	open := dir
	if open == "" {
		open = "."
	} else if rest, ok := strings.CutPrefix(open, "~/"); ok {
		home, _ := os.UserHomeDir()
		open = filepath.Join(home, rest)
	}
	return listed(open, dir, base)
}

// listed returns what of a folder begins with base, behind dir and with a slash after folders. What begins with a dot must be asked for.
func listed(folder, dir, base string) []string {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		if name := e.Name(); strings.HasPrefix(name, base) && (base != "" || name[0] != '.') {
			if e.IsDir() {
				name += "/"
			}
			out = append(out, dir+name)
		}
	}
	return out
}
