package config

// This file reads what a configuration says about the engine as a whole: how its daemon is reached from other hosts, or
// which host it is on.

import (
	"fmt"
	"net"
	"os"

	"github.com/BurntSushi/toml"

	"github.com/smrscript/smrscript/engine/remote"
)

// An Engine is [engine].
type Engine struct {
	// URL is where the daemon of another host is, https://host:port; its machines are then those of scripts. "": the engine is here.
	URL         string
	CA          string // file of the authorities that may have signed its certificate; "": those of the system
	Fingerprint string // of its certificate; "": not compared

	// Listen is the TCP address that this host's daemon listens on beside its socket; "": none.
	Listen      string
	Certificate string // file with its certificate, and those between it and an authority
	Key         string // file with the key of the certificate, for its owner only
	Log         string // "text" (the default) or "json"
}

type engineTable struct {
	URL         string `toml:"url"`
	CA          string `toml:"ca"`
	Fingerprint string `toml:"fingerprint"`
	Listen      string `toml:"listen"`
	Certificate string `toml:"certificate"`
	Key         string `toml:"key"`
	Log         string `toml:"log"`
}

func engineKeys() []string {
	return []string{"ca", "certificate", "fingerprint", "key", "listen", "log", "url"}
}

// engine checks the table.
func (l *loader) engine(t engineTable, machines int) (Engine, error) {
	e := Engine{URL: t.URL, Fingerprint: t.Fingerprint, Listen: t.Listen, Log: t.Log}
	for _, p := range []struct {
		to   *string
		path string
	}{{&e.CA, t.CA}, {&e.Certificate, t.Certificate}, {&e.Key, t.Key}} {
		if p.path != "" {
			*p.to = l.path(p.path)
		}
	}
	bad := func(key, reason, help string) (Engine, error) {
		err := l.at(BadSetting, toml.Key{"engine", key}, reason)
		err.Help = help
		return Engine{}, err
	}
	if t.Log != "" && t.Log != "text" && t.Log != "json" {
		err := l.at(BadSetting, toml.Key{"engine", "log"}, fmt.Sprintf("there is no log format %q", t.Log))
		err.Known = []string{"text", "json"}
		return e, err
	}
	if t.Fingerprint != "" {
		if _, err := remote.ParseFingerprint(t.Fingerprint); err != nil {
			return bad("fingerprint", err.Error(), "")
		}
	}
	if t.URL != "" {
		switch {
		case !isDaemonURL(t.URL):
			return bad("url", fmt.Sprintf("%q is no address of a daemon", t.URL), `write url = "https://host:port"`)
		case t.Listen != "":
			return bad("listen", "an engine is either here and listens, or elsewhere", "keep listen on the host of the daemon, url on the others")
		case machines > 0:
			return bad("url", "with it the machines are those of the daemon, but this file has machines too", "move them into the configuration of the daemon")
		}
	}
	if t.Listen != "" {
		if _, _, err := net.SplitHostPort(t.Listen); err != nil {
			return bad("listen", fmt.Sprintf("%q is no address to listen on", t.Listen), `write an address and a port: listen = "0.0.0.0:7443"`)
		}
		if t.Certificate == "" || t.Key == "" {
			return bad("listen", "other hosts are answered over TLS only, which needs a certificate and its key", `add certificate = "FILE" and key = "FILE" to [engine]`)
		}
	}
	return e, nil
}

// elsewhere returns where the daemon of another host is.
func (e Engine) elsewhere() (remote.Target, error) {
	t := remote.Target{URL: e.URL, Trust: remote.Trust{Fingerprint: e.Fingerprint}}
	if e.CA == "" {
		return t, nil
	}
	var err error
	if t.Trust.CA, err = os.ReadFile(e.CA); err != nil {
		return t, &Error{Kind: Unreadable, File: e.CA, Reason: "the authorities of the engine cannot be read", Cause: unwrapPath(err)}
	}
	return t, nil
}

// Daemon returns where the daemon is, whether it runs or not: on the host of the URL, else at the socket of the state folder.
func (c *Config) Daemon() (remote.Target, error) {
	if c.Engine.URL != "" {
		return c.Engine.elsewhere()
	}
	return remote.Target{Socket: remote.SocketPath(c.State)}, nil
}
