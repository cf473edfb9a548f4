package perl

// This file defines rand and srand with perl's own generator, so that a seed gives the same numbers as there.

import (
	"crypto/rand"
	"encoding/binary"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func randomEntries() []*runtime.Entry {
	return []*runtime.Entry{
		{Usage: "rand EXPR\nrand", Summary: "random number", Doc: `A number from 0 up to, but not including, the operand; 1 without operand or for 0.

    srand 42;
    say int rand 100;   #> 74
`, Call: func(c *runtime.Call) value.Value {
			limit := c.Arg(0).ToFloat()
			if limit == 0 {
				limit = 1
			}
			return value.Float(limit * Random(c.VM))
		}},
		{Usage: "srand EXPR\nsrand", Summary: "seed for random numbers", Doc: `Sets the seed, a different one each time without operand, and returns it. The same
seed gives the same numbers.

    say srand 42;   #> 42
`, Call: func(c *runtime.Call) value.Value {
			seed := uint64(newSeed())
			if c.Arg(0).Defined() {
				seed = c.Args[0].ToUint()
			}
			generatorOf(c.VM).seed(uint32(seed))
			if seed == 0 {
				return value.Str("0 but true")
			}
			return value.Uint(seed)
		}},
	}
}

// A generator is the linear congruential generator of drand48: 48 bits of state.
type generator struct{ state uint64 }

type generatorKey struct{}

func generatorOf(vm *runtime.VM) *generator {
	return vm.Local(generatorKey{}, func() any {
		g := &generator{}
		g.seed(newSeed())
		return g
	}).(*generator)
}

func newSeed() uint32 {
	var b [4]byte
	_, _ = rand.Read(b[:]) // never fails: see crypto/rand
	return binary.LittleEndian.Uint32(b[:])
}

func (g *generator) seed(seed uint32) { g.state = uint64(seed)<<16 + 0x330E }

// Random returns the VM's next random number, at least 0 and below 1: what rand() without operand gives.
func Random(vm *runtime.VM) float64 {
	g := generatorOf(vm)
	g.state = (g.state*0x5DEECE66D + 0xB) & (1<<48 - 1)
	return float64(g.state) / (1 << 48)
}
