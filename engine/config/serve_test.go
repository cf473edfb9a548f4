package config

// This file tests the daemon of a configuration, and how scripts come to it.

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/bcrypt"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/engine/remote"
	"github.com/smrscript/smrscript/engine/remote/remotetest"
)

const plainConfig = "state = \"state\"\n[machines.alpha]\nroot = \".\"\n"

func serve(t *testing.T, c *Config) (*Service, *remotetest.Log) {
	t.Helper()
	var log remotetest.Log
	s, err := c.Serve(t.Context(), "4.5.6", slog.New(slog.NewTextHandler(&log, nil)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s, &log
}

func TestEngineKeys(t *testing.T) {
	c := load(t, "[engine]\nlisten = \"0.0.0.0:7443\"\ncertificate = \"c.pem\"\nkey = \"/k.pem\"\nlog = \"json\"\n")
	dir := filepath.Dir(c.File)
	if c.Engine.Listen != "0.0.0.0:7443" || c.Engine.Certificate != filepath.Join(dir, "c.pem") || c.Engine.Log != "json" {
		t.Errorf("%+v", c.Engine)
	}
	h, err := bcrypt.GenerateFromPassword([]byte("x"), bcrypt.MinCost)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"[engine]\nport = 1\n":                                                     `there is no key "port" in [engine]`,
		"[engine]\nlog = \"xml\"\n":                                                `there is no log format "xml"`,
		"[engine]\nlisten = \"7443\"\n":                                            "no address to listen on",
		"[engine]\nlisten = \":7443\"\n":                                           "over TLS only",
		"[engine]\nlisten = \":7443\"\ncertificate = \"c\"\n":                      "over TLS only",
		"[engine]\nurl = \"http://h:1\"\n":                                         "no address of a daemon",
		"[engine]\nurl = \"https://h\"\n":                                          "no address of a daemon",
		"[engine]\nurl = \"https://h:1\"\nfingerprint = \"x\"\n":                   "64 hexadecimal digits",
		"[engine]\nurl = \"https://h:1\"\nlisten = \":1\"\n":                       "either here",
		"[engine]\nurl = \"https://h:1\"\n[machines.a]\nroot = \".\"\n":            "this file has machines too",
		"[users.u]\nhash = \"secret\"\n":                                           "no hash of a password",
		"[users.u]\nhash = \"" + string(h) + "\"\npassword = { env = \"NAME\" }\n": "either a password or the hash",
	} {
		_, err := Load(write(t, text))
		var e *Error
		if !errors.As(err, &e) || !strings.Contains(err.Error(), want) || e.Line == 0 {
			t.Errorf("%s: %v", text, err)
		}
	}
	if c = load(t, "[users.u]\nhash = \""+string(h)+"\"\naccess = \"monitor\"\n"); c.Users["u"].Hash != string(h) || c.Users["u"].Access != "monitor" {
		t.Errorf("%+v", c.Users)
	}
}

// TestHashedUser logs in with a password of which only the hash is known, in the process.
func TestHashedUser(t *testing.T) {
	h, err := bcrypt.GenerateFromPassword([]byte("open-sesame"), bcrypt.MinCost)
	if err != nil {
		t.Fatal(err)
	}
	c := load(t, plainConfig+"[users.admin]\nhash = \""+string(h)+"\"\n")
	client, err := c.Open(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	for password, want := range map[string]engine.AccessLevel{"open-sesame": engine.AccessFull, string(h): engine.AccessNone} {
		got, err := engine.Call(t.Context(), client, engine.Login{Machine: "alpha", User: "admin", Password: engine.NewSecret(password)})
		if err != nil || got != want {
			t.Errorf("%q: %v, %v", password, got, err)
		}
	}
	if _, err := client.Do(t.Context(), engine.Logout{Machine: "alpha"}); err != nil {
		t.Error(err)
	}
	if _, err := client.Do(t.Context(), engine.GetNotices{}); engine.CodeOf(err) != engine.CodeSourceAccess {
		t.Errorf("what the agent knows is told without a login: %v", err)
	}
}

func TestOpenFindsDaemon(t *testing.T) {
	c := load(t, plainConfig)
	s, log := serve(t, c)
	if c.Idle() || !s.Answers(t.Context()) {
		t.Error("the daemon counts as idle")
	}
	client, err := c.Open(t.Context(), "1.2.3")
	if err != nil {
		t.Fatal(err)
	}
	if v, err := engine.Call(t.Context(), client, engine.Version{}); err != nil || v.Version != "4.5.6" {
		t.Errorf("version %+v, %v: that of the daemon is 4.5.6", v, err)
	}
	// What the agent answers is answered there too.
	if _, err := engine.Call(t.Context(), client, engine.SaveNotices{Notices: engine.Notices{Server: "mail"}}); err != nil {
		t.Error(err)
	}
	_, err = client.Do(t.Context(), engine.Ping{Machine: "gamma"})
	var e *engine.Error
	if !errors.As(err, &e) || !strings.Contains(e.Help(), "[machines.gamma]") || !strings.Contains(e.Help(), "smrscript engine stop") {
		t.Errorf("a machine that it does not have: %v", err)
	}
	if _, err := c.Serve(t.Context(), "", slog.New(slog.DiscardHandler)); err == nil || !strings.Contains(err.Error(), "a daemon has it already") {
		t.Errorf("a second daemon: %v", err)
	}
	if err := client.Close(); err != nil {
		t.Error(err)
	}
	if !s.Answers(t.Context()) {
		t.Error("a client took the engine with it")
	}
	if err := errors.Join(s.Close(), s.Close()); err != nil || !c.Idle() {
		t.Errorf("%v, idle: %v", err, c.Idle())
	}
	if text := log.String(); !strings.Contains(text, "session begins") || !strings.Contains(text, "op=notices-save") || !strings.Contains(text, "msg=ended") {
		t.Errorf("log: %s", text)
	}
	here, err := c.Open(t.Context(), "1.2.3")
	if err != nil {
		t.Fatal(err)
	}
	defer here.Close()
	if v, err := engine.Call(t.Context(), here, engine.Version{}); err != nil || v.Version != "1.2.3" {
		t.Errorf("version %+v, %v: without a daemon it is the own one", v, err)
	}
	if n, err := engine.Call(t.Context(), here, engine.GetNotices{}); err != nil || n.Server != "mail" {
		t.Errorf("what the daemon's agent was told: %+v, %v", n, err)
	}
	// While a script has the engine no daemon can be started, and both are told what to do.
	for _, open := range []func() error{
		func() error { _, err := c.Serve(t.Context(), "", slog.New(slog.DiscardHandler)); return err },
		func() error { _, err := c.Open(t.Context(), ""); return err },
	} {
		if err := open(); !errors.As(err, &e) || !strings.Contains(err.Error(), "in use by") || !strings.Contains(e.Help(), "smrscript engine start") {
			t.Errorf("got %v", err)
		}
	}
	if !c.Idle() {
		t.Error("a failed daemon left its lock")
	}
}

// TestStaleSocket opens the engine although a daemon was killed.
func TestStaleSocket(t *testing.T) {
	c := load(t, plainConfig)
	if err := os.MkdirAll(c.State, 0o700); err != nil {
		t.Fatal(err)
	}
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: remote.SocketPath(c.State), Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	l.SetUnlinkOnClose(false)
	l.Close()
	client, err := c.Open(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	client.Close()
	serve(t, c)
}

func TestNotServable(t *testing.T) {
	pair, key := remotetest.NewCertificate(t).Files(t)
	tcp := fmt.Sprintf("[engine]\nlisten = \"127.0.0.1:0\"\ncertificate = %q\nkey = %q\n", pair, key)
	user := "[users.u]\npassword = \"x\"\n"
	h, err := bcrypt.GenerateFromPassword([]byte("x"), bcrypt.MinCost)
	if err != nil {
		t.Fatal(err)
	}
	hashed := "[users.u]\nhash = \"" + string(h) + "\"\n"
	for text, want := range map[string]string{
		"":                                  "no machine is configured",
		"[engine]\nurl = \"https://h:1\"\n": "on another host",
		plainConfig + tcp:                   "only if there are users",
		plainConfig + tcp + user:            "only the hash of a password is kept",
		plainConfig + "[users.u]\npassword = { env = \"NO_SUCH_VARIABLE_HERE\" }\n":                  "NO_SUCH_VARIABLE_HERE",
		plainConfig + "[machines.gamma]\nengine = \"syncthing\"\nurl = \"https://127.0.0.1:8384\"\n": `"gamma" has no api_key`,
		plainConfig + hashed + strings.Replace(tcp, pair, pair+".none", 1):                           "certificate cannot be read",
		plainConfig + hashed + strings.Replace(tcp, key, pair, 1):                                    "key of the certificate",
		plainConfig + hashed + strings.Replace(tcp, "127.0.0.1:0", "256.0.0.1:0", 1):                 "cannot listen on 256.0.0.1:0",
	} {
		c := load(t, text)
		if text == "" {
			c.State = filepath.Join(t.TempDir(), "state")
		}
		s, err := c.Serve(t.Context(), "", slog.New(slog.DiscardHandler))
		if err == nil {
			s.Close()
		}
		var e *Error
		if !errors.As(err, &e) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
		if !c.Idle() {
			t.Errorf("%s: the state folder stays locked", text)
		}
		if len(c.Machines) > 0 && want != "NO_SUCH_VARIABLE_HERE" {
			if l, err := c.openDrivers(t.Context(), ""); err == nil {
				l.Close()
			} else {
				t.Errorf("%s: the engine stays open: %v", text, err)
			}
		}
	}
}

// TestElsewhere serves over TLS and opens the engine as another host would.
func TestElsewhere(t *testing.T) {
	h, err := bcrypt.GenerateFromPassword([]byte("right"), bcrypt.MinCost)
	if err != nil {
		t.Fatal(err)
	}
	pair, key := remotetest.NewCertificate(t).Files(t)
	c := load(t, fmt.Sprintf("%s[engine]\nlisten = \"127.0.0.1:0\"\ncertificate = %q\nkey = %q\n[users.admin]\nhash = %q\n", plainConfig, pair, key, h))
	s, _ := serve(t, c)
	var address string
	for end := time.Now().Add(time.Minute); address == ""; time.Sleep(5 * time.Millisecond) {
		for _, a := range s.Server.Status(t.Context()).Addresses {
			if strings.HasPrefix(a, "https://") {
				address = a
			}
		}
		if time.Now().After(end) {
			t.Fatal("it listens nowhere")
		}
	}
	there := load(t, fmt.Sprintf("[engine]\nurl = %q\nca = %q\n", address, pair))
	client, err := there.Open(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	if _, err := client.Do(t.Context(), engine.ListRepsets{Source: "alpha"}); engine.CodeOf(err) != engine.CodeSourceAccess {
		t.Errorf("without a login: %v", err)
	}
	if level, err := engine.Call(t.Context(), client, engine.Login{Machine: "alpha", User: "admin", Password: engine.NewSecret("right")}); level != engine.AccessFull || err != nil {
		t.Errorf("login: %v, %v", level, err)
	}
	if _, err := client.Do(t.Context(), engine.ListRepsets{Source: "alpha"}); err != nil {
		t.Error(err)
	}
	_, err = client.Do(t.Context(), engine.Ping{Machine: "gamma"})
	var e *engine.Error
	if !errors.As(err, &e) || !strings.Contains(e.Help(), address) {
		t.Errorf("a machine that it does not have: %v", err)
	}
	if _, err := load(t, fmt.Sprintf("[engine]\nurl = %q\nca = %q\n", address, pair+".none")).Open(t.Context(), ""); err == nil || !strings.Contains(err.Error(), "authorities of the engine") {
		t.Errorf("without the authorities: %v", err)
	}
	if _, err := load(t, fmt.Sprintf("[engine]\nurl = %q\n", address)).Open(t.Context(), ""); engine.CodeOf(err) != engine.CodeNoAnswer {
		t.Errorf("a certificate that nobody vouches for: %v", err)
	}
	s.Close()
	if _, err := there.Open(t.Context(), ""); !errors.As(err, &e) || e.Code != engine.CodeNoAnswer || !strings.Contains(e.Help(), "on that host") {
		t.Errorf("without the daemon: %v", err)
	}
}

func TestServiceEnds(t *testing.T) {
	c := load(t, plainConfig)
	s, _ := serve(t, c)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 2)
	go func() { ended <- s.Wait(ctx) }()
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	go func() { ended <- s.Wait(context.Background()) }()
	target, err := c.Daemon()
	if err != nil {
		t.Fatal(err)
	}
	if err := remote.Stop(t.Context(), target); err != nil {
		t.Error(err)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if runtime.GOOS == "windows" {
		return
	}
	// A state folder that cannot be written.
	if os.Getuid() != 0 {
		if err := os.Chmod(c.State, 0o500); err != nil {
			t.Fatal(err)
		}
		if _, err := c.Serve(t.Context(), "", slog.New(slog.DiscardHandler)); err == nil {
			t.Error("it serves without being able to write its state")
		}
	}
}
