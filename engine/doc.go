// Package engine states what can be asked of a replication engine, as values.
//
// Every request is an operation: a small struct such as [Connect], [MirrorStart]
// or [FindConnections], with one result type, sent through the single method
// Do of a [Client]. Because a request is a value, it can be logged, replayed,
// sent over a wire, refused by policy or merely described by a plan, and a
// wrapper round a client is complete as soon as it handles the one method.
//
// The hard part is keeping that one method typed at the call site. Every
// operation carries its result type in an unexported method, result() R, so the
// compiler infers R and [Call] returns it:
//
//	id, err := engine.Call(ctx, client, engine.Connect{Source: "alpha", Repset: "db", Target: "beta"})
//
// The unexported method also seals the set: operations exist only here, the
// function kinds lists them all, and [EncodeOp], [DecodeOp] and [DecodeResult]
// turn them into JSON and back by name.
//
// Failures are [*Error] values with a numeric [Code]; the code itself is an
// error value, so errors.Is(err, engine.CodeNoConnection) works through any
// amount of wrapping.
package engine
