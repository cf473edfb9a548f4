package embedded

// This file gives the guide's settings for orphans, which are the policy of a target under other names.

import (
	"errors"
	"fmt"
	"strings"

	"github.com/smrscript/smrscript/engine"
)

const (
	setMoveOrphans = "MoveOrphanedFiles" // 1: orphans are moved, 0: deleted
	setOrphansDir  = "MoveOrphansDir"    // where to
)

func isOrphanSetting(label string) bool {
	return strings.EqualFold(label, setMoveOrphans) || strings.EqualFold(label, setOrphansDir)
}

// orphanSetting reads one of these settings; ok is false for another one.
func (c *core) orphanSetting(m *machine, label string) (s engine.Setting, ok bool) {
	p := c.policy(m)
	switch {
	case strings.EqualFold(label, setMoveOrphans):
		s = engine.Setting{Label: setMoveOrphans, Value: "0", Default: "0"}
		if p.MoveTo != "" {
			s.Value = "1"
		}
	case strings.EqualFold(label, setOrphansDir):
		s = engine.Setting{Label: setOrphansDir, Value: string(p.Bin)}
	default:
		return s, false
	}
	return s, true
}

// saveOrphanSetting changes the policy as a setting says.
func (cl *Client) saveOrphanSetting(op engine.SaveSetting) error {
	dst, err := cl.target(op.Machine, engine.AccessFull)
	if err != nil {
		return err
	}
	cl.change.Lock()
	defer cl.change.Unlock()
	p := cl.policy(dst)
	p.Target = dst.name
	switch value := strings.TrimSpace(op.Value); {
	case strings.EqualFold(op.Label, setOrphansDir):
		if p.MoveTo != "" && op.Value == "" {
			return &engine.Error{Code: engine.CodeBadParameter, Subject: setOrphansDir, Cause: errors.New("orphans are moved and need a folder"), Hint: "Set MoveOrphanedFiles = 0 before."}
		}
		p.Bin = engine.Path(op.Value)
		if p.MoveTo != "" {
			p.MoveTo = p.Bin
		}
	case value == "0":
		p.MoveTo = ""
	case value != "1":
		return &engine.Error{Code: engine.CodeBadParameter, Subject: setMoveOrphans, Cause: fmt.Errorf("%q is neither 0 nor 1", op.Value)}
	case p.Bin == "":
		return &engine.Error{Code: engine.CodeBadParameter, Subject: setMoveOrphans, Cause: errors.New("there is no folder to move orphans to"), Hint: "Set MoveOrphansDir before."}
	default:
		p.MoveTo = p.Bin
	}
	return cl.changePolicy(dst, p)
}
