package runtime

// This file defines what loading a module leaves behind that scripts can see: perl's own modules use string evals, and the names
// of later ones, "(eval 7)", count them.

// countEvals counts the string evals that loading a built-in module takes in perl.
func (vm *VM) countEvals(module string) {
	carp, n := evalsOf(module)
	if carp && !vm.carpCounted {
		vm.carpCounted = true
		n += 4
	}
	vm.evals += n
}

// evalsOf tells whether a module loads Carp, and how many more string evals it takes.
func evalsOf(module string) (carp bool, n int) {
	switch module {
	case "Carp", "Data::Dumper", "Storable", "Encode", "Time::Local", "IO::Handle", "IO::File", "Tie::Hash", "Tie::Array", "Tie::Scalar", "Time::Piece", "Hash::Util", "FindBin", "Sys::Hostname",
		"autodie", "charnames":
		return true, 0
	case "POSIX", "Math::BigInt", "Math::BigFloat", "Env":
		return true, 1
	case "Benchmark":
		return true, 2
	case "File::Temp":
		return true, 3
	case "Test::More":
		return true, 4
	case "JSON::PP":
		return true, 39
	case "Time::HiRes", "File::Path":
		return false, 1
	case "File::Copy", "English":
		return false, 2
	case "Math::Trig", "Math::Complex":
		return false, 3
	}
	return false, 0
}
