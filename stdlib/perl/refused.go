package perl

// This file defines the functions that Perl has and this language leaves out. Each is refused by its name.

import (
	"github.com/smrscript/smrscript/runtime"
	"github.com/smrscript/smrscript/runtime/value"
)

func refusedEntries() []*runtime.Entry {
	var out []*runtime.Entry
	for _, group := range []struct {
		names, instead string
		usages         []string
	}{
		{"fork", "run programs with system, qx or open with a pipe", []string{"fork"}},
		{"formats", "use printf or sprintf", []string{"formline PICTURE,LIST", "write FILEHANDLE\nwrite"}},
		{"core dumps", "use die", []string{"dump LABEL\ndump"}},
		{"sockets", "run a program such as nc or curl through a pipe", []string{"socket SOCKETHANDLE,DOMAIN,TYPE,PROTOCOL", "socketpair SOCKETHANDLE,SOCKETHANDLE,DOMAIN,TYPE,PROTOCOL",
			"bind SOCKETHANDLE,NAME", "connect SOCKETHANDLE,NAME", "listen SOCKETHANDLE,QUEUESIZE", "accept NEWSOCKETHANDLE,GENERICSOCKETHANDLE", "shutdown SOCKETHANDLE,HOW",
			"send SOCKETHANDLE,MSG,FLAGS\nsend SOCKETHANDLE,MSG,FLAGS,TO", "recv SOCKETHANDLE,SCALAR,LENGTH,FLAGS", "getsockopt SOCKETHANDLE,LEVEL,OPTNAME",
			"setsockopt SOCKETHANDLE,LEVEL,OPTNAME,OPTVAL", "getpeername SOCKETHANDLE", "getsockname SOCKETHANDLE", "gethostbyname NAME", "gethostbyaddr ADDR,ADDRTYPE",
			"getprotobyname NAME", "getservbyname NAME,PROTO"}},
		{"dbm files", "tie a hash to a class of your own, or use Storable", []string{"dbmopen HASH,DBNAME,MODE", "dbmclose HASH"}},
		{"system calls by number", "use the function for what you want to do", []string{"syscall LIST", "ioctl FILEHANDLE,FUNCTION,SCALAR", "fcntl FILEHANDLE,FUNCTION,SCALAR"}},
		{"shared memory, semaphores and message queues", "use files and pipes", []string{"shmget KEY,SIZE,FLAGS", "shmctl ID,CMD,ARG", "shmread ID,VAR,POS,SIZE", "shmwrite ID,STRING,POS,SIZE",
			"semget KEY,NSEMS,FLAGS", "semop KEY,OPSTRING", "semctl ID,SEMNUM,CMD,ARG", "msgget KEY,FLAGS", "msgsnd ID,MSG,FLAGS", "msgrcv ID,VAR,SIZE,TYPE,FLAGS", "msgctl ID,CMD,ARG"}},
		{"process groups and priorities", "run the programs that do it", []string{"getpgrp PID\ngetpgrp", "setpgrp PID,PGRP\nsetpgrp", "getpriority WHICH,WHO", "setpriority WHICH,WHO,PRIORITY",
			"chroot FILENAME\nchroot"}},
		{"password hashes", "run a program such as openssl passwd", []string{"crypt PLAINTEXT,SALT"}},
	} {
		for _, u := range group.usages {
			out = append(out, refuse(u, group.names, group.instead))
		}
	}
	return out
}

// refuse makes the entry of a function that is left out.
func refuse(usage, what, instead string) *runtime.Entry {
	e := &runtime.Entry{Usage: usage, Summary: "not available: " + what, Doc: "This language has no " + what + "; " + instead + ".\n"}
	name := e.Name()
	e.Call = func(c *runtime.Call) value.Value {
		c.Die("%s is not available here: this language has no %s; %s", name, what, instead)
		return value.Undef
	}
	return e
}
