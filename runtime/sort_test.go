package runtime

// This file defines the tests of sorting.

import (
	"math/rand"
	"slices"
	"testing"

	"github.com/smrscript/smrscript/runtime/value"
)

func TestMergeSortIsStableAndSorted(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	for n := 0; n < 70; n++ {
		for range 20 {
			list := make([]value.Value, n)
			for i := range list {
				list[i] = value.Int(int64(rng.Intn(10))<<32 | int64(i)) // key above, place of origin below
			}
			mergeSort(list, func(x, y value.Value) bool { return x.I()>>32 <= y.I()>>32 })
			if !slices.IsSortedFunc(list, func(a, b value.Value) int { return int(a.I()>>1 - b.I()>>1) }) {
				t.Fatalf("%d elements: not sorted, or not stable: %v", n, list)
			}
		}
	}
}

func TestSortIntsLeavesOtherListsAlone(t *testing.T) {
	list := []value.Value{value.Int(3), value.Str("2"), value.Int(1)}
	if sortInts(list) || list[0].I() != 3 || list[2].I() != 1 {
		t.Errorf("a list with text was sorted as integers: %v", list)
	}
	ints := []value.Value{value.Int(3), value.Int(-2), value.Int(1)}
	if !sortInts(ints) || ints[0].I() != -2 || ints[2].I() != 3 {
		t.Errorf("got %v", ints)
	}
}

func TestSortComparatorThatDies(t *testing.T) {
	out, errs, _ := run(t, `our ($a, $b) = ("keep", "too"); eval { my @s = sort { die "cmp\n" if $a == 3; $a <=> $b || 0 } 5, 3, 1 }; print $@, $a, $b;`)
	if out != "cmp\nkeeptoo" {
		t.Errorf("got %q %s", out, errs)
	}
}
