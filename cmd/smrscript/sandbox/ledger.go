package sandbox

// This file defines the database: a data file of pages and a log of transactions.

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math/rand/v2"
	"os"
)

const (
	logName  = "db/ledger.log"
	dataName = "db/ledger.db"

	recordSize = 24 // number, page, amount, checksum
	pageSize   = 1024
	pages      = 4096
	window     = 48 // pages that are written to at a time; the window moves on slowly
)

// A transaction writes an amount to a page. Numbers count from 1.
type transaction struct {
	number uint64
	page   uint32
	amount uint64
}

func (t transaction) record() []byte {
	b := make([]byte, 0, recordSize)
	b = binary.LittleEndian.AppendUint64(b, t.number)
	b = binary.LittleEndian.AppendUint32(b, t.page)
	b = binary.LittleEndian.AppendUint64(b, t.amount)
	return binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(b))
}

// readRecord reads a record of the log; ok is false for a damaged one.
func readRecord(b []byte) (t transaction, ok bool) {
	t.number = binary.LittleEndian.Uint64(b)
	t.page = binary.LittleEndian.Uint32(b[8:])
	t.amount = binary.LittleEndian.Uint64(b[12:])
	return t, binary.LittleEndian.Uint32(b[20:]) == crc32.ChecksumIEEE(b[:20]) && t.page < pages
}

// content is the page after the transaction: every part of it depends on all of the transaction.
func (t transaction) content() []byte {
	source := rand.New(rand.NewPCG(t.number, t.amount))
	b := make([]byte, 0, pageSize)
	for len(b) < pageSize {
		b = binary.LittleEndian.AppendUint64(b, source.Uint64())
	}
	return b
}

// A Ledger is the open database. It is written by one goroutine.
type Ledger struct {
	log, data *os.File
	last      uint64
}

// OpenLedger opens the database of a sandbox and makes it if need be. What a writer that was killed left behind is put right as a
// database does it: the last transaction of the log is written once more.
func OpenLedger(s Sandbox) (*Ledger, error) {
	log, err := os.OpenFile(s.Path(Data+"/"+logName), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	data, err := os.OpenFile(s.Path(Data+"/"+dataName), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		log.Close()
		return nil, err
	}
	l := &Ledger{log: log, data: data}
	if err := l.recover(); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

func (l *Ledger) recover() error {
	if err := l.data.Truncate(pages * pageSize); err != nil {
		return err
	}
	info, err := l.log.Stat()
	if err != nil {
		return err
	}
	n := info.Size() / recordSize
	if err := l.log.Truncate(n * recordSize); err != nil { // a record that was cut off never happened
		return err
	}
	if _, err := l.log.Seek(0, io.SeekEnd); err != nil || n == 0 {
		return err
	}
	b := make([]byte, recordSize)
	if _, err := l.log.ReadAt(b, (n-1)*recordSize); err != nil {
		return err
	}
	t, ok := readRecord(b)
	if !ok {
		return fmt.Errorf("the log of the database is damaged at record %d", n)
	}
	l.last = t.number
	return l.apply(t)
}

func (l *Ledger) apply(t transaction) error {
	_, err := l.data.WriteAt(t.content(), int64(t.page)*pageSize)
	return err
}

// Step makes a transaction: first the log, then the data file.
func (l *Ledger) Step() error {
	next := l.last + 1
	t := transaction{number: next, page: (uint32(next/20) + rand.Uint32N(window)) % pages, amount: rand.Uint64()}
	if _, err := l.log.Write(t.record()); err != nil {
		return err
	}
	l.last = t.number
	return l.apply(t)
}

// Transactions returns how many there are.
func (l *Ledger) Transactions() uint64 { return l.last }

// Close closes the files.
func (l *Ledger) Close() error { return errors.Join(l.log.Close(), l.data.Close()) }
