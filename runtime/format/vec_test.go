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

// PutVec in bytes gives what SetVec gives in a string, whatever was there before, and shows no old bytes when it grows.
func TestPutVec(t *testing.T) {
	stale := []byte("stale bytes in the spare room")[:0]
	for _, bits := range []int64{1, 2, 4, 8, 16, 32, 64} {
		want, got := value.Str(""), stale
		for i := int64(0); i < 40; i++ {
			offset, n := i*7%23, value.Int(i*0x1234567)
			var err error
			if want, err = SetVec(want, offset, bits, n); err != nil {
				t.Fatal(err)
			}
			if got, err = PutVec(got, offset, bits, n); err != nil {
				t.Fatal(err)
			}
			if string(got) != want.S() {
				t.Fatalf("%d bits, offset %d: %q, want %q", bits, offset, got, want.S())
			}
			a, _ := Vec(want, offset, bits)
			if b, err := VecBytes(got, offset, bits); err != nil || a.String() != b.String() {
				t.Errorf("%d bits, offset %d: reads %s, want %s (%v)", bits, offset, b.String(), a.String(), err)
			}
		}
		stale = got[:0]
	}
	for _, bad := range [][2]int64{{0, 3}, {-1, 8}, {maxVec, 64}} {
		if b, err := PutVec([]byte("as it was"), bad[0], bad[1], value.Int(1)); err == nil || string(b) != "as it was" {
			t.Errorf("offset %d of %d bits: %q, %v", bad[0], bad[1], b, err)
		}
	}
	if v, err := VecBytes([]byte("x"), -1, 8); err != nil || v.I() != 0 {
		t.Errorf("a negative offset reads %v, %v", v, err)
	}
	if _, err := VecBytes(nil, 0, 5); err == nil {
		t.Error("5 bits are read")
	}
}
