package module

// This file defines the constants of POSIX, Fcntl and Errno.

import (
	"math"
	"os"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/handle"
	"github.com/smrscript/smrscript/runtime/value"
	"github.com/smrscript/smrscript/stdlib/perl"
)

// A namedValue is a constant.
type namedValue struct {
	name string
	v    value.Value
}

// constants makes entries that return values.
func constants(module string, list []namedValue) []*runtime.Entry {
	out := make([]*runtime.Entry, len(list))
	for i, n := range list {
		v := n.v
		out[i] = &runtime.Entry{Usage: n.name, Summary: "constant " + v.String(), Doc: "A constant.\n\n    use " + module + " \"" + n.name + "\";\n    say defined " + n.name + " ? \"known\" : \"unknown\";   #> known\n",
			Fn0: func(*runtime.VM) value.Value { return v }}
	}
	return out
}

// numbered reads "A=1 B=2 ..." as constants.
func numbered(text string) []namedValue {
	var out []namedValue
	for _, f := range strings.Fields(text) {
		name, n, _ := strings.Cut(f, "=")
		v, _ := value.ParseNumber(n)
		out = append(out, namedValue{name, v})
	}
	return out
}

func posixConstants() []*runtime.Entry {
	list := numbered("INT_MAX=2147483647 INT_MIN=-2147483648 UINT_MAX=4294967295 SHRT_MAX=32767 SHRT_MIN=-32768 USHRT_MAX=65535 CHAR_BIT=8 CHAR_MAX=127 CHAR_MIN=-128 SCHAR_MAX=127 SCHAR_MIN=-128 " +
		"UCHAR_MAX=255 LONG_MAX=9223372036854775807 LONG_MIN=-9223372036854775808 ULONG_MAX=18446744073709551615 SSIZE_MAX=9223372036854775807 PATH_MAX=4096 NAME_MAX=255 BUFSIZ=8192 EOF=-1 " +
		"DBL_DIG=15 DBL_MANT_DIG=53 DBL_MAX_EXP=1024 DBL_MIN_EXP=-1021 DBL_MAX_10_EXP=308 DBL_MIN_10_EXP=-307 FLT_DIG=6 FLT_MANT_DIG=24 FLT_RADIX=2 LDBL_DIG=18 RAND_MAX=2147483647 CLOCKS_PER_SEC=1000000 " +
		"EXIT_SUCCESS=0 EXIT_FAILURE=1 LC_CTYPE=0 LC_NUMERIC=1 LC_TIME=2 LC_COLLATE=3 LC_MONETARY=4 LC_MESSAGES=5 LC_ALL=6 WNOHANG=1 WUNTRACED=2 STDIN_FILENO=0 STDOUT_FILENO=1 STDERR_FILENO=2 " +
		"R_OK=4 W_OK=2 X_OK=1 F_OK=0 SEEK_SET=0 SEEK_CUR=1 SEEK_END=2 SIG_BLOCK=0 SIG_UNBLOCK=1 SIG_SETMASK=2")
	list = append(list, namedValue{"DBL_MAX", value.Float(math.MaxFloat64)}, namedValue{"DBL_MIN", value.Float(0x1p-1022)}, namedValue{"DBL_EPSILON", value.Float(0x1p-52)},
		namedValue{"FLT_MAX", value.Float(math.MaxFloat32)}, namedValue{"FLT_MIN", value.Float(0x1p-126)}, namedValue{"FLT_EPSILON", value.Float(0x1p-23)},
		namedValue{"INFINITY", value.Float(math.Inf(1))}, namedValue{"NAN", value.Float(math.NaN())}, namedValue{"HUGE_VAL", value.Float(math.Inf(1))},
		namedValue{"M_PI", value.Float(math.Pi)}, namedValue{"M_E", value.Float(math.E)}, namedValue{"M_SQRT2", value.Float(math.Sqrt2)}, namedValue{"M_LN2", value.Float(math.Ln2)}, namedValue{"M_LN10", value.Float(math.Ln10)},
		namedValue{"M_PI_2", value.Float(math.Pi / 2)}, namedValue{"M_PI_4", value.Float(math.Pi / 4)},
		namedValue{"M_1_PI", value.Float(1 / math.Pi)}, namedValue{"M_2_PI", value.Float(2 / math.Pi)}, namedValue{"M_2_SQRTPI", value.Float(2 / math.Sqrt(math.Pi))}, namedValue{"M_SQRT1_2", value.Float(math.Sqrt2 / 2)},
		namedValue{"M_LOG2E", value.Float(math.Log2E)}, namedValue{"M_LOG10E", value.Float(math.Log10E)})
	out := append(constants("POSIX", list), tagAll("limits_h", nil)...)
	out = append(out, tagAll("errno_h", constants("POSIX", errnoValues()))...)
	out = append(out, tagAll("signal_h", constants("POSIX", signalValues()))...)
	out = append(out, tagAll("fcntl_h", constants("POSIX", openFlags()))...)
	out = append(out, tagAll("sys_wait_h", waitMacros())...)
	for _, e := range out {
		if tag := headerOf(e.Name()); tag != "" {
			e.Tags = append(e.Tags, tag)
		}
	}
	return out
}

