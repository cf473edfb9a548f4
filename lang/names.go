package lang

// This file defines the names that a file introduces: subs, constants and imports.

import (
	"strings"

	"github.com/smrscript/smrscript/lang/usage"
)

// A knownSub is a sub that can be called by a bare word from some offset on.
type knownSub struct {
	from     int // the offset from which it is known; -1: before the text
	proto    string
	hasProto bool
	function *usage.Function // an import of a registered function
	imported bool            // from a module that is not built in: its prototype is not known
}

// nullary tells a constant: a sub that takes no arguments at all.
func (n *knownSub) nullary() bool {
	if n.function != nil {
		return n.function.Nullary
	}
	return n.hasProto && n.proto == ""
}

// block tells that the first argument may be a block without `sub`.
func (n *knownSub) block() bool {
	if n.function != nil {
		return n.function.Block != usage.None
	}
	return strings.HasPrefix(n.proto, "&")
}

// names holds the names of a file by package.
type names struct {
	packages map[string]map[string]*knownSub
	modules  map[string]bool     // packages that the file declares, uses or requires
	words    map[string]bool     // plain names that were read as a word of ours
	forced   map[string]bool     // words of ours that a sub takes over
	taken    map[string]knownSub // imported functions, by qualified name, that the file defines anew
	again    bool                // forced or taken has grown
}

func (n *names) reset() {
	n.packages, n.modules = map[string]map[string]*knownSub{}, map[string]bool{}
	n.words, n.again = map[string]bool{}, false
}

// split returns the package and the plain name of a sub as written in pkg.
func split(pkg, word string) (string, string) {
	i := strings.LastIndex(word, "::")
	if i < 0 {
		return pkg, word
	}
	if i == 0 {
		return "main", word[2:]
	}
	return strings.TrimPrefix(word[:i], "::"), word[i+2:]
}

// add makes a sub known.
func (n *names) add(pkg, word string, entry knownSub) {
	pkg, plain := split(pkg, word)
	in := n.packages[pkg]
	if in == nil {
		in = map[string]*knownSub{}
		n.packages[pkg] = in
	}
	if own, ok := n.taken[pkg+"::"+plain]; ok && entry.function != nil {
		own.from, entry = entry.from, own
	}
	if old := in[plain]; old != nil {
		if old.function != nil && old.from >= 0 && entry.function == nil && !entry.imported {
			n.taken[pkg+"::"+plain], n.again = entry, true
		}
		if !entry.hasProto && entry.function == nil {
			old.imported = old.imported && entry.imported
			return // a definition after a forward declaration
		}
		entry.from = min(entry.from, old.from)
	}
	in[plain] = &entry
	if n.words[plain] && !n.forced[plain] {
		n.forced[plain], n.again = true, true
	}
}

// find returns the sub that a word means at an offset of the file, nil when none is known there.
func (s *script) find(pkg, word string, offset int) *knownSub {
	if n := s.declared(pkg, word); n != nil && n.from <= offset {
		return n
	}
	return nil
}

// declared returns the sub that a word means anywhere in the file, nil when there is none.
func (s *script) declared(pkg, word string) *knownSub {
	pkg, plain := split(pkg, word)
	if n := s.names.packages[pkg][plain]; n != nil {
		return n
	}
	if s.opt.Subs != nil {
		if proto, hasProto, known := s.opt.Subs(pkg + "::" + plain); known {
			n := knownSub{from: -1, proto: proto, hasProto: hasProto}
			if s.opt.Functions != nil {
				n.function = s.opt.Functions(pkg + "::" + plain)
			}
			s.names.add(pkg, plain, n)
			return &n
		}
	}
	if pkg != "" && strings.Contains(word, "::") && s.opt.Words != nil {
		if f := s.opt.Words.Exports(pkg, []string{plain})[plain]; f != nil {
			n := knownSub{from: -1, function: f}
			s.names.add(pkg, plain, n)
			return &n
		}
	}
	return nil
}

// function returns the registered function that a word means at an offset: an import, else a core function that no
// sub of the file takes over. Nil when it is none.
func (s *script) function(pkg, word string, offset int) *usage.Function {
	if n := s.find(pkg, word, offset); n != nil && n.function != nil {
		return n.function
	}
	if rest, ok := strings.CutPrefix(word, "CORE::"); ok {
		return s.word(rest).function
	}
	f := s.word(word).function
	if f == nil || isCore(word) {
		return f
	}
	if s.names.forced[word] || s.find(pkg, word, offset) != nil {
		return nil
	}
	return f
}

// isCore tells the functions of Perl that a sub of the same name does not take over.
func isCore(word string) bool {
	switch word {
	case "abs", "accept", "alarm", "atan2", "bind", "binmode", "bless", "caller", "chdir", "chmod", "chomp", "chop", "chown",
		"chr", "chroot", "close", "closedir", "cos", "crypt", "defined", "delete", "die", "each", "endpwent", "eof", "exec",
		"exists", "exit", "exp", "fcntl", "fileno", "flock", "fork", "getc", "getppid", "getpwnam", "getpwuid", "glob",
		"gmtime", "grep", "hex", "index", "int", "ioctl", "join", "keys", "kill", "lc", "lcfirst", "length", "link", "listen",
		"localtime", "lock", "log", "lstat", "map", "mkdir", "oct", "open", "opendir", "ord", "pack", "pipe", "pop", "pos",
		"print", "printf", "prototype", "push", "quotemeta", "rand", "read", "readdir", "readline", "readlink", "readpipe",
		"ref", "rename", "reset", "reverse", "rewinddir", "rindex", "rmdir", "scalar", "seek", "seekdir", "select", "shift",
		"sin", "sleep", "socket", "sort", "splice", "split", "sprintf", "sqrt", "srand", "stat", "study", "substr",
		"symlink", "syscall", "sysopen", "sysread", "sysseek", "system", "syswrite", "tell", "telldir", "tie", "tied", "time",
		"times", "truncate", "uc", "ucfirst", "umask", "undef", "unlink", "unpack", "unshift", "untie", "utime", "values",
		"vec", "wait", "waitpid", "wantarray", "warn":
		return true
	}
	return false
}
