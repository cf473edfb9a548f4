package driver

// This file decides which path of the target a root of a replication set goes to.

import (
	"fmt"
	"slices"
	"strings"

	"github.com/smrscript/smrscript/engine"
)

// A Parser reads a path of one machine; which drives are volumes of their own is the machine's.
type Parser func(engine.Path) (Path, error)

// MapPath returns where root, a path of the source, goes on the target. named says that a base mapping appends the root's name, because
// there are several roots or the root is a file. Errors are *engine.Error with CodeBadParameter.
func MapPath(source, target Parser, m engine.Mapping, root Path, named bool) (Path, error) {
	switch m.Kind {
	case "", engine.MapExact:
		to, err := target(engine.Path(root.String()))
		return to, asParameter(err)
	case engine.MapBase:
		base, err := target(m.Base)
		if err != nil {
			return nil, asParameter(err)
		}
		if named && len(root) > 0 {
			base = append(slices.Clone(base), strings.TrimSuffix(root[len(root)-1], ":"))
		}
		return base, nil
	case engine.MapCustom:
		return mapPairs(source, target, m.Pairs, root)
	}
	return nil, BadMapping("unknown mapping %q", m.Kind)
}

// mapPairs uses the pair whose source is the longest that contains root.
func mapPairs(source, target Parser, pairs []engine.PathPair, root Path) (Path, error) {
	var best Path
	found, length := false, -1
	for _, pair := range pairs {
		from, err := source(pair.Source)
		if err != nil {
			return nil, asParameter(err)
		}
		to, err := target(pair.Target)
		if err != nil {
			return nil, asParameter(err)
		}
		if from.Contains(root) && len(from) > length {
			best, found, length = slices.Concat(to, root[len(from):]), true, len(from)
		}
	}
	if !found {
		return nil, BadMapping("no pair of the mapping covers %v: begin one at or above it", root)
	}
	return best, nil
}

// BadMapping is the error of a mapping that cannot be used; format says why.
func BadMapping(format string, args ...any) error { return asParameter(fmt.Errorf(format, args...)) }

func asParameter(err error) error {
	if err == nil {
		return nil
	}
	return &engine.Error{Code: engine.CodeBadParameter, Subject: "mapping", Cause: err}
}
