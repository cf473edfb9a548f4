package plan

// This file defines what a plan rests on, and how two such states differ.

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/smrscript/smrscript/engine"
)

// A State is what an engine had when a plan was made: the replication sets of the sources and the connections of the machines that the
// plan changes. Progress and times are not part of it.
type State struct {
	Machines    []string            `json:"machines"` // sorted
	Repsets     []engine.Repset     `json:"repsets"`
	Connections []engine.Connection `json:"connections"` // without the times they were made at
}

// read asks an engine for the state of machines.
func read(ctx context.Context, c engine.Client, machines map[string]bool) (State, error) {
	s := State{Machines: slices.Sorted(maps.Keys(machines)), Repsets: []engine.Repset{}, Connections: []engine.Connection{}}
	for _, m := range s.Machines {
		sets, err := engine.Call(ctx, c, engine.ListRepsets{Source: m})
		if err != nil {
			return s, fmt.Errorf("reading the replication sets of %s: %w", m, err)
		}
		for _, set := range sets {
			s.Repsets = append(s.Repsets, set.Repset)
		}
	}
	all, err := engine.Call(ctx, c, engine.FindConnections{})
	if err != nil {
		return s, fmt.Errorf("reading the connections: %w", err)
	}
	for _, con := range all {
		if machines[con.Source] || machines[con.Target] {
			con.Established = con.Established.UTC()
			s.Connections = append(s.Connections, con)
		}
	}
	return s, nil
}

// lines shows a state as lines that are equal when the states are.
func (s State) lines() []string {
	var out []string
	for _, r := range s.Repsets {
		rules := make([]string, len(r.Rules))
		for i, rule := range r.Rules {
			rules[i] = rule.String()
		}
		out = append(out, fmt.Sprintf("replication set %s of %s: %s", r.Name, r.Source, strings.Join(rules, "; ")))
	}
	for _, c := range s.Connections {
		out = append(out, fmt.Sprintf("connection %d: %s%s", c.ID, describeConnection(c), replicates(c.Replicate)))
	}
	return out
}

func replicates(yes bool) string {
	if yes {
		return ", replicating"
	}
	return ""
}

// Differences lists how now differs from s: lines that begin with "- " are gone, those that begin with "+ " are new.
func (s State) Differences(now State) []string {
	was, is := s.lines(), now.lines()
	var out []string
	for _, line := range was {
		if !slices.Contains(is, line) {
			out = append(out, "- "+line)
		}
	}
	for _, line := range is {
		if !slices.Contains(was, line) {
			out = append(out, "+ "+line)
		}
	}
	return out
}
