package driver

// This file checks what a session may do and what replication sets may be called.

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/smrscript/smrscript/engine"
)

// CheckAccess returns an *engine.Error with the code if the login on a machine has less than the level that is needed.
func CheckAccess(machine string, has, need engine.AccessLevel, code engine.Code) error {
	if has >= need {
		return nil
	}
	return &engine.Error{Code: code, Subject: machine, Cause: fmt.Errorf("needed is %v, the login has %v", need, has)}
}

// longestName is how many bytes the name of a replication set has at most.
const longestName = 255

// CheckRepsetName refuses names that could not be written in a command, with CodeBadParameter.
func CheckRepsetName(name string) error {
	bad := ""
	switch {
	case strings.TrimSpace(name) == "":
		bad = "it is empty"
	case len(name) > longestName:
		bad = fmt.Sprintf("it is longer than %d bytes", longestName)
	case strings.ContainsFunc(name, unicode.IsControl):
		bad = "it holds control characters"
	default:
		return nil
	}
	return &engine.Error{Code: engine.CodeBadParameter, Subject: fmt.Sprintf("%.40q", name), Cause: fmt.Errorf("this cannot be the name of a replication set: %s", bad)}
}
