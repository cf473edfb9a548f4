package driver

import (
	"strings"
	"testing"

	"github.com/smrscript/smrscript/engine"
)

func TestCheckAccess(t *testing.T) {
	if err := CheckAccess("alpha", engine.AccessFull, engine.AccessMonitor, engine.CodeTargetAccess); err != nil {
		t.Error(err)
	}
	err := CheckAccess("alpha", engine.AccessMonitor, engine.AccessFull, engine.CodeTargetAccess)
	if engine.CodeOf(err) != engine.CodeTargetAccess || !strings.Contains(err.Error(), "alpha") {
		t.Error(err)
	}
}

func TestCheckRepsetName(t *testing.T) {
	for name, fine := range map[string]bool{
		"database": true, "two words": true, "größe": true, strings.Repeat("x", 255): true,
		"": false, " \t": false, "a\nb": false, "a\x00": false, strings.Repeat("x", 256): false,
	} {
		if err := CheckRepsetName(name); (err == nil) != fine || err != nil && engine.CodeOf(err) != engine.CodeBadParameter {
			t.Errorf("%.20q: %v", name, err)
		}
	}
}

func TestDrive(t *testing.T) {
	for text, want := range map[string]string{"d": "d:", "D:": "d:", "z:": "z:", "": "", ":": "", "dd": "", "1:": "", "d::": "", "ä:": ""} {
		if got, err := Drive(text); got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
}

func TestPath(t *testing.T) {
	for _, tt := range []struct {
		p, q     string
		contains bool
	}{
		{"/", "/", true}, {"/", "/a", true}, {"/a", "/a/b", true}, {"/a", "/ab", false}, {"/a/b", "/a", false}, {"/d", `d:\`, false}, {`d:\`, "d:/x", true},
	} {
		p, err := ParsePath(tt.p, func(string) bool { return true })
		q, err2 := ParsePath(tt.q, func(string) bool { return true })
		if err != nil || err2 != nil || p.Contains(q) != tt.contains {
			t.Errorf("%v contains %v: %v (%v, %v)", p, q, !tt.contains, err, err2)
		}
	}
}
