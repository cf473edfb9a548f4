package module_test

// This file compares POSIX with perl's.

import "testing"

func TestPosixNumbers(t *testing.T) {
	sameAsPerl(t, `use strict; use warnings; use POSIX; use POSIX qw(round trunc lround rint lrint nearbyint log2 log1p expm1 cbrt erf erfc tgamma lgamma hypot copysign fmax fmin fdim fma remainder isnan isinf isfinite signbit acosh asinh atanh ilogb logb scalbn nextafter nan NAN INFINITY M_PI M_E M_SQRT2 M_LN2 M_LN10 M_PI_2 M_PI_4 M_1_PI M_2_PI M_LOG2E M_LOG10E M_SQRT1_2 FP_INFINITE FP_NAN FP_NORMAL FP_ZERO FP_SUBNORMAL fpclassify ilogb isgreater isless isunordered j0);
my @x = (-2.7, -2.5, -2, -0.5, 0, 0.5, 1, 1.5, 2.5, 3.7, 1e10);`, lines(`
map { floor($_) } @x
map { ceil($_) } @x
map { round($_) } @x
map { trunc($_) } @x
map { lround($_) } @x
map { rint($_), lrint($_), nearbyint($_) } @x
map { fabs($_), abs($_) } @x
map { fmod($_, 2), fmod($_, -3) } @x
fmod(7, 3), fmod(-7, 3), fmod(7.5, 2), fmod(5, 0), pow(2, 10), pow(2, 0.5), pow(-8, 3), POSIX::pow(4, -1)
floor("3.7"), ceil("3.2"), floor(""), floor(undef)
floor(1e20), ceil(-1e20), floor(9**9**9), floor(-9**9**9)
tan(1), asin(1), acos(0), atan(1), sinh(1), cosh(1), tanh(1), asinh(1), acosh(2), atanh(0.5), log10(1000), log2(8), log1p(1), expm1(1), cbrt(27), erf(1), erfc(1), tgamma(5), lgamma(10)
hypot(3, 4), copysign(3, -1), fmax(1, 2), fmin(1, 2), fdim(5, 3), fma(2, 3, 4), remainder(7, 4), ilogb(8), logb(8), scalbn(3, 2), nextafter(1, 2) > 1
isnan(NAN) ? 1 : 0, isinf(INFINITY) ? 1 : 0, isfinite(1) ? 1 : 0, signbit(-1) ? 1 : 0, isnan(1) ? 1 : 0, isgreater(2, 1), isless(1, 2), isunordered(1, NAN)
ldexp(3, 4), ldexp(0.5, 1), frexp(8), frexp(0.1), frexp(0), frexp(-3), modf(3.5), modf(-3.5), modf(2)
strtol("123abc", 10), strtol("ff", 16), strtol("0xff", 16), strtol("0xff", 0), strtol("077", 0), strtol("077", 8), strtol("zz", 36), strtol("  12", 10), strtol("-12x", 10), strtol("abc", 10), strtol("", 10), strtol("99999999999999999999", 10)
scalar(strtol("42abc", 10)), strtoul("42", 10), strtoul("4294967295", 10), strtod("3.14abc"), strtod("1e3"), strtod("abc"), strtod("  2.5"), scalar(strtod("1.5x"))
strtol("12"), strtod("inf"), strtod("0x10")
INT_MAX, INT_MIN, UINT_MAX, LONG_MAX, LONG_MIN, ULONG_MAX, SHRT_MAX, SHRT_MIN, USHRT_MAX, CHAR_BIT, CHAR_MAX, CHAR_MIN, SCHAR_MAX, SCHAR_MIN, UCHAR_MAX, SSIZE_MAX
DBL_MAX, DBL_MIN, DBL_EPSILON, DBL_DIG, DBL_MANT_DIG, DBL_MAX_EXP, DBL_MIN_EXP, DBL_MAX_10_EXP, DBL_MIN_10_EXP, FLT_MAX, FLT_MIN, FLT_EPSILON, FLT_DIG, FLT_RADIX, FLT_MANT_DIG, LDBL_DIG
M_PI, M_E, M_SQRT2, M_LN2, M_LN10, M_PI_2, M_PI_4, M_1_PI, M_2_PI, M_LOG2E, M_LOG10E, M_SQRT1_2
RAND_MAX, EXIT_SUCCESS, EXIT_FAILURE, BUFSIZ, EOF, PATH_MAX, CLOCKS_PER_SEC, L_tmpnam, TMP_MAX, MB_LEN_MAX
EINTR, ENOENT, EACCES, EEXIST, EINVAL, EAGAIN, EWOULDBLOCK, EPERM, ENOTDIR, EISDIR, ENOMEM, EPIPE, ERANGE, EDOM, ESRCH, EBADF, ECHILD, ENOTEMPTY, ETIMEDOUT, ECONNREFUSED, EINPROGRESS, EXDEV
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_NONBLOCK, O_NOCTTY
SIGHUP, SIGINT, SIGQUIT, SIGKILL, SIGTERM, SIGUSR1, SIGUSR2, SIGALRM, SIGCHLD, SIGPIPE, SIGSTOP, SIGCONT, SIGTSTP, SIGSEGV, SIGABRT, SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK, SA_RESTART
SEEK_SET, SEEK_CUR, SEEK_END, WNOHANG, WUNTRACED, R_OK, W_OK, X_OK, F_OK, STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO
S_IRUSR, S_IWUSR, S_IXUSR, S_IRWXU, S_IRGRP, S_IRWXG, S_IROTH, S_IRWXO, S_ISUID, S_ISGID, S_ISDIR(040755), S_ISREG(0100644), S_ISFIFO(0), S_ISCHR(0), S_ISBLK(0)
LC_ALL, LC_COLLATE, LC_CTYPE, LC_MONETARY, LC_NUMERIC, LC_TIME, LC_MESSAGES, TCSANOW, ECHO, ICANON, VMIN, VTIME
_SC_PAGESIZE, _SC_OPEN_MAX, _SC_CLK_TCK, _PC_NAME_MAX, _PC_PATH_MAX
FP_INFINITE, FP_NAN, FP_NORMAL, FP_ZERO, FP_SUBNORMAL, fpclassify(1), fpclassify(0)
`)...)
}

