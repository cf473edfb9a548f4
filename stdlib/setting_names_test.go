package stdlib

// This file tests that the settings are read from the page of SET as it stands.

import (
	"slices"
	"testing"

	"github.com/smrscript/smrscript/runtime"
)

func TestSettingNames(t *testing.T) {
	names := map[string]SettingName{}
	for _, s := range SettingNames(Registry()) {
		names[s.Name] = s
	}
	for name, takes := range map[string][]string{
		"EnableTaskCmdProcessing": {"0", "1"},
		"MissedHeartbeats":        {"20"},
		"VerifyLogName":           {"DTVerify.log"},
		"VerifyLogAppend":         {"0", "1"},
	} {
		if s := names[name]; s.About == "" || !slices.Equal(s.Takes, takes) {
			t.Errorf("%s: %+v", name, s)
		}
	}
	if SettingNames(&runtime.Registry{}) != nil {
		t.Error("a registry without SET has settings")
	}
}

func TestProposedValues(t *testing.T) {
	for _, c := range []struct {
		about string
		want  []string
	}{
		{"0 or 1: whether it is on; 1", []string{"0", "1"}},
		{"1: added, 0: anew; 1", []string{"0", "1"}},
		{"bytes from which on nothing more is added; 1048576", []string{"1048576"}},
		{"what follows: 0 nothing, 1 a mirror, 2 both; 2", []string{"0", "1", "2"}},
		{"seconds between tries, 0: none; 30", []string{"0", "30"}},
		{"megabytes on disk; QJournalDir tells where", nil},
		{"fast or slow: how; slow", []string{"fast", "slow"}},
		{"no default and no choices", nil},
		{"a name; none of its own", nil},
		{"", nil},
	} {
		if got := proposed(c.about); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.about, got, c.want)
		}
	}
}
