package sandbox

// This file defines the writer that keeps the source alive while it is copied.

import (
	"context"
	"fmt"
	"os"
	"path"
	"time"
)

// A Writer writes to the source until it is stopped: bursts of transactions with short rests, and now and then a change of the
// ordinary files, since a source that never rests cannot be frozen at one instant.
type Writer struct {
	box    Sandbox
	ledger *Ledger
	stop   context.CancelFunc
	ended  chan error
}

// How the writer goes on.
const (
	burst     = 25                    // transactions
	rest      = 60 * time.Millisecond // between bursts
	edits     = 5                     // bursts from one change of the ordinary files to the next
	keptNotes = 10                    // young files
)

// StartWriter starts the writer of a sandbox.
func StartWriter(ctx context.Context, box Sandbox) (*Writer, error) {
	l, err := OpenLedger(box)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(ctx)
	w := &Writer{box: box, ledger: l, stop: cancel, ended: make(chan error, 1)}
	go func() { w.ended <- w.run(ctx) }()
	return w, nil
}

func (w *Writer) run(ctx context.Context) error {
	for n := int(w.ledger.Transactions()) / burst; ; n++ {
		for range burst {
			if err := w.ledger.Step(); err != nil {
				return err
			}
		}
		if n%edits == 0 {
			if err := w.edit(n / edits); err != nil {
				return err
			}
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(rest):
		}
	}
}

// edit changes one ordinary file, adds a note and drops an old one.
func (w *Writer) edit(n int) error {
	i := n * 37 % (folders * perFolder)
	if err := w.box.writeOrdinary(ordinaryName(i), i, n+1); err != nil {
		return err
	}
	if err := w.box.writeOrdinary(noteName(n), i, n); err != nil {
		return err
	}
	err := os.Remove(w.box.Path(path.Join(Data, noteName(n-keptNotes))))
	if os.IsNotExist(err) {
		return nil
	}
	return err
}

func noteName(n int) string { return path.Join("notes", fmt.Sprintf("note%06d.txt", n)) }

// Stop ends the writer and returns how many transactions the database has, and what went wrong.
func (w *Writer) Stop() (transactions uint64, err error) {
	w.stop()
	err = <-w.ended
	w.ended <- err // so that a second Stop does not wait
	transactions = w.ledger.Transactions()
	if cerr := w.ledger.Close(); err == nil && cerr != nil && !isClosed(cerr) {
		err = cerr
	}
	return transactions, err
}