func tagAll(tag string, entries []*runtime.Entry) []*runtime.Entry { return tagged(tag, entries...) }

// headerOf names the list that a constant is in.
func headerOf(name string) string {
	switch {
	case strings.HasPrefix(name, "DBL_") || strings.HasPrefix(name, "FLT_") || strings.HasPrefix(name, "LDBL_"):
		return "float_h"
	case strings.HasSuffix(name, "_MAX") || strings.HasSuffix(name, "_MIN") || name == "CHAR_BIT":
		return "limits_h"
	case strings.HasPrefix(name, "LC_"):
		return "locale_h"
	case strings.HasPrefix(name, "EXIT_"):
		return "stdlib_h"
	case name == "WNOHANG" || name == "WUNTRACED":
		return "sys_wait_h"
	case strings.HasSuffix(name, "_OK") || strings.HasPrefix(name, "STD"):
		return "unistd_h"
	}
	return ""
}

func errnoValues() []namedValue {
	var out []namedValue
	for _, name := range handle.ErrnoNames() {
		if n, ok := handle.ErrnoNumber(name); ok {
			out = append(out, namedValue{name, value.Int(int64(n))})
		}
	}
	return out
}

func signalValues() []namedValue {
	var out []namedValue
	for n := 1; n < 32; n++ {
		if name := perl.SignalName(n); name != "" {
			out = append(out, namedValue{"SIG" + name, value.Int(int64(n))})
		}
	}
	return out
}

// openFlags are the flags of sysopen, which go to package os as they are.
func openFlags() []namedValue {
	return []namedValue{{"O_RDONLY", value.Int(int64(os.O_RDONLY))}, {"O_WRONLY", value.Int(int64(os.O_WRONLY))}, {"O_RDWR", value.Int(int64(os.O_RDWR))}, {"O_CREAT", value.Int(int64(os.O_CREATE))},
		{"O_EXCL", value.Int(int64(os.O_EXCL))}, {"O_TRUNC", value.Int(int64(os.O_TRUNC))}, {"O_APPEND", value.Int(int64(os.O_APPEND))}, {"O_SYNC", value.Int(int64(os.O_SYNC))}, {"O_NONBLOCK", value.Int(0x800)}}
}

