# POSIX: exit status macros, error numbers, system information.
use strict;
use warnings;
use POSIX qw(:sys_wait_h :errno_h EXIT_SUCCESS EXIT_FAILURE strerror isatty);

print EXIT_SUCCESS, EXIT_FAILURE, "\n";

system 'sh', '-c', 'exit 3';
print WIFEXITED($?) ? 'exited ' : 'not exited ', WEXITSTATUS($?), ' ', WIFSIGNALED($?) ? 'signaled' : 'not signaled', "\n";
system 'sh', '-c', 'kill -TERM $$';
print WIFEXITED($?) ? 'exited' : 'not exited', ' ', WIFSIGNALED($?) ? 'by signal ' . WTERMSIG($?) : '', "\n";

print join(' ', ENOENT, EACCES, EEXIST, EINVAL, EINTR, EAGAIN), "\n";
print strerror(ENOENT), ', ', strerror(EACCES), "\n";
open my $fh, '<', 'missing' or print $! == ENOENT ? "missing\n" : "other\n";

print isatty(\*STDIN) ? 'terminal' : 'no terminal', "\n";
print POSIX::getpid() == $$ ? 'same pid' : 'different', "\n";
print POSIX::SIGINT, ' ', POSIX::SIGTERM, ' ', POSIX::SIGKILL, ' ', POSIX::SIGALRM, "\n";
print POSIX::strstr('hello world', 'o w'), "\n";
print scalar(my @uname = POSIX::uname()), " fields\n";
print POSIX::EOF(), ' ', POSIX::BUFSIZ() > 0 ? 'positive' : 'none', ' ', POSIX::PATH_MAX() >= 256 ? 'long paths' : 'short', "\n";

POSIX::_exit(4) if 0;
END { $? = 7 }
