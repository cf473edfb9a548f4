package config

// This file tests the choice between engines.

import (
	"errors"
	"strings"
	"testing"

	"github.com/smrscript/smrscript/engine"
)

func TestChoiceCheck(t *testing.T) {
	for choice, fine := range map[Choice]bool{
		"": true, "here": true, "daemon": true, "https://host:7443": true, "https://[::1]:7443/": true,
		"Here": false, "there": false, "http://host:7443": false, "https://host": false, "https://": false, "unix:/run/x": false, "%": false,
	} {
		if err := choice.Check(); (err == nil) != fine {
			t.Errorf("%q: %v", choice, err)
		}
		if err := new(Config).Choose(choice); (err == nil) != fine {
			t.Errorf("choosing %q: %v", choice, err)
		}
	}
}

func TestChoose(t *testing.T) {
	c := load(t, plainConfig)
	// opens returns the version of the engine that is opened.
	opens := func(which Choice) (string, error) {
		t.Helper()
		if err := c.Choose(which); err != nil {
			t.Fatal(err)
		}
		client, err := c.Open(t.Context(), "own")
		if err != nil {
			return "", err
		}
		defer client.Close()
		v, err := engine.Call(t.Context(), client, engine.Version{})
		return v.Version, err
	}
	var e *engine.Error
	if _, err := opens(ChooseDaemon); !errors.As(err, &e) || e.Code != engine.CodeNoAnswer || !strings.Contains(e.Help(), "smrscript engine start") {
		t.Errorf("a daemon that is not there: %v", err)
	}
	if v, err := opens(ChooseHere); v != "own" || err != nil {
		t.Errorf("here: %q, %v", v, err)
	}
	serve(t, c)
	for _, which := range []Choice{ChooseAny, ChooseDaemon} {
		if v, err := opens(which); v != "4.5.6" || err != nil {
			t.Errorf("%q beside a daemon: %q, %v", which, v, err)
		}
	}
	if _, err := opens(ChooseHere); err == nil || !strings.Contains(err.Error(), "in use by") {
		t.Errorf("here beside a daemon: %v", err)
	}
	if _, err := opens("https://127.0.0.1:1"); engine.CodeOf(err) != engine.CodeNoAnswer || !strings.Contains(err.Error(), "127.0.0.1:1") {
		t.Errorf("a host that does not answer: %v", err)
	}
}
