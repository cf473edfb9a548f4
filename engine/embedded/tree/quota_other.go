//go:build !unix

package tree

// This file stands in where there is no quota error.

import "syscall"

const errQuota = syscall.ENOSPC
