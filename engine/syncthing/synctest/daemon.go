// Package synctest starts Syncthing daemons for tests, and plays them.
//
// A real daemon is started on loopback with everything off that would speak to the world: discovery, relays, NAT, upgrades, reports. It
// has a home of its own and free ports; the hard part, that another program may take such a port before the daemon
// does, is met by trying again with others. A [Fake] answers like many daemons at once without a file being moved.
package synctest

// This file starts and stops real daemons.

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"
)

// A Daemon is a Syncthing on loopback.
type Daemon struct {
	URL    string // of its REST API
	Key    string // its API key
	Listen string // tcp://127.0.0.1:port, where other daemons reach it
	Home   string // its configuration and index
	Log    string // file with what it printed

	options Options
	cmd     *exec.Cmd
	ended   chan struct{}
}

// Options change how a daemon runs; the zero value is a plain one.
type Options struct {
	TLS      bool   // its API speaks HTTPS with a certificate of its own making
	User     string // its own login
	Password string
	Env      []string // more environment, such as another clock
	Prefix   []string // a program and its arguments that run the daemon
}

// Program finds the daemon's program: SMR_SYNCTHING, else syncthing on the path. Tests must fail without it.
func Program() (string, error) {
	name := os.Getenv("SMR_SYNCTHING")
	if name == "" {
		name = "syncthing"
	}
	file, err := exec.LookPath(name)
	if err != nil {
		return "", fmt.Errorf("%w: the tests of the Syncthing driver need it: apt-get install syncthing, or name another in SMR_SYNCTHING", err)
	}
	return file, nil
}

// Start makes a daemon in the folder home, which must be empty or one that Start has used, and waits until it answers.
func Start(home string, o Options) (*Daemon, error) {
	if _, err := Program(); err != nil {
		return nil, err
	}
	var last error
	for range 5 {
		d := &Daemon{Home: home, Log: filepath.Join(home, "log.txt"), Key: "key-" + filepath.Base(home), options: o}
		gui, listen, err := twoPorts()
		if err != nil {
			return nil, err
		}
		d.URL, d.Listen = "http://"+gui, "tcp://"+listen
		if o.TLS {
			d.URL = "https://" + gui
		}
		if err := d.configure(gui); err != nil {
			return nil, err
		}
		if last = d.Run(); last == nil {
			return d, d.password()
		}
	}
	return nil, last
}

// twoPorts finds free ports.
func twoPorts() (one, two string, err error) {
	a, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", "", err
	}
	defer a.Close()
	b, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", "", err
	}
	defer b.Close()
	return a.Addr().String(), b.Addr().String(), nil
}

// configure writes the first configuration; what is not in it takes the daemon's defaults.
func (d *Daemon) configure(gui string) error {
	text := fmt.Sprintf(`<configuration version="36">
    <gui enabled="true" tls="%v" debugging="false"><address>%s</address><apikey>%s</apikey></gui>
    <options>
        <listenAddress>%s</listenAddress>
        <globalAnnounceEnabled>false</globalAnnounceEnabled>
        <localAnnounceEnabled>false</localAnnounceEnabled>
        <relaysEnabled>false</relaysEnabled>
        <natEnabled>false</natEnabled>
        <stunServer></stunServer>
        <startBrowser>false</startBrowser>
        <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
        <urAccepted>-1</urAccepted>
        <crashReportingEnabled>false</crashReportingEnabled>
        <restartOnWakeup>false</restartOnWakeup>
        <reconnectionIntervalS>5</reconnectionIntervalS>
        <progressUpdateIntervalS>1</progressUpdateIntervalS>
        <setLowPriority>false</setLowPriority>
        <minHomeDiskFree unit="%%">0</minHomeDiskFree>
    </options>
</configuration>
`, d.options.TLS, gui, d.Key, d.Listen)
	if err := os.MkdirAll(d.Home, 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(d.Home, "config.xml"), []byte(text), 0o600)
}

// password sets the daemon's own login; only the daemon can hash it.
func (d *Daemon) password() error {
	if d.options.User == "" {
		return nil
	}
	login := map[string]string{"user": d.options.User, "password": d.options.Password}
	if err := d.Call(http.MethodPatch, "config/gui", login, nil); err != nil {
		return err
	}
	return d.ready() // its API may have started anew
}

// Run starts a daemon that was stopped, and waits until it answers.
func (d *Daemon) Run() error {
	program, err := Program()
	if err != nil {
		return err
	}
	log, err := os.OpenFile(d.Log, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer log.Close()
	args := append(append([]string{}, d.options.Prefix...), program, "serve", "--home="+d.Home, "--no-browser", "--no-restart")
	d.cmd = exec.Command(args[0], args[1:]...)
	d.cmd.Env = append(append(os.Environ(), "STNODEFAULTFOLDER=1", "STNOUPGRADE=1", "STHASHING=standard", "STMONITORED=yes"), d.options.Env...)
	d.cmd.Stdout, d.cmd.Stderr = log, log
	own(d.cmd)
	cmd, ended, started := d.cmd, make(chan struct{}), make(chan error)
	d.ended = ended
	go func() {
		// The daemon is to end with this process. The system watches the thread, so it must be there as long as the daemon.
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := cmd.Start()
		started <- err
		if err == nil {
			_ = cmd.Wait()
		}
		close(ended)
	}()
	if err := <-started; err != nil {
		return err
	}
	if err := d.ready(); err != nil {
		d.Kill()
		return err
	}
	return nil
}

// startTime is how long a daemon may take to answer.
const startTime = 40 * time.Second

func (d *Daemon) ready() error {
	client := insecure()
	defer client.CloseIdleConnections()
	for deadline := time.Now().Add(startTime); time.Now().Before(deadline); {
		select {
		case <-d.ended:
			text, _ := os.ReadFile(d.Log)
			return fmt.Errorf("syncthing ended at once:\n%s", tail(text))
		case <-time.After(20 * time.Millisecond):
		}
		req, err := http.NewRequestWithContext(context.Background(), http.MethodGet, d.URL+"/rest/system/status", nil)
		if err != nil {
			return err
		}
		req.Header.Set("X-API-Key", d.Key)
		resp, err := client.Do(req)
		if err != nil {
			continue
		}
		_ = resp.Body.Close()
		if resp.StatusCode == http.StatusOK {
			return nil
		}
	}
	return errors.New("syncthing does not answer at " + d.URL)
}

func tail(text []byte) []byte {
	lines := bytes.Split(bytes.TrimSpace(text), []byte("\n"))
	return bytes.Join(lines[max(len(lines)-10, 0):], []byte("\n"))
}

// Stop ends the daemon as a system does that shuts down.
func (d *Daemon) Stop() {
	interrupt(d.cmd)
	select {
	case <-d.ended:
	case <-time.After(20 * time.Second):
		d.Kill()
	}
}

// Kill ends the daemon without a word.
func (d *Daemon) Kill() {
	kill(d.cmd)
	<-d.ended
}
