package stdlib

// This file defines the functions that return what an engine knows as nested data.

import (
	"encoding/json"
	"sort"
	"strings"

	"github.com/smrscript/smrscript/engine"
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func dataEntries() []*runtime.Entry {
	return []*runtime.Entry{{
		Usage:   "machines LIST",
		Summary: "return the machines of the configuration as hashes",
		Call:    func(c *runtime.Call) value.Value { return listOf(c, engine.ListMachines{}) },
		Doc: `
Returns a reference to a hash for each machine of the configuration: name, driver, address, online, access. The
parentheses tell the function from the command MACHINES.

    smr> write join " ", map { "$_->{name}:" . ($_->{online} ? "up" : "down") } machines()
    alpha:up away:down beta:up

    smr> write machines()->[0
    ...> ;
    error[...
    ...
`,
	}, {
		Usage:   "repsets LIST",
		Summary: "return the replication sets of a source as hashes",
		Call:    callRepsets,
		Doc: `
Returns a reference to a hash for each replication set of the source, of the current source without an operand: name,
source, rules (path, exclude, norecurse), saved, connections.

    smr> write join " ", map { "$_->{name} of $_->{source}: $_->{rules}[0]{path}" } repsets()
    db of alpha: /data
    smr> write scalar(my @none = repsets("beta"))
    0

A source that the configuration does not have ends the script:

    smr> repsets("gamma")
    ...gamma: there is no such machine: ... at prompt line ...
`,
	}, {
		Usage:   "connections LIST",
		Summary: "return the connections as hashes",
		Call:    callConnections,
		Doc: `
Returns a reference to a hash for each connection, as connection() does, in the order of their ids.

    smr> connect db to beta map base "/copies/one" nomirror noreplicate
    = 1
    smr> write join " ", map { "$_->{id}: $_->{target_state}" } connections()
    1: Mirror Required

    smr> write connections(]
    error[...
    ...
`,
	}, {
		Usage:   "connection EXPR",
		Summary: "return what is known about a connection as a hash",
		Call:    callConnection,
		Doc: `
Returns a reference to a hash with all that STATUS CON prints and more, undef if there is no such connection: id,
source, repset, target, mapping, established, replicate, target_state, transmit_state, settled, path_blocked, failures;
and the hashes mirror (state, percent, files_total, files_done, files_sent, bytes_total, bytes_done, bytes_sent, errors,
completed, ...) and replication (active, ops_queue, bytes_queue, bytes_transmitted, ...).

    smr> $con = connect db to beta map base "/copies/one" noreplicate
    = 1
    smr> wait on mirror $con
    smr> write connection($con)->{mirror}{percent}, "% of ", connection($con)->{mirror}{files_total}, " files"
    100% of 2 files
    smr> write defined(connection(99)) ? "there" : "gone"
    gone

An id that cannot be one ends the script:

    smr> connection("x")
    ..."x": the connection id is not valid at prompt line ...
`,
	}, {
		Usage:   "statistics EXPR",
		Summary: "return the figures of a connection as a flat hash",
		Call:    callStatistics,
		Doc: `
Returns a reference to a hash with the figures of a connection under the names of the statistics file, undef if there
is no such connection.

    smr> $con = connect db to beta map base "/copies/one" noreplicate
    = 1
    smr> wait on mirror $con
    smr> write statistics($con)->{"Mirror Bytes Transferred"}
    12

    smr> statistics("x")
    ..."x": the connection id is not valid at prompt line ...
`,
	}}
}

// ask performs an operation for a function; its failure ends the script like die.
func ask[R engine.Result](c *runtime.Call, op engine.OpOf[R]) R {
	s, ok := c.VM.Session().(*Session)
	if !ok {
		c.Die("this program runs scripts without an engine")
	}
	client, err := s.Client(c.VM.Context())
	if err != nil {
		c.Die("%s", err)
	}
	file, line := c.Site()
	r, err := engine.Call(engine.WithOrigin(c.VM.Context(), engine.Origin{Script: file, Line: line}), client, op)
	if err != nil {
		c.Die("%s", err)
	}
	return r
}

// listOf returns the elements of a result that is a list.
func listOf[R engine.Result](c *runtime.Call, op engine.OpOf[R]) value.Value {
	list, ok := nested(ask(c, op)).([]any)
	if !ok {
		return c.Nothing()
	}
	return returnAll(c, list)
}

func returnAll(c *runtime.Call, list []any) value.Value {
	if c.Want != runtime.WantList {
		return value.Int(int64(len(list)))
	}
	out := make([]value.Value, len(list))
	for i, item := range list {
		out[i] = fromData(item)
	}
	return c.Return(out...)
}

func callRepsets(c *runtime.Call) value.Value {
	src := c.Arg(0).UTF8()
	if s, ok := c.VM.Session().(*Session); ok && len(c.Args) == 0 {
		if src = s.source; src == "" {
			c.Die("%s", engine.CodeNoSource.Sentence())
		}
	}
	return listOf(c, engine.ListRepsets{Source: src})
}

func callConnections(c *runtime.Call) value.Value {
	var all []any
	for _, con := range ask(c, engine.FindConnections{}) {
		if st, ok := statusOf(c, con.ID); ok {
			all = append(all, nested(st))
		}
	}
	return returnAll(c, all)
}

// statusOf returns the status of a connection; ok is false if there is none.
func statusOf(c *runtime.Call, id engine.ConnectionID) (engine.ConnectionStatus, bool) {
	if len(ask(c, engine.FindConnections{ID: id})) == 0 {
		return engine.ConnectionStatus{}, false
	}
	return ask(c, engine.GetConnection{ID: id}), true
}

// argumentStatus is the status of the connection that the first argument names.
func argumentStatus(c *runtime.Call) (engine.ConnectionStatus, bool) {
	v := c.Arg(0)
	if !v.IsNumber() && !v.LooksLikeNumber() || v.ToInt() < 1 {
		c.Die("%q: %s", v.UTF8(), engine.CodeBadConnectionID.Sentence())
	}
	return statusOf(c, engine.ConnectionID(v.ToInt()))
}

func callConnection(c *runtime.Call) value.Value {
	st, ok := argumentStatus(c)
	if !ok {
		return value.Undef
	}
	return fromData(nested(st))
}

func callStatistics(c *runtime.Call) value.Value {
	st, ok := argumentStatus(c)
	if !ok {
		return value.Undef
	}
	h := value.NewHash()
	for _, f := range statsFields(st)[1:] {
		h.SetString(f.name, value.Text(strings.Trim(f.text, `"`), true))
	}
	return value.RefHash(h)
}

// nested turns a result into maps and lists by its JSON names.
func nested(r engine.Result) any {
	data, err := engine.EncodeResult(r)
	if err != nil {
		return nil
	}
	d := json.NewDecoder(strings.NewReader(string(data)))
	d.UseNumber()
	var out any
	_ = d.Decode(&out) // it has just been encoded
	return out
}

// fromData turns maps and lists into values of the language.
func fromData(x any) value.Value {
	switch x := x.(type) {
	case map[string]any:
		h := value.NewHash()
		keys := make([]string, 0, len(x))
		for k := range x {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		for _, k := range keys {
			h.SetString(k, fromData(x[k]))
		}
		return value.RefHash(h)
	case []any:
		list := make([]value.Value, len(x))
		for i, item := range x {
			list[i] = fromData(item)
		}
		return value.RefArray(value.NewArray(list))
	case json.Number:
		if n, err := x.Int64(); err == nil {
			return value.Int(n)
		}
		f, _ := x.Float64()
		return value.Float(f)
	case string:
		return value.Str(x)
	case bool:
		return value.Bool(x)
	}
	return value.Undef
}
