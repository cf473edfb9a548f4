package syncthing

// This file tests the parts that need no daemon: rules, labels, places, versions, the configuration.

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/driver"
	"github.com/smrscript/smrscript/engine/syncthing/rest"
)

func testMachine(root string, drives map[string]string) *machine {
	return &machine{name: "m", root: root, drives: drives}
}

func TestPatterns(t *testing.T) {
	m := testMachine("/srv", nil)
	for _, c := range []struct {
		rules string // separated by commas; - excludes, 1 does not recurse
		root  string
		want  string
	}{
		{"/data", "/data", ""},
		{"/data,- /data/*.tmp", "/data", "/*.tmp /**/*.tmp"},
		{"/data,-1 /data/*.tmp", "/data", "!/*.tmp/** /*.tmp"},
		{"/data,- /data/out", "/data", "/out"},
		{"/data,- /data/Deep,/data/Deep/er", "/data", "!/Deep/er /Deep"},
		{"1 /data", "/data", "/*/** !/* *"},
		{"/data/*.txt", "/data", "!/*.txt !/**/*.txt *"},
		{"1 /data/*.txt", "/data", "/*.txt/** !/*.txt *"},
		{"/data,- /data/*,/data/a.txt", "/data", "!/a.txt /* /**/*"},
		{"/data,- /data/*.tmp,/data/d/x.tmp", "/data", "!/d/x.tmp /*.tmp /**/*.tmp"},
		{"- /data/a.txt,/data", "/data", "/a.txt"},
		{"/data/f", "/data", "!/f *"},
		{"/data,- /other/x", "/data", ""},
		{"/data,- /data/[odd]{name}", "/data", `/\[odd\]\{name\}`},
		{"/data,- /data/a**b", "/data", "/a*b /**/a*b"},
		{"/a,/b", "/a", ""},
		{"/", "/", ""},
		{"/,- /proc", "/", "/proc"},
	} {
		rules, err := compile(m, ruleList(c.rules))
		if err != nil {
			t.Fatal(err)
		}
		root, _ := m.parse(engine.Path(c.root))
		if got := strings.Join(patterns(rules, root), " "); got != c.want {
			t.Errorf("%s below %s: %q, want %q", c.rules, c.root, got, c.want)
		}
	}
}

func ruleList(text string) (list []engine.Rule) {
	for r := range strings.SplitSeq(text, ",") {
		how, p, ok := strings.Cut(r, " ")
		if !ok {
			how, p = "", r
		}
		list = append(list, engine.Rule{Path: engine.Path(p), Exclude: strings.Contains(how, "-"), NoRecurse: strings.Contains(how, "1")})
	}
	return list
}

