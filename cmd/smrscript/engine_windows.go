package main

// This file starts processes apart from this one's console.

import (
	"os/exec"
	"syscall"

	"golang.org/x/sys/windows"
)

// apart gives a command no console, so that neither Ctrl-C nor its end reaches it.
func apart(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{CreationFlags: windows.DETACHED_PROCESS | windows.CREATE_NEW_PROCESS_GROUP, HideWindow: true}
}