// waitMacros take a value of $? apart.
func waitMacros() []*runtime.Entry {
	macro := func(name, summary, example string, f func(status int64) value.Value) *runtime.Entry {
		return function(name+" STATUS", summary, "Takes a value of $?.\n\n    use POSIX \":sys_wait_h\";\n    say "+example+"\n", func(c *runtime.Call) value.Value { return f(c.Arg(0).ToInt()) })
	}
	return []*runtime.Entry{
		macro("WIFEXITED", "ask whether a program ended by itself", "WIFEXITED(256) ? \"yes\" : \"no\";   #> yes", func(s int64) value.Value { return value.Bool(s&127 == 0) }),
		macro("WEXITSTATUS", "exit status of a program", "WEXITSTATUS(256);   #> 1", func(s int64) value.Value { return value.Int(s >> 8 & 255) }),
		macro("WIFSIGNALED", "ask whether a signal ended a program", "WIFSIGNALED(9) ? \"yes\" : \"no\";   #> yes", func(s int64) value.Value { return value.Bool(s&127 != 0) }),
		macro("WTERMSIG", "signal that ended a program", "WTERMSIG(9);   #> 9", func(s int64) value.Value { return value.Int(s & 127) }),
		macro("WIFSTOPPED", "ask whether a program was stopped", "WIFSTOPPED(0) ? \"yes\" : \"no\";   #> no", func(s int64) value.Value { return value.Bool(s&255 == 127) }),
		macro("WSTOPSIG", "signal that stopped a program", "WSTOPSIG(0x137f);   #> 19", func(s int64) value.Value { return value.Int(s >> 8 & 255) }),
	}
}

// fcntlEntries are the constants for open, flock, seek and stat.
func fcntlEntries() []*runtime.Entry {
	flags := constants("Fcntl", append(openFlags(), numbered("F_GETFD=1 F_SETFD=2 F_GETFL=3 F_SETFL=4 FD_CLOEXEC=1")...))
	for _, e := range flags {
		e.Default = true
	}
	out := append(flags, tagAll("flock", constants("Fcntl", numbered("LOCK_SH=1 LOCK_EX=2 LOCK_NB=4 LOCK_UN=8")))...)
	out = append(out, tagAll("seek", constants("Fcntl", numbered("SEEK_SET=0 SEEK_CUR=1 SEEK_END=2")))...)
	out = append(out, tagAll("mode", constants("Fcntl", numbered("S_IFMT=61440 S_IFREG=32768 S_IFDIR=16384 S_IFLNK=40960 S_IFIFO=4096 S_IFCHR=8192 S_IFBLK=24576 S_IFSOCK=49152 S_IRUSR=256 S_IWUSR=128 S_IXUSR=64 S_IRWXU=448 "+
		"S_IRGRP=32 S_IWGRP=16 S_IXGRP=8 S_IRWXG=56 S_IROTH=4 S_IWOTH=2 S_IXOTH=1 S_IRWXO=7 S_ISUID=2048 S_ISGID=1024 S_ISVTX=512")))...)
	for _, t := range []struct {
		name string
		kind int64
	}{{"S_ISREG", 0o100000}, {"S_ISDIR", 0o040000}, {"S_ISLNK", 0o120000}, {"S_ISFIFO", 0o010000}, {"S_ISCHR", 0o020000}, {"S_ISBLK", 0o060000}, {"S_ISSOCK", 0o140000}} {
		out = append(out, tagAll("mode", []*runtime.Entry{function(t.name+" MODE", "ask a mode of stat for a type", "True if the mode is of that type.\n\n    use Fcntl \":mode\";\n    say S_ISDIR((stat \"/\")[2]) ? \"directory\" : \"other\";   #> directory\n",
			func(c *runtime.Call) value.Value { return value.Bool(c.Arg(0).ToInt()&0o170000 == t.kind) })})...)
	}
	out = append(out, tagAll("mode", []*runtime.Entry{function("S_IMODE MODE", "permissions of a mode", "Without the type.\n\n    use Fcntl \":mode\";\n    say S_IMODE(0100644) == 0644 ? \"yes\" : \"no\";   #> yes\n",
		func(c *runtime.Call) value.Value { return value.Int(c.Arg(0).ToInt() & 0o7777) })})...)
	return out
}

// errnoEntries are the names of errors, for comparing with $!.
func errnoEntries() []*runtime.Entry { return tagAll("POSIX", constants("Errno", errnoValues())) }
