package enginetest

// This file states what the rules of a set select.

import (
	"fmt"
	"os"

	"github.com/smrscript/smrscript/engine"
)

func ruleCases() map[string]func(*bench) {
	tests := []struct {
		rules []string
		want  []string
	}{
		{[]string{"/data"}, []string{"a.txt", "b.tmp", "Deep/c.txt", "Deep/d.tmp", "Deep/er/e.txt", "out/f.txt", "x1", "x22"}},
		{[]string{"1 /data"}, []string{"a.txt", "b.tmp", "x1", "x22"}},
		{[]string{"/data", "- /data/*.tmp"}, []string{"a.txt", "Deep/c.txt", "Deep/er/e.txt", "out/f.txt", "x1", "x22"}},
		{[]string{"/data", "-1 /data/*.tmp"}, []string{"a.txt", "Deep/c.txt", "Deep/d.tmp", "Deep/er/e.txt", "out/f.txt", "x1", "x22"}},
		{[]string{"/data", "- /data/out"}, []string{"a.txt", "b.tmp", "Deep/c.txt", "Deep/d.tmp", "Deep/er/e.txt", "x1", "x22"}},
		{[]string{"/data", "- /data/Deep", "/data/Deep/er"}, []string{"a.txt", "b.tmp", "Deep/er/e.txt", "out/f.txt", "x1", "x22"}},
		{[]string{"/data/*.txt"}, []string{"a.txt", "Deep/c.txt", "Deep/er/e.txt", "out/f.txt"}},
		{[]string{"1 /data/*.txt"}, []string{"a.txt"}},
		{[]string{"/data/x?"}, []string{"x1"}},
		{[]string{"/data/x*"}, []string{"x1", "x22"}},
		{[]string{"/data", "- /data/*", "/data/a.txt"}, []string{"a.txt"}},
		{[]string{"/data", "- /data/*.tmp", "/data/Deep/d.tmp"}, []string{"a.txt", "Deep/c.txt", "Deep/d.tmp", "Deep/er/e.txt", "out/f.txt", "x1", "x22"}},
		{[]string{"/data", "- /data/D*"}, []string{"a.txt", "b.tmp", "out/f.txt", "x1", "x22"}},
		{[]string{"- /data/a.txt", "/data"}, []string{"b.tmp", "Deep/c.txt", "Deep/d.tmp", "Deep/er/e.txt", "out/f.txt", "x1", "x22"}},
	}
	all := []string{"a.txt", "b.tmp", "Deep/c.txt", "Deep/d.tmp", "Deep/er/e.txt", "out/f.txt", "x1", "x22"}
	cases := map[string]func(*bench){}
	for _, tt := range tests {
		cases[fmt.Sprint(tt.rules)] = func(b *bench) {
			for _, f := range all {
				b.write(b.SourceDir, "data/"+f, f)
			}
			b.write(b.SourceDir, "beside", "never in the set")
			b.set("s", tt.rules...)
			id := b.connect("s", replicating)
			b.has(b.dst("copy"), tt.want...)
			// Changing everything must not bring in what the rules leave out.
			for _, f := range all {
				b.write(b.SourceDir, "data/"+f, "new "+f)
			}
			b.write(b.SourceDir, "beside", "still not in the set")
			b.drain(id)
			b.has(b.dst("copy"), tt.want...)
			for _, f := range tt.want {
				b.content(b.dst("copy/"+f), "new "+f)
			}
			b.must(os.RemoveAll(b.src("data/Deep")))
			b.drain(id)
			do(b, engine.Disconnect{ID: id})
		}
	}
	return cases
}
