package sandbox

// This file tells from a backup whether database and log correspond.

import (
	"archive/tar"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
)

// CheckArchive looks into a tar archive of a copy and returns the number of transactions in it. The error says in which way
// database and log do not correspond, or why the archive cannot be read.
func CheckArchive(name string) (transactions uint64, err error) {
	f, err := os.Open(name)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	found := map[string][]byte{}
	for archive := tar.NewReader(f); ; {
		h, err := archive.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return 0, fmt.Errorf("%s: %w", name, err)
		}
		if member := path.Clean(h.Name); member == logName || member == dataName {
			if found[member], err = io.ReadAll(archive); err != nil {
				return 0, fmt.Errorf("%s: %s: %w", name, member, err)
			}
		}
	}
	for _, member := range []string{logName, dataName} {
		if found[member] == nil {
			return 0, fmt.Errorf("%s holds no %s", name, member)
		}
	}
	return Check(found[logName], found[dataName])
}

// Check replays a log and compares the data file with the result: it must be the state after the last transaction or the one
// before it, on every page.
func Check(log, data []byte) (transactions uint64, err error) {
	if len(log)%recordSize != 0 {
		return 0, fmt.Errorf("the log ends within a record")
	}
	if len(data) != pages*pageSize {
		return 0, fmt.Errorf("the data file has %d bytes instead of %d", len(data), pages*pageSize)
	}
	state := make([]transaction, pages) // the last transaction of each page
	before := transaction{}             // what the last transaction replaced
	var last transaction
	for i := 0; i < len(log); i += recordSize {
		t, ok := readRecord(log[i : i+recordSize])
		if !ok || t.number != last.number+1 {
			return last.number, fmt.Errorf("the log is damaged behind transaction %d", last.number)
		}
		before, state[t.page], last = state[t.page], t, t
	}
	for i, t := range state {
		page := data[i*pageSize : (i+1)*pageSize]
		if holds(page, t) || last.number > 0 && i == int(last.page) && holds(page, before) {
			continue
		}
		return last.number, fmt.Errorf("page %d is not what the %d transactions of the log make it", i, last.number)
	}
	return last.number, nil
}

// holds tells whether a page is as a transaction left it; number 0 stands for a page that was never written.
func holds(page []byte, t transaction) bool {
	if t.number == 0 {
		return len(bytes.Trim(page, "\x00")) == 0
	}
	return bytes.Equal(page, t.content())
}

func isClosed(err error) bool { return errors.Is(err, os.ErrClosed) }
