package format

import (
	"fmt"
	"testing"

	"github.com/smrscript/smrscript/runtime/value"
)

func TestVec(t *testing.T) {
	var rows []row
	for _, s := range []value.Value{value.Str(""), value.Str("a"), value.Str("hello world"), value.Str("\xff\x00\x80\x01\x7f"), value.Wide("é\u00ff"), value.Undef} {
		for _, bits := range []int64{1, 2, 4, 8, 16, 32, 64} {
			for _, off := range []int64{0, 1, 2, 3, 5, 7, 8, 13, 30, 87, 88, 1000} {
				v, err := Vec(s, off, bits)
				if err != nil {
					t.Fatal(err)
				}
				rows = append(rows, row{fmt.Sprintf("no warnings; vec(%s, %d, %d)", literal(s), off, bits), show(v)})
				if off > 100 {
					continue
				}
				for _, n := range append(ints(0, 1, -1, 300, 1<<40), floats(2.7)...) {
					v, err := SetVec(s, off, bits, n)
					if err != nil {
						t.Fatal(err)
					}
					rows = append(rows, row{fmt.Sprintf("no warnings; my $s = %s; vec($s, %d, %d) = %s; $s", literal(s), off, bits, literal(n)), show(v)})
				}
			}
		}
	}
	checkRows(t, rows)
}

func TestVecFaults(t *testing.T) {
	s := value.Str("abc")
	for _, bits := range []int64{0, 3, -1, 65, 128} {
		if _, err := Vec(s, 0, bits); err == nil {
			t.Errorf("Vec with %d bits: no error", bits)
		}
		if _, err := SetVec(s, 0, bits, s); err == nil {
			t.Errorf("SetVec with %d bits: no error", bits)
		}
	}
	if v, err := Vec(s, -1, 8); err != nil || v.ToInt() != 0 {
		t.Errorf("Vec before the start: %v %v", v, err)
	}
	if _, err := SetVec(s, -1, 8, s); err == nil {
		t.Error("SetVec before the start: no error")
	}
	if _, err := SetVec(s, 1<<60, 64, s); err == nil {
		t.Error("SetVec far away: no error")
	}
	if v, err := Vec(s, 1<<62, 64); err != nil || v.ToInt() != 0 {
		t.Errorf("Vec far away: %v %v", v, err)
	}
	if _, err := Vec(value.Wide("→"), 0, 8); err == nil {
		t.Error("Vec of a wide character: no error")
	}
	if _, err := SetVec(value.Wide("→"), 0, 8, s); err == nil {
		t.Error("SetVec of a wide character: no error")
	}
}
