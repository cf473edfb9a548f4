# POSIX.
use strict;
use warnings;
use POSIX
    qw(floor ceil fmod pow strftime mktime INT_MAX INT_MIN DBL_MAX LONG_MAX UINT_MAX strtol strtod isatty :sys_wait_h EXIT_FAILURE EXIT_SUCCESS ENOENT EACCES LC_ALL setlocale round trunc FLT_EPSILON DBL_EPSILON :limits_h fabs abs strstr);
print floor(3.7), " ", floor(-3.2), " ", ceil(3.2), " ", ceil(-3.7), " ", fmod(10, 3), " ", fmod(-7, 3), " ",
    pow(2, 8), " ", round(2.5), " ", round(-2.5), " ", trunc(-2.7), "\n";
print INT_MAX, " ", INT_MIN, " ", LONG_MAX, " ", UINT_MAX, " ", DBL_MAX, " ", DBL_EPSILON, " ", CHAR_BIT, " ",
    SHRT_MAX, "\n";
print strftime("%Y-%m-%d %H:%M:%S %a %A %b %B %j %U %w %y %% %e %I %p %Z %D %F %T %R %C %u", gmtime(1700000000)), "\n";
print strftime("%d/%m/%Y", 0, 0, 0, 31, 11, 99), " ", strftime("%Y-%m-%d", 0, 0, 0, 32, 0, 124), " ",
    strftime("%c|%x|%X|%h|%n|%t|%V|%G|%g|%W", gmtime(0)), "\n";
print mktime(0, 0, 0, 1, 0, 70), " ", mktime(30, 20, 10, 15, 5, 120), "\n";
print join(",", strtol("ff", 16)), " ", join(",", strtol("777", 8)), " ", join(",", strtol("12abc", 10)), " ",
    scalar(strtol("0x1f", 0)), " ", join(",", strtod("3.14xyz")), " ", join(",", strtol("-5", 10)), "\n";
print EXIT_FAILURE, EXIT_SUCCESS, " ", ENOENT, " ", EACCES, "\n";

system("sh -c 'exit 3'");
print WIFEXITED($?) ? "exited " : "", WEXITSTATUS($?), " ", WIFSIGNALED($?) ? 1 : 0, "\n";
print fabs(-2.5), " ", strstr("hello", "ll"), "\n";
print POSIX::isatty(0) ? "tty" : "no", " ", POSIX::LONG_MIN(), " ", POSIX::log10(1000), " ", POSIX::tan(0), " ",
    POSIX::fmax(1, 2), " ", POSIX::strerror(2), " ", POSIX::DBL_DIG, "\n";

my ($frac, $int) = POSIX::modf(3.25);
print "$frac $int ", join(",", POSIX::frexp(8)), " ", POSIX::ldexp(0.5, 4), "\n";
print POSIX::floor(-0.5), " ", POSIX::ceil(-0.5), " ", POSIX::lround(2.5), " ", POSIX::cbrt(27), " ",
    POSIX::copysign(3, -1), "\n";
print setlocale(LC_ALL, "C"), " ", POSIX::getpid() == $$ ? "pid" : "no", " ", POSIX::asctime(gmtime(0)),
    POSIX::ctime(0), POSIX::difftime(5, 3), " ", POSIX::INT_MAX + 1, " ", POSIX::SIGINT, " ", POSIX::SIGTERM, " ",
    POSIX::BUFSIZ, "\n";
print POSIX::isatty(\*STDIN) ? 1 : 0, "\n";
print((POSIX::uname())[0], "\n");
print POSIX::strtoul("42"), "\n";
printf "%.3f %.3f\n", POSIX::sinh(1), POSIX::acos(0);
print POSIX::nan() ne '' ? "" : "", "ok\n" if 0;
print POSIX::EINTR, POSIX::EAGAIN, "\n";
