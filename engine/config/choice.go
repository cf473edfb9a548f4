package config

// This file lets a user say which engine is meant, whatever the file says.

import (
	"context"
	"fmt"
	"net/url"

	"github.com/smrscript/smrscript/engine"
)

// A Choice says which engine Open opens.
type Choice string

const (
	ChooseAny    Choice = ""       // the daemon if one answers, else the engine in this process
	ChooseHere   Choice = "here"   // the engine in this process; its state folder must be free
	ChooseDaemon Choice = "daemon" // the daemon, which must answer
)

// Check returns why c is no choice. Any other text than the constants is where the daemon of another host is, https://host:port.
func (c Choice) Check() error {
	if c == ChooseAny || c == ChooseHere || c == ChooseDaemon || isDaemonURL(string(c)) {
		return nil
	}
	return fmt.Errorf("%q is no engine: write here, daemon or https://host:port", string(c))
}

// isDaemonURL reports whether text is where a daemon of another host can be.
func isDaemonURL(text string) bool {
	u, err := url.Parse(text)
	return err == nil && u.Scheme == "https" && u.Host != "" && u.Port() != ""
}

// Choose makes Open open the engine that is meant.
func (c *Config) Choose(which Choice) error {
	if err := which.Check(); err != nil {
		return err
	}
	c.choice = which
	switch which {
	case ChooseAny, ChooseDaemon:
	case ChooseHere:
		c.Engine.URL = ""
	default:
		c.Engine.URL, c.choice = string(which), ChooseDaemon
	}
	return nil
}

// mustBeDaemon opens the engine of a daemon that has to be there.
func (c *Config) mustBeDaemon(ctx context.Context, version string) (engine.Client, error) {
	client, err := c.daemon(ctx, version)
	if client == nil && err == nil {
		err = &engine.Error{Code: engine.CodeNoAnswer, Op: "open", Cause: fmt.Errorf("no daemon answers for the state folder %s", c.State),
			Hint: "Start it with: smrscript engine start"}
	}
	return client, err
}
