package agent

// This file asks the engine about machines and connections, and what the caller may do with them.

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/smrscript/smrscript/engine"
)

// known returns an error unless the engine has all the machines.
func (a *Agent) known(ctx context.Context, machines ...string) error {
	for _, m := range machines {
		if _, err := engine.Call(ctx, a.Client, engine.Version{Machine: m}); err != nil {
			return err
		}
	}
	return nil
}

// exists returns an error unless the engine has the connection.
func (a *Agent) exists(ctx context.Context, id engine.ConnectionID, source string) error {
	_, err := engine.Call(ctx, a.Client, engine.GetConnection{ID: id, Source: source})
	return err
}

// mayChange returns an error unless the caller has full access to a source and a target; an empty one is not looked at.
func (a *Agent) mayChange(ctx context.Context, source, target string) error {
	list, err := engine.Call(ctx, a.Client, engine.ListMachines{})
	if err != nil {
		return err
	}
	for _, m := range []struct {
		name string
		code engine.Code
	}{{source, engine.CodeSourceAccess}, {target, engine.CodeTargetAccess}} {
		if m.name == "" {
			continue
		}
		if err := a.known(ctx, m.name); err != nil {
			return err
		}
		for _, is := range list {
			if strings.EqualFold(is.Name, m.name) && is.Access < engine.AccessFull {
				return &engine.Error{Code: m.code, Subject: is.Name, Cause: fmt.Errorf("needed is %v, the login has %v", engine.AccessFull, is.Access)}
			}
		}
	}
	return nil
}

// between lists the connections from a source to a target; empty names mean any.
func (a *Agent) between(ctx context.Context, source, target string) (engine.ConnectionList, error) {
	return engine.Call(ctx, a.Client, engine.FindConnections{Source: source, Target: target})
}

// mayChangeBetween lists the connections from a source to a target that the caller has full access to; CodeNoConnection without any.
func (a *Agent) mayChangeBetween(ctx context.Context, source, target string) (engine.ConnectionList, error) {
	if err := a.mayChange(ctx, source, target); err != nil {
		return nil, err
	}
	list, err := a.between(ctx, source, target)
	if err == nil && len(list) == 0 {
		err = &engine.Error{Code: engine.CodeNoConnection, Cause: errors.New("none leads from " + source + " to " + target)}
	}
	return list, err
}

func routeOf(source, target string) route {
	return route{strings.ToLower(source), strings.ToLower(target)}
}