func TestPosixTexts(t *testing.T) {
	sameAsPerl(t, `use strict; use warnings; use POSIX; use POSIX qw(strstr strcoll); my @t = gmtime(1700000000);`, lines(`
strstr("hello", "l"), strstr("hello", "z"), strcoll("a", "b"), strerror(2), strerror(13), strerror(0), strerror(9999)
strftime("%Y-%m-%d %H:%M:%S", @t), strftime("%A %a %B %b %d %e %j %U %V %W %u %w %y %C %g %G %h %I %M %p %S %n %t %%", @t)
strftime("%c|%x|%X|%D|%F|%T|%R|%r|%s", @t), strftime("%z %Z", @t), strftime("%k %l %P", @t), strftime("%Ey %Od %5Y %-d %_d %^a %#a %010Y", @t), strftime("", @t), strftime("no", @t), strftime("%", @t), strftime("%Q", @t)
strftime("%Y-%m-%d", 0, 0, 0, 32, 0, 100), strftime("%Y-%m-%d", 0, 0, 0, 0, 0, 100), strftime("%Y-%m-%d", 0, 0, 0, 1, 13, 100), strftime("%H:%M:%S", 70, 70, 25, 1, 0, 100), strftime("%a %j", 0, 0, 0, 1, 0, 124)
strftime("%d/%m/%Y", localtime(86400 * 365)), strftime("%Y", 0, 0, 0, 1, 0, 70, 0, 0, 0), strftime("%e", 0, 0, 0, 5, 0, 70)
strftime("%Y")
mktime(0, 0, 0, 1, 0, 70), mktime(0, 0, 0, 1, 0, 100), mktime(@t), mktime(0, 0, 0, 32, 0, 100), mktime(0, 0, -1, 1, 0, 100), mktime(0, 0, 0, 29, 1, 124)
mktime(1, 2)
asctime(@t), asctime(gmtime(0)), ctime(0), ctime(1700000000), difftime(5, 3), scalar(my @z = tzname()), (tzname())[0], defined clock() ? 1 : 0
isatty(0) ? 1 : 0, isatty(*STDIN) ? 1 : 0, isatty(99) ? 1 : 0
getpid() == $$, getuid() == $<, geteuid() == $>, POSIX::getppid() > 0, (uname())[0], scalar(my @u = uname())
setlocale(LC_ALL, "C"), setlocale(LC_ALL), ref localeconv(), localeconv()->{decimal_point}
POSIX::WIFEXITED(0) ? 1 : 0, WEXITSTATUS(256), WIFSIGNALED(9) ? 1 : 0, WTERMSIG(9), WIFSTOPPED(0) ? 1 : 0
my ($r, $w) = POSIX::pipe(); POSIX::write($w, "hello", 5), POSIX::read($r, my $buf, 5), $buf, POSIX::close($r), POSIX::close($w)
POSIX::isalpha("a")
POSIX::tmpnam()
POSIX::atexit()
POSIX::strcpy()
POSIX::nosuch()
POSIX::fflush()
eval "use POSIX qw(nosuchthing); 1" // $@ =~ s/\(eval \d+\)/E/gr
eval "use POSIX qw(:limits_h :float_h :math_h :fcntl_h :errno_h :signal_h :sys_wait_h :unistd_h :time_h :stdlib_h :stdio_h :string_h :ctype_h :locale_h :stdarg_h :math_h_c99); INT_MAX()"
eval "package P1; use POSIX (); floor(1.5)" // $@ =~ s/\(eval \d+\)/E/gr
eval "package P2; use POSIX 'floor'; floor(1.5) . POSIX::ceil(1.5)"
eval "package P3; use POSIX qw(:sys_wait_h); WNOHANG"
`)...)
}