func TestRoots(t *testing.T) {
	m := testMachine("/srv", nil)
	for text, want := range map[string]string{
		"/a": "/a", "/b,/a": "/a /b", "/a,/a/b": "/a", "/a/*.txt": "/a", "- /a": "", "/a,- /b": "/a", "/a/b,/a": "/a", "/a/*.x,/a/b/*.y": "/a",
	} {
		rules, err := compile(m, ruleList(text))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range rootsOf(rules) {
			got = append(got, r.String())
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestRefusedRules(t *testing.T) {
	m := testMachine("", nil)
	for _, p := range []string{"", "relative", "d:relative", "/a*b/c", "/nul\x00", "/two\nlines", "/not \xff utf-8"} {
		if _, err := compile(m, []engine.Rule{{Path: engine.Path(p)}}); engine.CodeOf(err) != engine.CodeBadSourcePath {
			t.Errorf("%q: %v", p, err)
		}
	}
	for _, c := range []struct {
		lines []string
		sep   string
		ok    bool
	}{{[]string{"/a b"}, "/", true}, {[]string{"/a "}, "/", false}, {[]string{`/\[x\]`}, "/", true}, {[]string{`/\[x\]`}, `\`, false}} {
		if err := checkPatterns(c.lines, c.sep); (err == nil) != c.ok {
			t.Errorf("%q for %s: %v", c.lines, c.sep, err)
		}
	}
}

func TestPaths(t *testing.T) {
	here, windows := testMachine("/srv/alpha", map[string]string{"d:": "/mnt/d"}), testMachine("", nil)
	for _, c := range []struct {
		m               *machine
		sep, text, want string
	}{
		{here, "/", "/data", "/srv/alpha/data"},
		{here, "/", "/", "/srv/alpha/"},
		{here, "/", "/a/../../b/./c//", "/srv/alpha/b/c"},
		{here, "/", `d:\x\y`, "/mnt/d/x/y"},
		{here, "/", `D:/x`, "/mnt/d/x"},
		{here, "/", `e:\x`, "/srv/alpha/e/x"},
		{here, "/", `\\host\share\x`, "/srv/alpha/host/share/x"},
		{here, "/", `/back\slash`, `/srv/alpha/back\slash`},
		{windows, `\`, `d:\x\..\..\y`, `D:\y`},
		{windows, `\`, `c:\`, `C:\`},
		{windows, "/", "/srv", "/srv"},
	} {
		p, err := c.m.parse(engine.Path(c.text))
		if got := c.m.locate(p, c.sep); err != nil || got != c.want {
			t.Errorf("%s: %q (%v), want %q", c.text, got, err, c.want)
		}
	}
	for _, c := range []struct {
		a, b, sep string
		want      bool
	}{{"/a", "/a", "/", true}, {"/a", "/a/b", "/", true}, {"/a/b/", "/a", "/", true}, {"/a", "/ab", "/", false}, {"/", "/x", "/", true}, {"/A", "/a", "/", false}, {`C:\X`, `c:\x\y`, `\`, true}} {
		if got := overlap(c.a, c.b, c.sep); got != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
}

func TestLabels(t *testing.T) {
	r := record{ID: 7, Set: "My Set {\"", From: "alpha", To: "beta", Map: engine.Mapping{Kind: engine.MapBase, Base: "/copies/one"}, Part: 1, Parts: 2,
		Turn: 3, Item: "x", Repl: true, Orphans: true, Since: time.Now().UTC().Truncate(time.Second)}
	for _, parked := range []bool{false, true} {
		f := rest.Folder{ID: r.folderID(), Label: r.label(parked)}
		got, p, ok := readLabel(f)
		if !ok || p != parked || fmt.Sprint(got) != fmt.Sprint(r) {
			t.Errorf("%+v, %v, %v", got, p, ok)
		}
		if con := got.connection(); con.ID != 7 || con.Source != "alpha" || con.Repset != r.Set || !con.Replicate || !con.Orphans || !con.Mapping.Equal(r.Map) {
			t.Errorf("connection %+v", con)
		}
	}
	if a, b := r.folderID(), r.folderID(); a == b || !strings.HasPrefix(a, "smrscript-7-1-3-") {
		t.Errorf("ids %s and %s", a, b)
	}
	for _, f := range []rest.Folder{{}, {ID: "smrscript-1", Label: "Photos"}, {ID: "photos", Label: r.label(false)}, {ID: "smrscript-1", Label: labelPrefix}, {ID: "smrscript-1", Label: labelPrefix + "{"},
		{ID: "smrscript-1", Label: labelPrefix + `{"id":0,"parts":1}`}, {ID: "smrscript-1", Label: labelPrefix + `{"id":1,"part":1,"parts":1}`}, {ID: "smrscript-1", Label: labelPrefix + `{"id":1,"part":-1,"parts":1}`},
		{ID: "smrscript-1", Label: labelPrefix + `{"id":1,"parts":2000000000}`}} {
		if _, _, ok := readLabel(f); ok {
			t.Errorf("%+v is taken for ours", f)
		}
	}
}

// FuzzLabel reads labels that anybody may write.
func FuzzLabel(f *testing.F) {
	f.Add("smrscript-1", labelPrefix+`{"id":1,"parts":1,"since":"2026-01-01T00:00:00Z"}`)
	f.Add("smrscript-1", parkedPrefix+`{"id":1,"map":{"kind":"base"}}`)
	f.Fuzz(func(t *testing.T, id, label string) {
		r, _, ok := readLabel(rest.Folder{ID: id, Label: label})
		if ok && (r.ID < 1 || r.Part < 0 || r.Part >= r.Parts || r.Parts > maxParts) {
			t.Errorf("%+v", r)
		}
	})
}

func TestVersions(t *testing.T) {
	for text, want := range map[string]string{
		"v1.19.2-ds1": "", "v1.19.0": "", "v1.30.0": "", "v2.0.10": "", "v2.1.3-rc.1": "",
		"v1.18.6": "older than 1.19", "v1.2.3": "older", "v0.14.55": "older", "v3.0.0": "newer", "unknown-dev": "none", "": "none", "v2": "none", "v2.x": "none",
	} {
		err := checkVersion(text)
		if (err == nil) != (want == "") || err != nil && (!strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), text)) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func TestListenAddress(t *testing.T) {
	for want, list := range map[string][]string{
		"tcp://h:22000": {"default"}, "tcp://h:22001": {"quic://:9", "tcp://0.0.0.0:22001"}, "tcp://h:5": {"tcp4://:5", "tcp://:6"},
	} {
		if got := listenAddress("h", list); got != want {
			t.Errorf("%q: %s, want %s", list, got, want)
		}
	}
	if got := listenAddress("::1", nil); got != "tcp://[::1]:22000" {
		t.Error(got)
	}
	for text, ok := range map[string]bool{"": true, "tcp://h:1": true, "quic://[::1]:1": true, "h:1": false, "http://h:1": false, "tcp://h": false, "dynamic": false} {
		if err := CheckAddress(text); (err == nil) != ok {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestConfig(t *testing.T) {
	good := Machine{URL: "http://127.0.0.1:1", Key: engine.NewSecret("k")}
	for _, c := range []struct {
		want     string
		machines map[string]Machine
	}{
		{"url: plain HTTP", map[string]Machine{"a": {URL: "http://example.com"}}},
		{"fingerprint", map[string]Machine{"a": {URL: "https://h", Fingerprint: "x"}}},
		{"address", map[string]Machine{"a": {URL: "https://h", Address: "h:1"}}},
		{"drive", map[string]Machine{"a": {URL: "https://h", Drives: map[string]string{"data": "/x"}}}},
		{"needs a name", map[string]Machine{" ": good}},
		{"differ only by case", map[string]Machine{"a": good, "A": good}},
	} {
		_, err := Open(Config{StateDir: t.TempDir(), Machines: c.machines})
		if engine.CodeOf(err) != engine.CodeBadParameter || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, want %q", err, c.want)
		}
	}
}

func TestMerge(t *testing.T) {
	item := func(from, to, name string) plan {
		return plan{from: from, to: to, item: name, roots: []driver.Path{{name}}}
	}
	dir := func(from, to string) plan { return plan{from: from, to: to, roots: []driver.Path{{from}}} }
	for _, c := range []struct {
		name string
		list []plan
		want int
	}{
		{"one", []plan{dir("/a", "/c")}, 1},
		{"two folders", []plan{dir("/a", "/c/a"), dir("/b", "/c/b")}, 2},
		{"two files of a folder", []plan{item("/a", "/c", "x"), item("/a", "/c", "y")}, 1},
		{"a file and the folder beside it", []plan{dir("/a/sub", "/c/sub"), item("/a", "/c", "x")}, 1},
		{"a file and a folder elsewhere", []plan{dir("/a/sub", "/d"), item("/a", "/c", "x")}, 2},
		{"a file and a folder of another name", []plan{dir("/a/deep/sub", "/c/sub"), item("/a", "/c", "x")}, 2},
		{"files of two folders", []plan{item("/a", "/c", "x"), item("/b", "/c", "y")}, 2},
	} {
		out, err := merge(slices.Clone(c.list))
		roots := 0
		for _, p := range out {
			roots += len(p.roots)
		}
		if err != nil || len(out) != c.want || roots != len(c.list) {
			t.Errorf("%s: %d folders with %d roots, %v", c.name, len(out), roots, err)
		}
	}
}

func TestPlaces(t *testing.T) {
	r := record{ID: 3, Parts: 1}
	folder := func(id, label, path, kind string) rest.Folder {
		return rest.Folder{ID: id, Label: label, Path: path, Type: kind}
	}
	one := []plan{{to: "/srv/copy"}}
	for _, c := range []struct {
		name    string
		plans   []plan
		folders []rest.Folder
		code    engine.Code
		away    int
	}{
		{"free", one, []rest.Folder{folder("x", "Photos", "/srv/copy2", "sendreceive")}, 0, 0},
		{"below people's", one, []rest.Folder{folder("x", "Photos", "/srv", "sendreceive")}, engine.CodeBadParameter, 0},
		{"above people's", one, []rest.Folder{folder("x", "", "/srv/copy/in", "sendonly")}, engine.CodeBadParameter, 0},
		{"another's copy", one, []rest.Folder{folder("smrscript-3", r.label(false), "/srv/copy", rest.ReceiveOnly)}, engine.CodeBadParameter, 0},
		{"another's source", one, []rest.Folder{folder("smrscript-3", r.label(false), "/srv/copy", rest.SendOnly)}, engine.CodeBadParameter, 0},
		{"a former copy", one, []rest.Folder{folder("smrscript-3", r.label(true), "/srv/copy/in", rest.ReceiveOnly)}, 0, 1},
		{"each other", []plan{{to: "/c"}, {to: "/c/d"}}, nil, engine.CodeBadParameter, 0},
		{"beside a file", []plan{{to: "/c", item: "x"}, {to: "/c/d"}}, nil, 0, 0},
		{"over a file", []plan{{to: "/c", item: "d"}, {to: "/c/d"}}, nil, engine.CodeBadParameter, 0},
		{"two files", []plan{{to: "/c", item: "x"}, {to: "/c", item: "y"}}, nil, engine.CodeUnsupported, 0},
	} {
		away, err := checkPlaces(c.plans, c.folders, "/")
		if engine.CodeOf(err) != c.code || len(away) != c.away {
			t.Errorf("%s: %d away, %v", c.name, len(away), err)
		}
	}
}

func TestOptions(t *testing.T) {
	for _, c := range []struct {
		o    engine.MirrorOptions
		code engine.Code
	}{
		{engine.MirrorOptions{}, 0}, {engine.MirrorOptions{Kind: engine.MirrorAll, Orphans: true}, 0}, {engine.MirrorOptions{Kind: engine.MirrorDifferent, Checksum: true}, 0},
		{engine.MirrorOptions{Checksum: true}, engine.CodeBadOption}, {engine.MirrorOptions{Newer: true}, engine.CodeBadOption}, {engine.MirrorOptions{Kind: "odd"}, engine.CodeBadOption},
		{engine.MirrorOptions{Kind: engine.MirrorDifferent, Newer: true}, engine.CodeUnsupported},
	} {
		if err := checkOptions(c.o); engine.CodeOf(err) != c.code {
			t.Errorf("%+v: %v", c.o, err)
		}
	}
}

// Daemons before 2.0 count bytes for folders and links.
func TestOfFiles(t *testing.T) {
	s := rest.FolderStatus{GlobalBytes: 1000, GlobalDirectories: 2, LocalBytes: 300, LocalDirectories: 1, LocalSymlinks: 1, NeedBytes: 5, NeedDirectories: 1}
	old, now := &machine{padded: true}, &machine{}
	if got := old.ofFiles(s); got.GlobalBytes != 744 || got.LocalBytes != 44 || got.NeedBytes != 0 {
		t.Errorf("before 2.0: %+v", got)
	}
	if got := now.ofFiles(s); got.GlobalBytes != 1000 || got.LocalBytes != 300 || got.NeedBytes != 5 {
		t.Errorf("since 2.0: %+v", got)
	}
}
