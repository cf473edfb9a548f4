package driver

import (
	"slices"
	"testing"
)

func TestParsePath(t *testing.T) {
	tests := []struct {
		text string
		want []string
		fail bool
	}{
		{text: "/", want: nil},
		{text: "/srv//data/./x/", want: []string{"srv", "data", "x"}},
		{text: "/a/../../etc", want: []string{"etc"}},
		{text: `/a\b`, want: []string{`a\b`}},
		{text: `d:\data\x`, want: []string{"d", "data", "x"}},
		{text: `D:/data`, want: []string{"d", "data"}},
		{text: `D:`, want: []string{"d"}},
		{text: `E:\x\..\..\y`, want: []string{"e:", "y"}},
		{text: `\\host\share\x`, want: []string{"host", "share", "x"}},
		{text: "//host/share", want: []string{"host", "share"}},
		{text: "/name with\nnewline", want: []string{"name with\nnewline"}},
		{text: "/\xff\xfe", want: []string{"\xff\xfe"}},
		{text: "", fail: true},
		{text: "data", fail: true},
		{text: "d:data", fail: true},
		{text: "./x", fail: true},
		{text: "/a\x00b", fail: true},
	}
	for _, tt := range tests {
		got, err := ParsePath(tt.text, func(d string) bool { return d == "e:" })
		if (err != nil) != tt.fail || !slices.Equal(got, Path(tt.want)) {
			t.Errorf("ParsePath(%q) = %q, %v", tt.text, got, err)
		}
	}
}
