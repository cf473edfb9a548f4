package enginetest

// This file states what engines do with replication sets.

import (
	"strings"

	"github.com/smrscript/smrscript/engine"
)

func repsetCases() map[string]func(*bench) {
	return map[string]func(*bench){
		"life": repsetLife,
		"refused": func(b *bench) {
			refuse(b, engine.CodeNoRepset, engine.GetRepset{Source: b.Source, Repset: "none"})
			refuse(b, engine.CodeNoRepset, engine.DeleteRepset{Source: b.Source, Repset: "none"})
			refuse(b, engine.CodeNoRepset, engine.CopyRepset{Source: b.Source, Repset: "none", To: "x"})
			refuse(b, engine.CodeNoRepset, engine.RenameRepset{Source: b.Source, Repset: "none", To: "x"})
			refuse(b, engine.CodeNoRepset, engine.CalculateRepset{Source: b.Source, Repset: "none"})
			refuse(b, engine.CodeNoSource, engine.ListRepsets{})
			refuse(b, engine.CodeNoMachine, engine.ListRepsets{Source: "nowhere"})
			for _, name := range []string{"", "  ", "a\x00b", "a\nb", strings.Repeat("x", 300)} {
				refuse(b, engine.CodeBadParameter, engine.SaveRepset{Repset: engine.Repset{Source: b.Source, Name: name}})
			}
			for _, path := range []string{"", "relative", "d:relative", "/a*b/c", "/nul\x00"} {
				refuse(b, engine.CodeBadSourcePath, engine.SaveRepset{Repset: engine.Repset{Source: b.Source, Name: "s",
					Rules: []engine.Rule{{Path: engine.Path(path)}}}})
			}
			if list := do(b, engine.ListRepsets{Source: b.Source}); len(list) != 0 {
				b.Errorf("a refused set was saved: %v", list)
			}
		},
		"in use": func(b *bench) {
			b.write(b.SourceDir, "data/f", "1")
			b.set("s", "/data")
			id := b.connect("s", unmirrored)
			b.set("s", "/data") // saving the same again changes nothing
			refuse(b, engine.CodeRepsetInUse, engine.SaveRepset{Repset: engine.Repset{Source: b.Source, Name: "s", Rules: parseRules([]string{"/x"})}})
			refuse(b, engine.CodeRepsetInUse, engine.DeleteRepset{Source: b.Source, Repset: "s"})
			refuse(b, engine.CodeRepsetInUse, engine.RenameRepset{Source: b.Source, Repset: "s", To: "t"})
			if info := do(b, engine.GetRepset{Source: b.Source, Repset: "s"}); info.Connections != 1 {
				b.Errorf("%d connections", info.Connections)
			}
			do(b, engine.Disconnect{ID: id})
			do(b, engine.DeleteRepset{Source: b.Source, Repset: "s"})
		},
		"calculate": func(b *bench) {
			b.write(b.SourceDir, "data/a", "12345")
			b.write(b.SourceDir, "data/sub/b", "123")
			b.write(b.SourceDir, "data/sub/c.tmp", "1234567")
			b.set("s", "/data", "- /data/*.tmp")
			if b.refuseIf(NoCalculating, engine.CalculateRepset{Source: b.Source, Repset: "s"}) {
				b.connect("s", replicating)
			}
			if size := do(b, engine.CalculateRepset{Source: b.Source, Repset: "s"}); size.Bytes != 8 || size.Files != 2 || size.Folders != 2 {
				b.Errorf("size %+v", size)
			}
		},
	}
}

func repsetLife(b *bench) {
	rules := parseRules([]string{"/data", "- /data/*.tmp", "1 /other"})
	set := engine.Repset{Source: b.Source, Name: "My Set", Rules: rules}
	do(b, engine.SaveRepset{Repset: set, Create: true})
	refuse(b, engine.CodeRepsetExists, engine.SaveRepset{Repset: set, Create: true})
	if got := do(b, engine.GetRepset{Source: b.Source, Repset: "My Set"}); !got.Repset.Equal(set) || got.Saved.IsZero() || got.Connections != 0 {
		b.Errorf("got %+v", got)
	}
	set.Rules = rules[:1]
	do(b, engine.SaveRepset{Repset: set})
	do(b, engine.CopyRepset{Source: b.Source, Repset: "My Set", To: "A copy"})
	refuse(b, engine.CodeRepsetExists, engine.CopyRepset{Source: b.Source, Repset: "My Set", To: "A copy"})
	refuse(b, engine.CodeRepsetExists, engine.RenameRepset{Source: b.Source, Repset: "My Set", To: "A copy"})
	do(b, engine.RenameRepset{Source: b.Source, Repset: "My Set", To: "Renamed"})
	refuse(b, engine.CodeNoRepset, engine.GetRepset{Source: b.Source, Repset: "My Set"})
	var names []string
	for _, s := range do(b, engine.ListRepsets{Source: b.Source}) {
		names = append(names, s.Name)
		if len(s.Rules) != 1 {
			b.Errorf("%s has rules %v", s.Name, s.Rules)
		}
	}
	if got := strings.Join(names, "|"); got != "A copy|Renamed" {
		b.Errorf("sets: %s", got)
	}
	if other := do(b, engine.ListRepsets{Source: b.Target}); len(other) != 0 {
		b.Errorf("the target has sets: %v", other)
	}
	do(b, engine.DeleteRepset{Source: b.Source, Repset: "Renamed"})
	refuse(b, engine.CodeNoRepset, engine.GetRepset{Source: b.Source, Repset: "Renamed"})
}
