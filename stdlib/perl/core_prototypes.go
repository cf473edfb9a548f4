package perl

// This file defines the prototypes of perl's own functions.

import (
	"slices"
	"strings"

	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

// corePrototypes has a line for each prototype, with the functions that have it.
const corePrototypes = `
 break continue endgrent endhostent endnetent endprotoent endpwent endservent fork getgrent gethostent getlogin getnetent getppid getprotoent getpwent getservent setgrent setpwent time times wait wantarray __FILE__ __LINE__ __PACKAGE__ __SUB__
$ getgrgid getgrnam gethostbyname getnetbyname getprotobyname getpwnam getpwuid scalar sethostent setnetent setprotoent setservent
$$ atan2 crypt gethostbyaddr getnetbyaddr getpriority getservbyname getservbyport link msgget rename semop symlink truncate waitpid
$$$ msgctl msgsnd semget setpriority shmctl shmget vec
$$$$ semctl shmread shmwrite
$$$$$ msgrcv
$$;$ index rindex
$$;$$ substr
$; getprotobynumber not
$;$ bless
$@ formline join pack sprintf syscall
$_ unpack
* closedir fileno getpeername getsockname readdir rewinddir telldir
*$ bind connect flock listen opendir seekdir shutdown
*$$ fcntl getsockopt ioctl seek sysseek
*$$$ setsockopt socket
*$$;$ send sysopen
*$;$$ syswrite
** accept pipe
**$$$ socketpair
*;$ binmode
*;$@ open
*\$$$ recv
*\$$;$ read sysread
;$ caller chdir exit getpgrp gmtime localtime rand reset sleep srand umask
;$$ setpgrp
;* close eof getc lstat readline stat tell write
;\@ pop shift
;\[$*] pos
;\[$@%&*] undef
@ chmod chown die kill reverse unlink utime warn
\% dbmclose
\%$$ dbmopen
\@;$$@ splice
\@@ push unshift
\[$@%&*] lock
\[$@%*] tied untie
\[$@%*]$@ tie
\[%@] each keys values
_ abs alarm chr chroot cos evalbytes exp fc hex int lc lcfirst length log oct ord prototype quotemeta readlink readpipe ref rmdir sin sqrt study uc ucfirst
_; glob
_;$ mkdir
`

// ownForm are the words whose operands have a form of their own, which no prototype can say.
const ownForm = `AUTOLOAD BEGIN CHECK DESTROY END INIT UNITCHECK __DATA__ __END__ and chomp chop cmp default defined delete do else elsif eq eval exec
exists for foreach format ge given goto grep gt if last le local lt m map my ne next no or our package print printf q qq qr qw qx redo
require return s say select sort split state sub system tr unless until use when while x xor y`

// corePrototype returns the prototype of a function of perl's own, undef for one whose operands have a form of their own.
func corePrototype(c *runtime.Call, name string) value.Value {
	for _, line := range strings.Split(corePrototypes, "\n") {
		proto, names, _ := strings.Cut(line, " ")
		if slices.Contains(strings.Fields(names), name) {
			return value.Str(proto)
		}
	}
	if !slices.Contains(strings.Fields(ownForm), name) {
		c.Die("Can't find an opnumber for \"%s\"", name)
	}
	return value.Undef
}
