package module

// This file defines the constants of POSIX that few scripts use, core functions under their POSIX names, and what is said of the
// functions of C that Perl has no use for.

import (
	"math"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
	"github.com/smrscript/smrscript/stdlib/perl"
)

// posixRare are the constants with the values of Linux.
func posixRare() []*runtime.Entry {
	out := constants("POSIX", numbered("B0=0 B110=3 B1200=9 B134=4 B150=5 B1800=10 B19200=14 B200=6 B2400=11 B300=7 B38400=15 B4800=12 B50=1 B600=8 B75=2 B9600=13 BRKINT=2 BUS_ADRALN=1 BUS_ADRERR=2 BUS_OBJERR=3 CLD_CONTINUED=6 "+
		"CLD_DUMPED=3 CLD_EXITED=1 CLD_KILLED=2 CLD_STOPPED=5 CLD_TRAPPED=4 CLOCAL=2048 CREAD=128 CS5=0 CS6=16 CS7=32 CS8=48 CSIZE=48 CSTOPB=64 EAI_AGAIN=-3 EAI_BADFLAGS=-1 EAI_FAIL=-4 EAI_FAMILY=-6 "+
		"EAI_MEMORY=-10 EAI_NONAME=-2 EAI_OVERFLOW=-12 EAI_SERVICE=-8 EAI_SOCKTYPE=-7 EAI_SYSTEM=-11 ECHO=8 ECHOE=16 ECHOK=32 ECHONL=64 FD_CLOEXEC=1 FE_DOWNWARD=1024 FE_TONEAREST=0 "+
		"FE_TOWARDZERO=3072 FE_UPWARD=2048 FILENAME_MAX=4096 FLT_MAX_10_EXP=38 FLT_MAX_EXP=128 FLT_MIN_10_EXP=-37 FLT_MIN_EXP=-125 FLT_ROUNDS=1 FPE_FLTDIV=3 FPE_FLTINV=7 FPE_FLTOVF=4 FPE_FLTRES=6 "+
		"FPE_FLTSUB=8 FPE_FLTUND=5 FPE_INTDIV=1 FPE_INTOVF=2 FP_ILOGB0=-2147483648 FP_ILOGBNAN=-2147483648 FP_INFINITE=1 FP_NAN=0 FP_NORMAL=4 FP_SUBNORMAL=3 FP_ZERO=2 F_DUPFD=0 F_GETFD=1 F_GETFL=3 "+
		"F_GETLK=5 F_RDLCK=0 F_SETFD=2 F_SETFL=4 F_SETLK=6 F_SETLKW=7 F_UNLCK=2 F_WRLCK=1 HUPCL=1024 ICANON=2 ICRNL=256 IEXTEN=32768 IGNBRK=1 IGNCR=128 IGNPAR=4 ILL_BADSTK=8 ILL_COPROC=7 "+
		"ILL_ILLADR=3 ILL_ILLOPC=1 ILL_ILLOPN=2 ILL_ILLTRP=4 ILL_PRVOPC=5 ILL_PRVREG=6 INLCR=64 INPCK=16 ISIG=1 ISTRIP=32 IXOFF=4096 IXON=1024 LC_ADDRESS=9 LC_IDENTIFICATION=12 LC_MEASUREMENT=11 "+
		"LC_PAPER=7 LC_TELEPHONE=10 LDBL_MANT_DIG=64 LDBL_MAX_10_EXP=4932 LDBL_MAX_EXP=16384 LDBL_MIN_10_EXP=-4931 LDBL_MIN_EXP=-16381 L_ctermid=9 L_cuserid=9 MAX_CANON=255 MAX_INPUT=255 "+
		"MB_CUR_MAX=6 MB_LEN_MAX=16 MSG_CTRUNC=8 MSG_DONTROUTE=4 MSG_EOR=128 MSG_OOB=1 MSG_PEEK=2 MSG_TRUNC=32 MSG_WAITALL=256 NCCS=32 NGROUPS_MAX=65536 NOFLSH=128 NULL=0 OPOST=1 O_ACCMODE=3 "+
		"O_NOCTTY=256 PARENB=256 PARMRK=8 PARODD=512 PIPE_BUF=4096 POLL_ERR=4 POLL_HUP=6 POLL_IN=1 POLL_MSG=3 POLL_OUT=2 POLL_PRI=5 PRIO_PGRP=1 PRIO_PROCESS=0 PRIO_USER=2 SA_NOCLDSTOP=1 "+
		"SA_NOCLDWAIT=2 SA_NODEFER=1073741824 SA_ONSTACK=134217728 SA_RESETHAND=2147483648 SA_RESTART=268435456 SA_SIGINFO=4 SEGV_ACCERR=2 SEGV_MAPERR=1 SIGPOLL=29 SIGRTMAX=64 SIGRTMIN=34 SIG_DFL=0 "+
		"SIG_ERR=-1 SIG_IGN=1 SI_ASYNCIO=-4 SI_MESGQ=-3 SI_QUEUE=-1 SI_TIMER=-2 SI_USER=0 S_IRGRP=32 S_IROTH=4 S_IRUSR=256 S_IRWXG=56 S_IRWXO=7 S_IRWXU=448 S_ISGID=1024 S_ISUID=2048 S_IWGRP=16 "+
		"S_IWOTH=2 S_IWUSR=128 S_IXGRP=8 S_IXOTH=1 S_IXUSR=64 TCIFLUSH=0 TCIOFF=2 TCIOFLUSH=2 TCION=3 TCOFLUSH=1 TCOOFF=0 TCOON=1 TCSADRAIN=1 TCSAFLUSH=2 TCSANOW=0 TMP_MAX=238328 TOSTOP=256 "+
		"TRAP_BRKPT=1 TRAP_TRACE=2 VEOF=4 VEOL=11 VERASE=2 VINTR=0 VKILL=3 VMIN=6 VQUIT=1 VSTART=8 VSTOP=9 VSUSP=10 VTIME=5 _PC_CHOWN_RESTRICTED=6 _PC_LINK_MAX=0 _PC_MAX_CANON=1 _PC_MAX_INPUT=2 "+
		"_PC_NAME_MAX=3 _PC_NO_TRUNC=7 _PC_PATH_MAX=4 _PC_PIPE_BUF=5 _PC_VDISABLE=8 _POSIX_ARG_MAX=4096 _POSIX_CHILD_MAX=25 _POSIX_CHOWN_RESTRICTED=0 _POSIX_JOB_CONTROL=1 _POSIX_LINK_MAX=8 "+
		"_POSIX_MAX_CANON=255 _POSIX_MAX_INPUT=255 _POSIX_NAME_MAX=14 _POSIX_NGROUPS_MAX=8 _POSIX_NO_TRUNC=1 _POSIX_OPEN_MAX=20 _POSIX_PATH_MAX=256 _POSIX_PIPE_BUF=512 _POSIX_SAVED_IDS=1 "+
		"_POSIX_SSIZE_MAX=32767 _POSIX_STREAM_MAX=8 _POSIX_TZNAME_MAX=6 _POSIX_VDISABLE=0 _POSIX_VERSION=200809 _SC_ARG_MAX=0 _SC_CHILD_MAX=1 _SC_CLK_TCK=2 _SC_JOB_CONTROL=7 _SC_NGROUPS_MAX=3 "+
		"_SC_OPEN_MAX=4 _SC_PAGESIZE=30 _SC_SAVED_IDS=8 _SC_STREAM_MAX=5 _SC_TZNAME_MAX=6 _SC_VERSION=29 "))
	for _, e := range out {
		e.Tags = append(e.Tags, posixTag(e.Name()))
	}
	for _, e := range fcntlEntries() {
		switch e.Name() {
		case "S_ISREG", "S_ISDIR", "S_ISFIFO", "S_ISCHR", "S_ISBLK":
			e.Tags = []string{"sys_stat_h"}
			out = append(out, e)
		}
	}
	return out
}

