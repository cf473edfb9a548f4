package examples_test

// This file runs the scripts that look after copies: snapshots, and verification with its report by mail.

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/smrscript/smrscript/engine/enginetest"
)

func TestSnapshotRotation(t *testing.T) {
	w := newWorld(t)
	if out, exit := w.run("admin/snapshots.smr"); exit == 0 || !strings.Contains(out, "files is not connected") {
		t.Errorf("nothing connected: exit %d: %s", exit, out)
	}
	w.must("connected: 1\n", "admin/define.smr")
	for i, want := range []string{"1 kept, 0 dropped", "2 kept, 0 dropped", "2 kept, 1 dropped", "2 kept, 1 dropped"} {
		w.file("alpha/data/db/table", fmt.Sprintf("state %d\n", i))
		w.must(want, "admin/snapshots.smr", "2")
	}
	// The state before the last is the older of the two, and comes back as a whole.
	const back = `login $_ admin secret("admin") for "alpha", "beta"; source alpha; my ($con) = conid files to beta; replication stop $con; my @names = snapshot list $con; snapshot revert $con to $names[0];`
	if out, exit := w.script(back); exit != 0 {
		t.Fatalf("exit %d: %s", exit, out)
	}
	if got := w.read("beta/copies/files/db/table"); got != "state 2\n" {
		t.Errorf("the copy holds %q", got)
	}
}

func TestVerifyAndMail(t *testing.T) {
	w := newWorld(t)
	t.Chdir(w.dir)
	address, mails := enginetest.ServeMail(t)
	w.must("connected: 1\n", "admin/define.smr")
	w.must("all copies are verified\n", "admin/verify.smr", "admin@example.org", address)
	mailed(t, mails, "Subject: all copies are verified", "To: <admin@example.org>", "files on beta: all files are the same")

	// A copy that somebody has changed behind the engine's back, with the size and time that it had.
	name := w.path("beta/copies/files/db/table")
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	w.file("beta/copies/files/db/table", "row x\n")
	if err := os.Chtimes(name, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	if out, exit := w.run("admin/verify.smr", "admin@example.org", address); exit != 1 || !strings.Contains(out, "1 copies need a look\n") {
		t.Errorf("exit %d: %s", exit, out)
	}
	mailed(t, mails, "Subject: 1 copies need a look", "files on beta: 1 files differ", "    File: /data/db/table DIFFERENT ON TARGET", "Total Files Different: 1")

	if out, exit := w.run("admin/verify.smr", "admin@example.org", "127.0.0.1:1"); exit != 1 || !strings.Contains(out, "the report cannot be mailed: ") {
		t.Errorf("no server: exit %d: %s", exit, out)
	}
	if out, exit := w.run("admin/verify.smr"); exit != 255 || !strings.Contains(out, "usage: verify.smr ADDRESS [SERVER]") {
		t.Errorf("without arguments: exit %d: %s", exit, out)
	}
}

// mailed waits for a mail that holds some texts.
func mailed(t *testing.T, mails <-chan string, wants ...string) {
	t.Helper()
	select {
	case mail := <-mails:
		plain := strings.ReplaceAll(strings.ReplaceAll(mail, "=\n", ""), "=3D", "=")
		for _, want := range wants {
			if !strings.Contains(plain, want) {
				t.Errorf("the mail lacks %q:\n%s", want, mail)
			}
		}
	case <-time.After(60 * time.Second):
		t.Error("no mail has come")
	}
}
