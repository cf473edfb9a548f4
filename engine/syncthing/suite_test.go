package syncthing_test

// This file runs the suite of all drivers on real daemons.

import (
	"testing"

	"github.com/smrscript/smrscript/engine/enginetest"
)

func TestSuite(t *testing.T) {
	enginetest.Run(t, func(t *testing.T) enginetest.Fixture {
		t.Parallel()
		return newWorld(t).fixture()
	})
}
