package source

import (
	"sync"
	"testing"
)

func TestSpan(t *testing.T) {
	a, b := Span{2, 4}, Span{7, 9}
	if a.Range() != a || a.To(b) != (Span{2, 9}) {
		t.Errorf("%v %v", a.Range(), a.To(b))
	}
}

func TestPosition(t *testing.T) {
	f := NewFile("t", "ab\nçd\r\n\nlast")
	for _, c := range []struct {
		offset int
		want   Position
	}{
		{0, Position{1, 1}}, {2, Position{1, 3}}, {3, Position{2, 1}}, {5, Position{2, 2}}, {8, Position{3, 1}}, {9, Position{4, 1}}, {13, Position{4, 5}},
		{-5, Position{1, 1}}, {99, Position{4, 5}},
	} {
		if got := f.Position(c.offset); got != c.want {
			t.Errorf("offset %d is at %v, want %v", c.offset, got, c.want)
		}
		if got := f.Line(c.offset); got != c.want.Line {
			t.Errorf("offset %d is in line %d, want %d", c.offset, got, c.want.Line)
		}
	}
	for number, want := range map[int]string{0: "", 1: "ab", 2: "çd", 3: "", 4: "last", 5: ""} {
		if got := f.LineText(number); got != want {
			t.Errorf("line %d is %q, want %q", number, got, want)
		}
	}
	if got := f.Of(Span{3, 6}); got != "çd" {
		t.Errorf("Of gives %q", got)
	}
}

func TestFirstLine(t *testing.T) {
	f := &File{Name: "eval", Text: "a\nb", FirstLine: 10}
	if p := f.Position(2); p != (Position{11, 1}) || f.Line(0) != 10 || f.LineText(11) != "b" || f.LineText(1) != "" {
		t.Errorf("%v %d %q", p, f.Line(0), f.LineText(11))
	}
}

func TestEmpty(t *testing.T) {
	f := NewFile("t", "")
	if p := f.Position(0); p != (Position{1, 1}) || f.LineText(1) != "" || f.LineText(2) != "" {
		t.Errorf("%v", p)
	}
}

func TestConcurrentUse(t *testing.T) {
	f := NewFile("t", "a\nb\nc")
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if f.Line(4) != 3 {
				t.Error("wrong line")
			}
		})
	}
	wait.Wait()
}
