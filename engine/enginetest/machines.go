package enginetest

// This file states what engines answer about machines and logins.

import (
	"context"
	"errors"

	"github.com/smrscript/smrscript/engine"
)

func machineCases() map[string]func(*bench) {
	return map[string]func(*bench){
		"ping": func(b *bench) {
			do(b, engine.Ping{Machine: b.Source})
			refuse(b, engine.CodeNoMachine, engine.Ping{Machine: "nowhere"})
			refuse(b, engine.CodeNoMachine, engine.Ping{})
		},
		"list": func(b *bench) {
			seen := map[string]bool{}
			for _, m := range do(b, engine.ListMachines{}) {
				seen[m.Name] = m.Online && m.Driver != ""
			}
			if !seen[b.Source] || !seen[b.Target] {
				b.Errorf("machines online: %v", seen)
			}
		},
		"version": func(b *bench) {
			if v := do(b, engine.Version{Machine: b.Source}); v.Driver == "" || v.Version == "" {
				b.Errorf("version %+v", v)
			}
			refuse(b, engine.CodeNoMachine, engine.Version{Machine: "nowhere"})
		},
		"login": func(b *bench) {
			do(b, engine.Login{Machine: b.Source})
			do(b, engine.Logout{Machine: b.Source})
			refuse(b, engine.CodeNoMachine, engine.Login{Machine: "nowhere"})
		},
		"closed": func(b *bench) {
			b.must(b.Client.Close())
			b.must(b.Client.Close())
			refuse(b, engine.CodeNoAnswer, engine.Ping{Machine: b.Source})
		},
		"canceled": func(b *bench) {
			ctx, cancel := context.WithCancel(b.ctx)
			cancel()
			if _, err := b.Client.Do(ctx, engine.Ping{Machine: b.Source}); !errors.Is(err, context.Canceled) {
				b.Errorf("got %v", err)
			}
		},
		"access": access,
	}
}

// access checks what each level may do.
func access(b *bench) {
	if b.Secured == nil {
		return
	}
	b.must(b.Client.Close())
	b.Client = b.Secured(b.T)
	b.write(b.SourceDir, "data/f", "1")
	save := engine.SaveRepset{Repset: engine.Repset{Source: b.Source, Name: "s", Rules: parseRules([]string{"/data"})}}
	con := engine.Connect{Source: b.Source, Repset: "s", Target: b.Target, Mapping: base("/copy")}
	login := func(machine, user, password string) engine.AccessLevel {
		return do(b, engine.Login{Machine: machine, User: user, Password: engine.NewSecret(password)})
	}

	do(b, engine.Ping{Machine: b.Source})
	refuse(b, engine.CodeSourceAccess, save)
	refuse(b, engine.CodeSourceAccess, engine.ListRepsets{Source: b.Source})
	for _, bad := range [][2]string{{"admin", "wrong"}, {"admin", ""}, {"nobody", "right"}, {"", ""}} {
		if got := login(b.Source, bad[0], bad[1]); got != engine.AccessNone {
			b.Errorf("login %q gives %v", bad, got)
		}
	}
	if got := login(b.Source, "watcher", "look"); got != engine.AccessMonitor {
		b.Errorf("watcher has %v", got)
	}
	do(b, engine.ListRepsets{Source: b.Source})
	refuse(b, engine.CodeSourceAccess, save)
	if got := login(b.Source, "admin", "right"); got != engine.AccessFull {
		b.Errorf("admin has %v", got)
	}
	do(b, save)
	refuse(b, engine.CodeTargetAccess, con)
	login(b.Target, "watcher", "look")
	refuse(b, engine.CodeTargetAccess, con)
	login(b.Target, "admin", "right")
	id := do(b, con)
	login(b.Target, "watcher", "look")
	refuse(b, engine.CodeTargetAccess, engine.MirrorStart{ID: id})
	refuse(b, engine.CodeTargetAccess, engine.Disconnect{Source: b.Source, All: true})
	do(b, engine.GetConnection{ID: id})
	do(b, engine.Logout{Machine: b.Source})
	refuse(b, engine.CodeSourceAccess, engine.GetConnection{ID: id})
	if list := do(b, engine.FindConnections{}); len(list) != 0 {
		b.Errorf("without a login connections are shown: %v", list)
	}
}
