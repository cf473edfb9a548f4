//go:build unix

package tree

// This file names the quota error where there is one.

import "syscall"

const errQuota = syscall.EDQUOT