// posixTag is the header of C that a constant comes from.
func posixTag(name string) string {
	prefix, _, _ := strings.Cut(strings.TrimPrefix(name, "_"), "_")
	switch prefix {
	case "SA", "SIG", "SIGPOLL", "SIGRTMAX", "SIGRTMIN":
		return "signal_h"
	case "S":
		return "sys_stat_h"
	case "F", "FD", "O":
		return "fcntl_h"
	case "LC":
		return "locale_h"
	case "FLT", "DBL", "LDBL":
		return "float_h"
	case "SC", "PC", "POSIX":
		return "unistd_h"
	case "FP", "M":
		return "math_h"
	case "ARG", "CHILD", "LINK", "MB", "NGROUPS", "OPEN", "PIPE", "STREAM", "TZNAME", "MAX":
		return "limits_h"
	}
	return "termios_h"
}

// posixCore are Perl's own functions, which may be called as POSIX::name.
func posixCore() []*runtime.Entry {
	var out []*runtime.Entry
	for _, e := range perl.Entries() {
		switch e.Name() {
		case "alarm", "atan2", "chmod", "chown", "close", "cos", "exp", "fileno", "getppid", "getpwnam", "getpwuid", "gmtime", "kill", "link", "localtime", "log", "mkdir", "rename",
			"rmdir", "sin", "sleep", "sprintf", "sqrt", "stat", "system", "time", "umask", "unlink", "utime", "wait", "waitpid":
			if !e.Core {
				c := *e
				out = append(out, &c)
			}
		}
	}
	return out
}

