package plan

// This file says operations in the words of people.

import (
	"fmt"
	"strings"

	"github.com/smrscript/smrscript/engine"
)

// describeConnection says what a connection connects.
func describeConnection(c engine.Connection) string {
	return fmt.Sprintf("%s of %s to %s map %s", c.Repset, c.Source, c.Target, c.Mapping)
}

// describe says what an operation does. of finds the connection with an id.
func describe(op engine.Op, of func(engine.ConnectionID) string) string {
	switch op := op.(type) {
	case engine.Login:
		if op.User == "" {
			return "log in on " + op.Machine
		}
		return fmt.Sprintf("log in on %s as %s", op.Machine, op.User)
	case engine.Connect:
		text := "connect " + describeConnection(engine.Connection{Repset: op.Repset, Source: op.Source, Target: op.Target, Mapping: op.Mapping})
		if op.Mirror != nil {
			text += ", mirror " + describeMirror(*op.Mirror)
		}
		return text + replicate(op.Replicate)
	case engine.Restore:
		text := fmt.Sprintf("restore %s of %s from %s", op.Repset, op.Source, op.Target)
		if op.Machine != "" {
			text += " to " + op.Machine
		}
		return text + ", mirror " + describeMirror(op.Options)
	case engine.Disconnect:
		text := "disconnect "
		if op.All {
			text += "everything of " + op.Source
		} else {
			text += of(op.ID)
		}
		if op.Settle {
			text += ", once its copy is settled"
		}
		return text
	case engine.MirrorStart:
		return "mirror " + of(op.ID) + ": " + describeMirror(op.Options)
	case engine.Wait:
		return fmt.Sprintf("wait for the %s of %s", waitWord(op.For), of(op.ID))
	case engine.SaveRepset:
		rules := make([]string, len(op.Repset.Rules))
		for i, r := range op.Repset.Rules {
			rules[i] = r.String()
		}
		return fmt.Sprintf("save replication set %s of %s: %s", op.Repset.Name, op.Repset.Source, strings.Join(rules, "; "))
	case engine.DeleteRepset:
		return fmt.Sprintf("delete replication set %s of %s", op.Repset, op.Source)
	case engine.CopyRepset:
		return fmt.Sprintf("copy replication set %s of %s as %s", op.Repset, op.Source, op.To)
	case engine.RenameRepset:
		return fmt.Sprintf("rename replication set %s of %s to %s", op.Repset, op.Source, op.To)
	}
	return describeOther(op, of)
}

// describeOther says an operation that has no sentence of its own by its name and its fields.
func describeOther(op engine.Op, of func(engine.ConnectionID) string) string {
	text := strings.ReplaceAll(op.Name(), "-", " ")
	if id := connectionOf(op); id > 0 {
		return text + ": " + of(id)
	}
	if m := engine.MachineOf(op); m != "" {
		return text + " on " + m
	}
	return text
}

func describeMirror(o engine.MirrorOptions) string {
	words := []string{string(o.Kind)}
	if o.Kind == "" {
		words[0] = string(engine.MirrorAll)
	}
	for _, w := range []struct {
		on   bool
		word string
	}{{o.Newer, "newer"}, {o.Checksum, "checksum"}, {o.Orphans, "orphans"}} {
		if w.on {
			words = append(words, w.word)
		}
	}
	return strings.Join(words, ", ")
}

func replicate(yes bool) string {
	if yes {
		return ", replicate"
	}
	return ""
}

func waitWord(w engine.WaitFor) string {
	switch w {
	case engine.WaitMirror:
		return "end of the mirror"
	case engine.WaitQueue:
		return "empty queue"
	}
	return "consistent copy"
}
