package module

// This file defines the list of the modules that fewer scripts use.

import (
	"time"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/stdlib/perl"
)

func lateModules() []library {
	return []library{
		{name: "Time::Piece", load: timePieceEntries, setup: setupTimePiece},
		{name: "Time::Seconds", load: timeSecondsEntries, setup: setupTimeSeconds},
		{name: "Memoize", load: memoizeEntries},
		{name: "Text::Balanced", load: balancedEntries, setup: setupBalanced},
		{name: "bigint", load: func() []*runtime.Entry { return numberPragma("bigint") }, setup: setupNumberPragma(false), imports: importNumbers("bigint")},
		{name: "bignum", load: func() []*runtime.Entry { return numberPragma("bignum") }, setup: setupNumberPragma(true), imports: importNumbers("bignum")},
		{name: "bigfloat", load: func() []*runtime.Entry { return numberPragma("bigfloat") }, setup: setupNumberPragma(false), imports: importNumbers("bigfloat")},
		{name: "bigrat", load: func() []*runtime.Entry { return numberPragma("bigrat") }, setup: setupNumberPragma(false), imports: importNumbers("bigrat")},
		{name: "Math::BigRat", setup: setupBigRat, imports: noImport},
		{name: "version", load: versionEntries, setup: setupVersion},
		{name: "File::stat", load: fileStatEntries, setup: setupFileStat},
		{name: "IO::Dir", setup: setupDirectories("IO::Dir")}, {name: "DirHandle", setup: setupDirectories("DirHandle")},
		timeObjects("Time::localtime", "localtime", "ctime", perl.Zone), timeObjects("Time::gmtime", "gmtime", "gmctime", func(*runtime.VM) *time.Location { return time.UTC }),
		{name: "Class::Struct", load: classStructEntries},
		{name: "Tie::File", setup: setupTieFile},
		{name: "B", load: compilerEntries, setup: setupCompiler},
		{name: "Module::Load", load: moduleLoadEntries},
		{name: "Compress::Zlib", load: zlibEntries},
		{name: "Test::Builder", setup: setupBuilder}, {name: "JSON::PP::Boolean", setup: func(vm *runtime.VM) { vm.Load("JSON::PP") }},
		{name: "IO", setup: setupIOHandle},
		refusedModule("HTTP::Tiny", "there are no sockets; run a program such as curl through a pipe"),
		{name: "IPC::Open3::Spawn", setup: setupSpawn},
		refusedModule("Safe", "there are no compartments"), refusedModule("Filter::Simple", "there are no source filters"), refusedModule("Attribute::Handlers", "attributes have no handlers here"),
		refusedModule("DB_File", "there are no tied databases; use Storable or JSON::PP"), refusedModule("SDBM_File", "there are no tied databases; use Storable or JSON::PP"),
		{name: "Pod::Usage", load: podUsageEntries},
		{name: "charnames", setup: setupCharnames}, {name: "Unicode::Normalize", load: normalizeEntries}, {name: "Unicode::UCD", load: ucdEntries},
	}
}
