package module

// This file defines which modules there are.

import (
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func dataModules() []library {
	return []library{
		{name: "List::Util", load: listUtil, setup: setupListUtil}, {name: "Scalar::Util", load: scalarUtil}, {name: "Hash::Util", load: hashUtil, setup: setupHashUtil}, {name: "Sub::Util", load: subUtilEntries},
		{name: "Data::Dumper", load: dumperEntries, setup: setupDumper}, {name: "Storable", load: storableEntries}, {name: "JSON::PP", load: jsonEntries, setup: setupJSON},
		{name: "mro", load: mroEntries}, {name: "re", load: reEntries}, {name: "builtin", load: builtinEntries}, {name: "utf8", load: utf8Entries}, {name: "Symbol", load: symbolEntries},
	}
}

func textModules() []library {
	return []library{
		{name: "Text::Wrap", load: wrapEntries, setup: setupWrap}, {name: "Text::ParseWords", load: parseWordsEntries}, {name: "Text::Tabs", load: tabsEntries}, {name: "Text::Abbrev", load: abbrevEntries},
		{name: "Term::ANSIColor", load: ansiColorEntries}, {name: "MIME::Base64", load: base64Entries}, {name: "MIME::QuotedPrint", load: quotedPrintEntries},
		{name: "Digest::MD5", load: md5Entries, setup: setupMD5}, {name: "Digest::SHA", load: shaEntries, setup: setupSHA}, {name: "Encode", load: encodeEntries, setup: setupEncode},
	}
}

func fileModules() []library {
	return []library{
		{name: "File::Basename", load: basenameEntries}, {name: "File::Spec", setup: setupFileSpec}, {name: "File::Spec::Unix", setup: setupFileSpec}, {name: "File::Spec::Functions", load: fileSpecFunctions},
		{name: "File::Path", load: filePathEntries}, {name: "File::Copy", load: fileCopyEntries}, {name: "File::Compare", load: fileCompareEntries}, {name: "File::Find", load: fileFindEntries},
		{name: "File::Temp", load: fileTempEntries, setup: func(vm *runtime.VM) { setupIOHandle(vm); setupFileTemp(vm) }}, {name: "Cwd", load: cwdEntries}, {name: "FindBin", setup: setupFindBin, imports: importFindBin},
		{name: "Fcntl", load: fcntlEntries}, {name: "IO::Handle", setup: setupIOHandle}, {name: "IO::File", setup: setupIOHandle}, {name: "IO::Seekable", setup: setupIOHandle}, {name: "FileHandle", setup: setupFileHandle},
	}
}

func systemModules() []library {
	return []library{
		{name: "POSIX", load: posixEntries, setup: setupPosix}, {name: "Errno", load: errnoEntries}, {name: "Time::HiRes", load: hiresEntries}, {name: "Time::Local", load: timeLocalEntries},
		{name: "Getopt::Long", load: getoptEntries, setup: setupGetopt, imports: importGetopt}, {name: "Getopt::Std", load: getoptStdEntries}, {name: "Carp", load: carpEntries, setup: setupCarp},
		{name: "Sys::Hostname", load: hostnameEntries}, {name: "English", imports: importEnglish}, {name: "Env", imports: importEnv}, {name: "Config", setup: setupConfig, imports: importConfig},
		{name: "Benchmark", load: benchmarkEntries, setup: setupBenchmark}, {name: "Exporter", setup: setupExporter, imports: importExporter},
		refusedModule("threads", "there are no threads; run programs with system or open with a pipe"), refusedModule("threads::shared", "there are no threads"), refusedModule("Thread::Queue", "there are no threads"),
		refusedModule("Socket", "there are no sockets; run a program such as nc or curl through a pipe"),
		refusedModule("IO::Socket", "there are no sockets; run a program such as nc or curl through a pipe"), refusedModule("Filter::Util::Call", "there are no source filters"),
		refusedModule("Inline", "there is no foreign code"), refusedModule("XSLoader", "there is no foreign code"), refusedModule("DynaLoader", "there is no foreign code"),
	}
}

func mathModules() []library {
	return []library{
		{name: "Math::BigInt", setup: setupBigInt, imports: noImport}, {name: "Math::BigFloat", setup: setupBigFloat, imports: noImport}, {name: "Math::Trig", load: trigEntries}, {name: "Math::Complex", load: complexEntries, setup: setupComplex},
	}
}

func testModules() []library {
	return []library{
		{name: "Test::More", load: testEntries, setup: setupTest, imports: importTest}, {name: "Test::Simple", setup: setupSimple, imports: importSimple},
	}
}

func classModules() []library {
	return []library{{name: "Tie::Scalar", setup: setupTieScalar}, {name: "Tie::Array", setup: setupTieArray}, {name: "Tie::Hash", setup: setupTieHash}}
}

// noImport accepts any operands of use.
func noImport(*runtime.VM, string, []value.Value) error { return nil }

// importFindBin gives the importing package the variables that it asks for.
func importFindBin(vm *runtime.VM, pkg string, args []value.Value) error {
	for _, a := range args {
		if name := a.String(); len(name) > 1 && name[0] == '$' {
			vm.Glob(pkg + "::" + name[1:]).Scalar = vm.Scalar("FindBin::" + name[1:])
		}
	}
	return nil
}

// setupFileHandle makes FileHandle another name of IO::File.
func setupFileHandle(vm *runtime.VM) {
	setupIOHandle(vm)
	vm.Inherit("FileHandle", "IO::File")
}
