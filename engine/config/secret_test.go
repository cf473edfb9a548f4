package config

// This file tests secrets: every source, every failure, and that none shows.

import (
	"context"
	"errors"
	"strings"
	"testing"
)

func TestSecretFromEnvironment(t *testing.T) {
	t.Setenv("SMR_SECRET_DB_ADMIN_2", "from the environment")
	for _, c := range []*Config{{}, {Secrets: map[string]Secret{"db.admin-2": {Env: "OTHER"}}}} {
		s, err := c.Secret(context.Background(), "db.admin-2")
		if err != nil || s.Reveal() != "from the environment" {
			t.Errorf("got %q, %v", s.Reveal(), err)
		}
	}
	_, err := (&Config{}).Secret(context.Background(), "mail")
	var e *Error
	if !errors.As(err, &e) || !strings.Contains(e.Help, "SMR_SECRET_MAIL") || e.File == "" {
		t.Errorf("got %v", err)
	}
}

func TestEnvName(t *testing.T) {
	for name, want := range map[string]string{"a": "SMR_SECRET_A", "Db-Admin.9": "SMR_SECRET_DB_ADMIN_9", "ä": "SMR_SECRET__", "": "SMR_SECRET_"} {
		if got := EnvName(name); got != want {
			t.Errorf("%q: %q", name, got)
		}
	}
}
