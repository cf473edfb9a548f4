//go:build !unix

package enginetest

// This file stands in where there are no owners and no fifos.

func (b *bench) sameOwner(string, string) {}

func (b *bench) fifo(string) bool { return false }