// posixLibrary are functions of the C library.
func posixLibrary() []*runtime.Entry {
	doc := func(name, example string) string {
		return "As in C.\n\n    use POSIX;\n    say POSIX::" + example + "\n"
	}
	compare := func(name, example string, f func(a, b float64) bool) *runtime.Entry {
		return &runtime.Entry{Usage: name + " X,Y", Summary: "compare numbers", Doc: doc(name, example), Fn2: func(_ *runtime.VM, x, y value.Value) value.Value {
			return value.Int(int64(truth(f(x.ToFloat(), y.ToFloat()))))
		}}
	}
	one := func(name, example string, f func(x float64) float64) *runtime.Entry {
		return &runtime.Entry{Usage: name + " X", Summary: "function of mathematics", Doc: doc(name, example), Fn1: func(_ *runtime.VM, v value.Value) value.Value { return whole(f(v.ToFloat())) }}
	}
	return []*runtime.Entry{
		compare("isgreater", "isgreater(2, 1);   #> 1", func(a, b float64) bool { return a > b }), compare("isgreaterequal", "isgreaterequal(2, 1);   #> 1", func(a, b float64) bool { return a >= b }),
		compare("isless", "isless(2, 1);   #> 0", func(a, b float64) bool { return a < b }), compare("islessequal", "islessequal(2, 1);   #> 0", func(a, b float64) bool { return a <= b }),
		compare("islessgreater", "islessgreater(2, 1);   #> 1", func(a, b float64) bool { return a < b || a > b }), compare("isunordered", "isunordered(2, 1);   #> 0", func(a, b float64) bool { return a != a || b != b }),
		one("erfc", "erfc(0);   #> 1", math.Erfc), one("exp2", "exp2(3);   #> 8", math.Exp2), one("j0", "j0(0);   #> 1", math.J0), one("j1", "j1(0);   #> 0", math.J1), one("y0", "y0(1) > 0 ? 1 : 0;   #> 1", math.Y0), one("y1", "y1(9) > 0 ? 1 : 0;   #> 1", math.Y1),
		{Usage: "fma X,Y,Z", Summary: "product and sum with one rounding", Doc: doc("fma", "fma(2, 3, 4);   #> 10"), Fn3: func(_ *runtime.VM, x, y, z value.Value) value.Value {
			return whole(math.FMA(x.ToFloat(), y.ToFloat(), z.ToFloat()))
		}},
		{Usage: "nextafter X,Y", Summary: "next number in a direction", Doc: doc("nextafter", "nextafter(1, 2) > 1 ? 1 : 0;   #> 1"), Fn2: func(_ *runtime.VM, x, y value.Value) value.Value {
			return value.Float(math.Nextafter(x.ToFloat(), y.ToFloat()))
		}},
		{Usage: "scalbn X,N", Summary: "number times a power of 2", Doc: doc("scalbn", "scalbn(3, 2);   #> 12"), Fn2: func(_ *runtime.VM, x, n value.Value) value.Value {
			return whole(math.Ldexp(x.ToFloat(), int(n.ToInt())))
		}},
		function("nan LIST", "not a number", doc("nan", "nan();   #> NaN"), func(*runtime.Call) value.Value { return value.Float(math.NaN()) }),
		{Usage: "fpclassify X", Summary: "kind of a number", Doc: doc("fpclassify", "fpclassify(0) == POSIX::FP_ZERO() ? 1 : 0;   #> 1"), Fn1: func(_ *runtime.VM, v value.Value) value.Value {
			switch f := math.Abs(v.ToFloat()); {
			case f != f:
				return value.Int(0)
			case math.IsInf(f, 0):
				return value.Int(1)
			case f == 0:
				return value.Int(2)
			case f < 0x1p-1022:
				return value.Int(3)
			}
			return value.Int(4)
		}},
		{Usage: "isnormal X", Summary: "ask for an ordinary number", Doc: doc("isnormal", "isnormal(1);   #> 1"), Fn1: func(_ *runtime.VM, v value.Value) value.Value {
			f := math.Abs(v.ToFloat())
			return value.Int(int64(truth(f >= 0x1p-1022 && !math.IsInf(f, 0))))
		}},
	}
}

