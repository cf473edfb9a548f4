package access

// This file defines the keeper and its configuration.

import (
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"strings"

	"github.com/smrscript/smrscript/engine"
)

// A User may log in with a password, which is kept as it is or as a hash that HashPassword made.
type User struct {
	Password engine.Secret
	Hash     string
	Access   engine.AccessLevel
}

// A Config says who may do what.
type Config struct {
	// Users by name; none: everybody may do everything, and no login is needed.
	Users map[string]User
	// Machines names those of the engine; an operation on another one is passed on, so that the engine says what is wrong.
	Machines []string
	// Delegated are machines whose engine knows its users itself: their logins are passed on.
	Delegated []string
	// Delays makes those wait who log in wrongly, and longer each time.
	Delays *Delays
	// Log is told of logins; nil: nobody.
	Log *slog.Logger
}

// A Keeper hands out sessions with an engine. It may be used from several goroutines at once.
type Keeper struct {
	engine    engine.Client
	users     map[string]User
	machines  map[string]bool
	delegated map[string]bool
	delays    *Delays
	log       *slog.Logger
	decoy     User // is compared with when the user is unknown, so that it takes as long
}

// New returns a keeper in front of an engine that lets everybody do everything. A hash that cannot be used is an error.
func New(c engine.Client, cfg Config) (*Keeper, error) {
	k := &Keeper{engine: c, users: cfg.Users, machines: lower(cfg.Machines), delegated: lower(cfg.Delegated), delays: cfg.Delays, log: cfg.Log}
	if k.log == nil {
		k.log = slog.New(slog.DiscardHandler)
	}
	for _, name := range slices.Sorted(maps.Keys(cfg.Users)) {
		u := cfg.Users[name]
		if u.Hash != "" {
			if err := CheckHash(u.Hash); err != nil {
				return nil, fmt.Errorf("user %q: %w", name, err)
			}
		}
		k.decoy = u
	}
	return k, nil
}

func lower(names []string) map[string]bool {
	set := map[string]bool{}
	for _, n := range names {
		set[strings.ToLower(n)] = true
	}
	return set
}

// Engine returns the engine behind, which asks for no login.
func (k *Keeper) Engine() engine.Client { return k.engine }

// Open reports whether everybody may do everything because there are no users.
func (k *Keeper) Open() bool { return len(k.users) == 0 }
