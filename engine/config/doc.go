// Package config reads smrscript.toml and opens the engine that it describes.
//
// A script names machines; the file says what they are. The hard part is that a mistake in it shows up far away, in
// a script that only says `login alpha`, so every error is an *Error that knows file, line and key, the keys or
// values that would have been right, and what to write; and an operation on a machine that the file does not have
// fails with the lines that would add it. Nothing is opened, run or looked up while the file is read: secrets are
// fetched when they are asked for, the engine is opened by Open.
package config
