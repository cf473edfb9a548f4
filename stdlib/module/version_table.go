package module

// This file defines the version numbers that modules tell, those of perl 5.36.

// versionText returns the version of a module, "" for one that tells none.
func versionText(name string) string {
	switch name {
	case "B":
		return "1.83"
	case "Benchmark", "Math::Trig":
		return "1.23"
	case "Carp":
		return "1.52"
	case "Class::Struct":
		return "0.66"
	case "Compress::Zlib", "IO::Compress::Gzip", "IO::Uncompress::Gunzip":
		return "2.106"
	case "Config":
		return "5.036000"
	case "Cwd", "File::Spec", "File::Spec::Functions", "File::Spec::Unix":
		return "3.84"
	case "Data::Dumper":
		return "2.184"
	case "Digest", "Digest::base", "Digest::file":
		return "1.20"
	case "Digest::MD5":
		return "2.58"
	case "Digest::SHA":
		return "6.02"
	case "DirHandle", "Env", "vars":
		return "1.05"
	case "Dumpvalue":
		return "1.21"
	case "Encode":
		return "3.17"
	case "English", "autouse":
		return "1.11"
	case "Errno":
		return "1.36"
	case "Exporter":
		return "5.77"
	case "Fcntl":
		return "1.15"
	case "File::Basename":
		return "2.85"
	case "File::Compare":
		return "1.1007"
	case "File::Copy":
		return "2.39"
	case "File::Find", "Tie::RefHash":
		return "1.40"
	case "File::Glob":
		return "1.37"
	case "File::Path":
		return "2.18"
	case "File::Temp":
		return "0.2311"
	case "File::stat":
		return "1.12"
	case "FileHandle", "POSIX":
		return "2.03"
	case "FindBin":
		return "1.53"
	case "Getopt::Long":
		return "2.52"
	case "Getopt::Std":
		return "1.13"
	case "HTTP::Tiny":
		return "0.080"
	case "Hash::Util":
		return "0.28"
	case "Hash::Util::FieldHash", "mro":
		return "1.26"
	case "I18N::Langinfo":
		return "0.21"
	case "IO", "charnames":
		return "1.50"
	case "IO::Dir", "IO::Pipe", "IO::Select":
		return "1.49"
	case "IO::File", "IO::Handle", "IO::Seekable":
		return "1.48"
	case "IPC::Cmd", "Time::gmtime", "warnings::register":
		return "1.04"
	case "IPC::Open2", "Tie::File", "Tie::Hash", "Tie::Scalar":
		return "1.06"
	case "IPC::Open3":
		return "1.22"
	case "JSON::PP", "JSON::PP::Boolean":
		return "4.07"
	case "List::Util", "Scalar::Util", "Sub::Util":
		return "1.62"
	case "MIME::Base64", "MIME::QuotedPrint":
		return "3.16"
	case "Math::BigFloat", "Math::BigInt":
		return "1.999830"
	case "Math::BigRat":
		return "0.2621"
	case "Math::Complex":
		return "1.5902"
	case "Memoize":
		return "1.03_01"
	case "Module::Load":
		return "0.36"
	case "Params::Check":
		return "0.38"
	case "Perl::OSType":
		return "1.010"
	case "Pod::Text":
		return "4.14"
	case "Pod::Usage":
		return "2.01"
	case "Search::Dict", "Tie::Array":
		return "1.07"
	case "SelectSaver", "Text::Abbrev":
		return "1.02"
	case "Storable":
		return "3.26"
	case "Symbol":
		return "1.09"
	case "Sys::Hostname":
		return "1.24"
	case "Term::ANSIColor":
		return "5.01"
	case "Term::ReadLine":
		return "1.17"
	case "Test::Builder", "Test::More", "Test::Simple":
		return "1.302190"
	case "Text::Balanced":
		return "2.04"
	case "Text::ParseWords":
		return "3.31"
	case "Text::Tabs", "Text::Wrap":
		return "2021.0814"
	case "Tie::Handle":
		return "4.3"
	case "Time::HiRes":
		return "1.977"
	case "Time::Local":
		return "1.30"
	case "Time::Piece", "Time::Seconds":
		return "1.3401"
	case "Time::localtime":
		return "1.03"
	case "Time::tm":
		return "1.00"
	case "UNIVERSAL":
		return "1.14"
	case "Unicode::Normalize":
		return "1.31"
	case "Unicode::UCD":
		return "0.78"
	case "User::pwent":
		return "1.01"
	case "attributes":
		return "0.34"
	case "bigfloat", "bigint", "bignum", "bigrat":
		return "0.65"
	case "builtin":
		return "0.006"
	case "overloading":
		return "0.02"
	case "re":
		return "0.43"
	case "sigtrap":
		return "1.10"
	case "version":
		return "0.9929"
	}
	return ""
}
