package stdlib

// This file runs a script to its end and says with which exit status.

import (
	"context"
	"errors"

	"github.com/smrscript/smrscript/lang/diag"
	"github.com/smrscript/smrscript/runtime"
)

// Exit statuses of the program beside those that a script gives itself.
const (
	ExitDone        = 0
	ExitFailed      = 1   // a command failed and nobody looked
	ExitUsage       = 2   // the program was called wrongly
	ExitCheck       = 3   // check found errors
	ExitNoEngine    = 5   // the engine could not be opened
	ExitLimit       = 6   // a limit was reached
	ExitLocked      = 7   // another run holds the lock, or the job could not begin for a like reason
	ExitInterrupted = 130 // Ctrl-C
	ExitSyntax      = 255 // the script does not parse, as with perl
)

// Run runs a program in a VM whose session is s and returns its exit status. The script's own exit status stands unless it is
// 0 and a command's failure went unhandled, which makes it 1, or 5 when the engine could not be opened. The error is as
// that of VM.Run; an uncaught failure of a command has been given to report.
func Run(ctx context.Context, vm *runtime.VM, s *Session, p *runtime.Program, report func(*diag.Diagnostic)) (int, error) {
	exit, err := vm.Run(ctx, p)
	return Status(vm, exit, err, report)
}

// Status is the second half of Run, for those who run the script themselves.
func Status(vm *runtime.VM, exit int, err error, report func(*diag.Diagnostic)) (int, error) {
	var died *runtime.Die
	if errors.As(err, &died) && died.Failure != nil {
		report(died.Failure.Diag)
		return failureStatus(died.Failure), nil
	}
	if err != nil || exit != 0 {
		return exit, err
	}
	for _, f := range vm.Unhandled() {
		exit = max(exit, failureStatus(f))
	}
	return exit, nil
}

func failureStatus(f *runtime.Failure) int {
	var open *openError
	if errors.As(f.Err, &open) {
		return ExitNoEngine
	}
	return ExitFailed
}

// failed returns the diagnostic of the command whose failure ended a script, nil if something else did.
func failed(err error) *diag.Diagnostic {
	var died *runtime.Die
	if errors.As(err, &died) && died.Failure != nil {
		return died.Failure.Diag
	}
	return nil
}