// warnOperand warns of an operand that is no number.
func warnOperand(vm *runtime.VM, v value.Value) {
	switch {
	case !v.Defined():
		vm.Warn("Use of uninitialized value in subroutine entry")
	case v.IsString() && !v.LooksLikeNumber():
		vm.Warn("Argument %s isn't numeric in subroutine entry", doubleQuoted(v, true))
	}
}

// setupPosix says what is wrong with names that POSIX does not have.
func setupPosix(vm *runtime.VM) {
	vm.Define("POSIX::AUTOLOAD", func(c *runtime.Call) value.Value {
		name := c.VM.Scalar("POSIX::AUTOLOAD").Get().String()
		name = name[strings.LastIndexByte(name, ':')+1:]
		if instead := posixInstead(name); instead != "" {
			c.Die("Unimplemented: POSIX::%s(): %s", name, instead)
		}
		c.Die("%s is not a valid POSIX macro", name)
		return value.Undef
	})
}

// posixInstead says what a script should use in place of a function of C, "" if there is no such function.
func posixInstead(name string) string {
	switch name {
	case "atof", "atoi", "atol", "calloc", "execl", "execle", "execlp", "execv", "execve", "execvp", "free", "malloc", "offsetof", "realloc", "strpbrk", "strspn", "strtok", "vfprintf", "vprintf", "vsprintf":
		return "C-specific, stopped"
	case "strcat", "strncat":
		return "C-specific: use .= instead"
	case "div", "ldiv":
		return "C-specific: use /, % and int instead"
	case "fscanf", "scanf":
		return "C-specific: use <> and regular expressions instead"
	case "memcpy", "memmove", "strcpy", "strncpy":
		return "C-specific: use = instead"
	case "atexit":
		return "C-specific: use END {} instead"
	case "labs":
		return "C-specific: use abs instead"
	case "longjmp", "siglongjmp":
		return "C-specific: use die instead"
	case "memcmp", "strcmp", "strncmp":
		return "C-specific: use eq instead"
	case "setjmp", "sigsetjmp":
		return "C-specific: use eval {} instead"
	case "memchr", "strchr":
		return "C-specific: use index() instead"
	case "strlen":
		return "C-specific: use length instead"
	case "freopen":
		return "C-specific: use open instead"
	case "fputc", "fputs", "fwrite", "putc", "putchar", "puts":
		return "C-specific: use print instead"
	case "fprintf":
		return "C-specific: use printf instead"
	case "fread":
		return "C-specific: use read instead"
	case "sscanf", "strcspn":
		return "C-specific: use regular expressions instead"
	case "strrchr":
		return "C-specific: use rindex() instead"
	case "qsort":
		return "C-specific: use sort instead"
	case "memset":
		return "C-specific: use x instead"
	case "tmpfile":
		return "Use method IO::File::new_tmpfile() instead"
	case "fopen":
		return "Use method IO::File::open() instead"
	case "fclose":
		return "Use method IO::Handle::close() instead"
	case "feof":
		return "Use method IO::Handle::eof() instead"
	case "ferror":
		return "Use method IO::Handle::error() instead"
	case "fflush":
		return "Use method IO::Handle::flush() instead"
	case "fgetc":
		return "Use method IO::Handle::getc() instead"
	case "fgets":
		return "Use method IO::Handle::gets() instead"
	case "fdopen":
		return "Use method IO::Handle::new_from_fd() instead"
	case "setbuf":
		return "Use method IO::Handle::setbuf() instead"
	case "setvbuf":
		return "Use method IO::Handle::setvbuf() instead"
	case "fsync":
		return "Use method IO::Handle::sync() instead"
	case "ungetc":
		return "Use method IO::Handle::ungetc() instead"
	case "fgetpos":
		return "Use method IO::Seekable::getpos() instead"
	case "fseek":
		return "Use method IO::Seekable::seek() instead"
	case "fsetpos":
		return "Use method IO::Seekable::setpos() instead"
	case "ftell":
		return "Use method IO::Seekable::tell() instead"
	case "bsearch":
		return "not supplied"
	case "tmpnam":
		return "use File::Temp instead"
	}
	return ""
}
