//go:build !unix

package tree

// This file stands in where files cannot block on open.

const nonblock = 0
