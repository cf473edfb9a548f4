package smrscript_test

// This file tests the sandbox with attempts to get out of it.

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/smrscript/smrscript"
	"github.com/smrscript/smrscript/runtime"
)

// escapes are scripts that try to get out. OUT is a folder of the system with the file secret.txt, which holds the word TREASURE. An
// attempt succeeds if it prints TREASURE or LEAK, or if anything in the folder changes.
var escapes = strings.Split(strings.TrimSpace(`
open my $f, "<", "OUT/secret.txt" and print <$f>;
open my $f, "OUT/secret.txt" and print <$f>;
open F, "< OUT/secret.txt" and print <F>;
open my $f, "+<", "OUT/secret.txt" and print <$f>;
open my $f, ">", "OUT/new" and print $f "LEAK";
open my $f, ">>", "OUT/secret.txt" and print $f "LEAK";
open my $f, "+>", "OUT/secret.txt" and print $f "LEAK";
open my $f, "> OUT/new";
open my $f, "<:raw", "OUT/../OUT/secret.txt" and print <$f>;
open my $f, "<", "//OUT//secret.txt" and print <$f>;
chdir "OUT" and open my $f, "<", "secret.txt" and print <$f>;
chdir "/"; open my $f, "<", "./OUT/secret.txt" and print <$f>;
open my $f, "<", "/proc/self/environ" and print "LEAK";
open my $f, "<", "/dev/fd/0" and print "LEAK";
open my $f, "-|", "cat OUT/secret.txt" and print <$f>;
open my $f, "-|", "cat", "OUT/secret.txt" and print <$f>;
open my $f, "cat OUT/secret.txt |" and print <$f>;
open my $f, "|-", "touch OUT/new"; close $f;
open my $f, "| touch OUT/new"; close $f;
print qx(cat OUT/secret.txt);
print readpipe("cat OUT/secret.txt");
my $c = "cat OUT/secret.txt"; print `+"`$c`"+`;
system "touch OUT/new";
system "touch", "OUT/new";
system { "touch" } "touch", "OUT/new";
exec "touch OUT/new";
exec { "cat" } "cat", "OUT/secret.txt";
print "LEAK" if -e "OUT/secret.txt";
print "LEAK" if -r "OUT/secret.txt" || -s "OUT/secret.txt" || -d "OUT" || -f _;
print "LEAK" if stat "OUT/secret.txt";
print "LEAK" if lstat "OUT/secret.txt";
print "LEAK" if glob "OUT/*";
print "LEAK" if <OUT/*>;
print "LEAK" if (glob "~")[0] =~ m{^/};
print "LEAK" if (glob "~root")[0] eq "/root";
opendir my $d, "OUT" and print "LEAK", readdir $d;
require "OUT/evil.pl";
do "OUT/evil.pl"; print $@;
use lib "OUT"; eval "use Evil; 1" and print "LEAK";
BEGIN { unshift @INC, "OUT" } eval { require Evil; 1 } and print "LEAK";
push @INC, sub { open my $f, "<", "OUT/Evil.pm"; $f }; eval { require Evil; 1 } and print "LEAK";
print "LEAK" if %ENV;
print "LEAK" if $ENV{PATH} || $ENV{HOME} || $ENV{USER};
use Env; print "LEAK" if defined $main::HOME;
use POSIX; print "LEAK" if eval { POSIX::getenv("HOME") };
kill "TERM", $$; print "alive";
kill 9, getppid(); print "alive";
print "LEAK" if kill 0, 1;
print "LEAK" if eval { getppid() } > 1;
print "LEAK" if $$ > 1;
$SIG{TERM} = sub { print "LEAK" }; kill TERM => $$;
print "LEAK" if eval { getpwnam("root") };
print "LEAK" if eval { getpwuid(0) };
print "LEAK" if eval { getlogin() };
print "LEAK" if eval { (getgrgid(0))[0] };
use Sys::Hostname; print "LEAK" if eval { hostname() };
use POSIX; print "LEAK" if eval { (POSIX::uname())[1] };
use POSIX; print "LEAK" if eval { POSIX::getpid() > 1 };
use Cwd; print "LEAK" if getcwd() ne "/";
use Cwd "abs_path"; print "LEAK" if (abs_path("OUT/link") || "") =~ /secret/;
print "LEAK" if $^X =~ m{/};
use FindBin; print "LEAK" if $FindBin::Bin ne "/" && -d $FindBin::Bin;
symlink "OUT/secret.txt", "/x" and print "LEAK";
symlink "OUT/secret.txt", "OUT/y";
link "OUT/secret.txt", "OUT/z";
print "LEAK" if readlink "OUT/link";
open my $f, "<", "OUT/link" and print <$f>;
unlink "OUT/secret.txt";
unlink glob "OUT/*";
rename "OUT/secret.txt", "OUT/gone";
mkdir "OUT/dir";
rmdir "OUT/empty";
chmod 0777, "OUT/secret.txt";
chown 0, 0, "OUT/secret.txt";
utime 1, 1, "OUT/secret.txt";
truncate "OUT/secret.txt", 0;
use Fcntl; sysopen my $f, "OUT/secret.txt", O_RDONLY and print <$f>;
use Fcntl; sysopen my $f, "OUT/new", O_CREAT | O_WRONLY;
use File::Copy; copy("OUT/secret.txt", "OUT/copy"); move("OUT/secret.txt", "OUT/moved");
use File::Copy; copy("OUT/secret.txt", \*STDOUT);
use File::Path; make_path("OUT/a/b"); remove_tree("OUT/empty");
use File::Find; find(sub { print "LEAK" if /secret/ }, "OUT");
use File::Temp "tempfile"; my ($fh, $name) = eval { tempfile(DIR => "OUT") }; print "LEAK" if $fh;
use File::Temp "tempdir"; my $d = eval { tempdir(DIR => "OUT", CLEANUP => 1) }; print "LEAK" if $d;
open my $f, "+>", undef and print "LEAK";
use File::stat; print "LEAK" if File::stat::stat("OUT/secret.txt");
use IO::File; my $f = IO::File->new("OUT/secret.txt", "r"); print <$f> if $f;
use IO::File; my $f = IO::File->new("OUT/new", O_CREAT | O_RDWR);
use IO::Handle; my $f = IO::Handle->new; $f->fdopen(3, "r") and print "LEAK";
eval q{use IPC::Open3; open3(my $i, my $o, undef, "cat OUT/secret.txt"); print <$o>};
eval q{use IPC::Open2; open2(my $o, my $i, "cat OUT/secret.txt"); print <$o>};
eval q{use IPC::Cmd; IPC::Cmd::run(command => "touch OUT/new")};
use Storable; store([1], "OUT/new"); print "LEAK" if eval { retrieve("OUT/secret.txt") };
use Storable; eval { nstore({}, "OUT/new") }; eval { lock_store({}, "OUT/new") };
use Tie::File; tie my @a, "Tie::File", "OUT/secret.txt" and print @a;
eval "open my \$f, '<', 'OUT/secret.txt' and print <\$f>";
my $n = "sys" . "tem"; eval "$n 'touch OUT/new'"; eval { no strict 'refs'; &{"CORE::$n"}("touch OUT/new") };
eval { &{\&CORE::open}(my $f, "<", "OUT/secret.txt") and print <$f> };
"x" =~ /(?{ system "touch OUT/new" })/;
my $x = "a"; $x =~ s/a/print qx(cat OUT\/secret.txt)/e;
package T { sub TIESCALAR { bless [] } sub FETCH { open my $f, "<", "OUT/secret.txt" and print <$f>; 1 } } tie my $x, "T"; print "$x";
package D { sub DESTROY { system "touch OUT/new" } } { my $d = bless {}, "D" } undef;
END { system "touch OUT/new" }
$SIG{__DIE__} = sub { system "touch OUT/new" }; die "x";
$SIG{ALRM} = sub { system "touch OUT/new" }; alarm 1; sleep 2;
sub AUTOLOAD { system "touch OUT/new" } nothing_here();
use overload '""' => sub { print qx(cat OUT/secret.txt); "x" }; print bless [];
@ARGV = ("OUT/secret.txt"); print while <>;
@ARGV = ("cat OUT/secret.txt |"); print while <>;
local ($^I, @ARGV) = (".bak", "OUT/secret.txt"); while (<>) { print "LEAK" }
local $0 = "OUT/secret.txt"; open my $f, "<", $0 and print <$f>;
open my $f, "<&=", 3 and print "LEAK", <$f>;
open my $f, ">&", 5 and print "LEAK";
pipe(my $r, my $w) and print "LEAK";
eval { fork() // die } and print "LEAK";
eval { syscall(39) > 0 } and print "LEAK";
eval { socket(my $s, 2, 1, 0) } and print "LEAK";
eval { require IO::Socket; IO::Socket::INET->new("127.0.0.1:22") } and print "LEAK";
eval { require Socket; Socket::inet_aton("localhost") } and print "LEAK";
eval { dbmopen my %h, "OUT/new", 0666 } and print "LEAK";
eval { chroot "OUT" } and print "LEAK";
umask 0; open my $f, ">", "OUT/new";
use Time::HiRes; Time::HiRes::sleep(100);
select undef, undef, undef, 100;
print "LEAK" if eval { secret("HOME") };
open STDOUT, ">", "OUT/new"; print "x"; close STDOUT;
open STDERR, ">>OUT/secret.txt"; print STDERR "x"; close STDERR;
open my $f, "<", "OUT/secret.txt\0" and print <$f>;
open my $f, "<", "OUT/./../" . (split m{/}, "OUT")[-1] . "/secret.txt" and print <$f>;
open my $f, "<:encoding(UTF-8)", "OUT/secret.txt" and print <$f>;
open my $f, "-" . "|", "cat OUT/secret.txt" and print <$f>;
my $p = eval { open my $k, "-|" }; print "LEAK" if defined $p;
open my $f, "<", glob "OUT/secret.*" and print <$f>;
opendir my $d, "OUT/.." and print "LEAK";
opendir my $d, "." and print grep { /secret/ } readdir $d;
print "LEAK" if -l "OUT/link" or defined readlink "OUT/link";
print "LEAK" if (stat "OUT/../OUT/secret.txt")[7];
print "LEAK" if grep { -e } "/etc", "/proc", "/tmp", "/home", "C:/";
print "LEAK" for glob "{OUT,nothing}/*.txt";
use File::Glob ":bsd_glob"; print "LEAK" if bsd_glob "OUT/*";
do "/proc/self/environ"; do "OUT/secret.txt"; print $@;
require "./OUT/evil.pl";
local $0 = "OUT/evil.pl"; do $0;
eval "#line 1 \"OUT/secret.txt\"\ndie"; print $@ =~ /TREASURE/;
eval qq{no strict; require "OUT/evil.pl"};
push @INC, bless {}, "Finder"; sub Finder::INC { open my $f, "<", "OUT/Evil.pm"; $f } eval "require Evil";
use if 1, lib => "OUT"; eval "use Evil";
BEGIN { $INC{"x.pm"} = "OUT/evil.pl" } do $INC{"x.pm"};
$ENV{PATH} = "OUT"; $ENV{LD_PRELOAD} = "OUT/x.so"; system "touch OUT/new";
delete $ENV{PATH}; %ENV = (SMR_TEST_LEAK => 1); system "env";
use POSIX; eval { POSIX::_exit(7) }; print "alive";
use POSIX; eval { POSIX::abort() }; eval { POSIX::raise(9) }; eval { POSIX::kill($$, 9) }; print "alive";
use POSIX; my $fd = eval { POSIX::open("OUT/secret.txt") }; print "LEAK" if defined $fd && $fd > 2;
use POSIX; eval { POSIX::creat("OUT/new", 0600) }; eval { POSIX::mkfifo("OUT/new", 0600) }; eval { POSIX::mkdir("OUT/dir", 0700) };
use POSIX; eval { POSIX::remove("OUT/secret.txt") }; eval { POSIX::unlink("OUT/secret.txt") }; eval { POSIX::rename("OUT/secret.txt", "OUT/x") };
use POSIX; print "LEAK" if eval { POSIX::access("OUT/secret.txt", 4) };
use POSIX; eval { POSIX::system("touch OUT/new") }; eval { POSIX::popen("touch OUT/new", "r") };
use POSIX; eval { POSIX::dup2(0, 9); POSIX::close(0); POSIX::close(1); POSIX::close(2) };
use POSIX; eval { POSIX::write(3, "LEAK", 4) }; eval { my $b; print "LEAK" if POSIX::read(3, $b, 9) };
use POSIX; eval { POSIX::setuid(0); POSIX::setsid(); POSIX::setpgid(0, 0); POSIX::nice(19) };
use POSIX; print "LEAK" if eval { POSIX::ttyname(0) } || eval { POSIX::cuserid() } || eval { POSIX::getppid() > 1 };
use POSIX; print "LEAK" if (eval { POSIX::getcwd() } // "/") ne "/";
eval { CORE::dump() }; print "alive";
BEGIN { *CORE::GLOBAL::die = sub { open my $f, "<", "OUT/secret.txt" and print <$f> } } die "x";
print "LEAK" if eval { gethostbyname("localhost") };
print "LEAK" if eval { (getpwent())[0] } || eval { (getgrent())[0] };
use User::pwent; print "LEAK" if eval { User::pwent::getpw("root") };
use Net::hostent; print "LEAK" if eval { gethost("localhost") };
eval { setpgrp(0, 0) }; eval { setpriority(0, 0, 19) }; print "alive";
eval { ioctl STDIN, 0x5412, "x" }; eval { require "sys/ioctl.ph" };
$SIG{INT} = "IGNORE"; $SIG{HUP} = "IGNORE"; kill INT => $$; print "alive";
kill -9, 0; kill 9, -1; print "alive";
eval { require HTTP::Tiny; my $r = HTTP::Tiny->new->get("http://127.0.0.1:1/"); print "LEAK" if $r->{status} ne "599" };
eval { require IO::Socket::INET; IO::Socket::INET->new(Listen => 1) and print "LEAK" };
eval { require IO::Socket::UNIX; IO::Socket::UNIX->new("OUT/sock") and print "LEAK" };
eval { socketpair(my $a, my $b, 1, 1, 0) } and print "LEAK";
eval { require IO::Pipe; IO::Pipe->new->reader("cat", "OUT/secret.txt") } and print "LEAK";
eval { require IO::Dir; my $d = IO::Dir->new("OUT") and print "LEAK" };
eval { require IO::File; my $f = IO::File->new_tmpfile and print "LEAK" };
eval { require File::Temp; File::Temp->new } and print "LEAK";
eval { require File::Compare; print "LEAK" if File::Compare::compare("OUT/secret.txt", "OUT/secret.txt") == 0 };
eval { require File::Slurper; print File::Slurper::read_text("OUT/secret.txt") };
eval { require Time::HiRes; print "LEAK" if (Time::HiRes::stat("OUT/secret.txt"))[7] };
eval { require File::stat; print "LEAK" if File::stat::lstat("OUT/link") };
eval { require DynaLoader; DynaLoader::dl_load_file("OUT/x.so") } and print "LEAK";
eval { require XSLoader; XSLoader::load("POSIX::Evil") and print "LEAK" }; eval { require Inline; Inline->bind(C => "int f() { return 1; }") and print "LEAK" };
eval { require B; 1 } and print "B";
eval { print "LEAK" if unpack "P16", pack "J", 4096 }; eval { my $x = unpack "p", pack "J", 4096 }; print "alive";
eval { require Tie::File; tie my @l, "Tie::File", "OUT/secret.txt" or die; print @l };
eval { require SDBM_File; tie my %h, "SDBM_File", "OUT/new", 66, 0600 };
eval { require Logger::Syslog; 1 }; eval { require Sys::Syslog; Sys::Syslog::openlog("x", "", "user") };
eval { require Term::ReadLine; Term::ReadLine->new("x") }; eval { require Term::ReadKey };
eval { require Win32; print "LEAK" if Win32::LoginName() };
eval { require threads; threads->create(sub { 1 }) } and print "LEAK";
eval { require Config; print "LEAK" if $Config::Config{myhostname} };
eval { require File::Spec; print "LEAK" if -d File::Spec->tmpdir };
eval { require Cwd; print "LEAK" if Cwd::realpath("OUT/link") =~ /secret/ };
eval { require Env; Env->import("PATH"); print "LEAK" if $main::PATH };
eval { require IPC::SysV; 1 } and print "LEAK"; eval { shmget(1, 1, 0) } and print "LEAK"; eval { msgget(1, 0) } and print "LEAK";
my $x = "x"; open my $f, "<", \$x; eval { $f->fdopen("OUT/secret.txt") }; eval { fcntl $f, 0, 0 }; eval { truncate $f, 1 };
format STDOUT =@*`+"`cat OUT/secret.txt`"+`
use autodie; eval { open my $f, "<", "OUT/secret.txt"; print <$f> };
use fields; use constant X => scalar qx(cat OUT/secret.txt); print X // "";
my $h = *STDIN{IO}; print "LEAK" if eval { $h->opened && fileno($h) > 2 };
print "LEAK" if -t STDIN || -t STDOUT || -p STDIN;
sub f : lvalue { my $x } eval { f() = open my $f, "<", "OUT/secret.txt" };
use sigtrap "handler" => sub { print "LEAK" }, "normal-signals"; kill TERM => $$;
stats file "OUT/new"; stats start; stats stop;
load "OUT/evil.pl"; eval { load "OUT/Evil.pm" };
script run "OUT/evil.pl"; email server "127.0.0.1:1"; email send "x" "y";
qtask "touch OUT/new" to beta;
verify alpha to beta log "OUT/new";
source alpha; connect db to tdu "OUT/new";
monitor exec "touch OUT/new"; schedule set "x";
repset load "OUT/secret.txt"; repset save "OUT/new";
machines; connect db to beta;
source alpha; login alpha root "x";
help; print "LEAK" if -e "smrscript.toml";
`), "\n")

func TestSandboxEscapes(t *testing.T) {
	if len(escapes) < 60 {
		t.Fatalf("only %d attempts", len(escapes))
	}
	t.Setenv("SMR_SECRET_HOME", "LEAK")
	for name, box := range map[string]smrscript.Sandbox{
		"nothing":         {},
		"files":           {Files: fstest.MapFS{"readme": {Data: []byte("hello\n")}}},
		"files to change": {Files: fstest.MapFS{"readme": {Data: []byte("hello\n")}}, Scratch: 1 << 20},
	} {
		t.Run(name, func(t *testing.T) {
			for _, script := range escapes {
				attempt(t, box, script)
			}
		})
	}
}

// attempt runs an attempt and looks at what came of it.
func attempt(t *testing.T, box smrscript.Sandbox, script string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"secret.txt": "TREASURE\n", "evil.pl": "print 'LEAK'; 1;", "Evil.pm": "package Evil; print 'LEAK'; 1;"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "empty"), 0o755); err != nil {
		t.Fatal(err)
	}
	_ = os.Symlink(filepath.Join(dir, "secret.txt"), filepath.Join(dir, "link")) // Windows may not allow it
	before := state(t, dir)
	var out bytes.Buffer
	in := smrscript.New(smrscript.Config{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Sandbox: &box, Limits: runtime.Limits{Time: 500 * time.Millisecond, Memory: 64 << 20}})
	begin := time.Now()
	_, _ = in.Run(context.Background(), "escape.smr", strings.ReplaceAll(script, "OUT", filepath.ToSlash(dir)))
	in.Close()
	// A script that may write in memory finds what it wrote; that is no escape, so only words of the system count there.
	if text := out.String(); strings.Contains(text, "TREASURE") || box.Scratch == 0 && strings.Contains(strings.ReplaceAll(text, script, ""), "LEAK") {
		t.Errorf("%s\nprinted %q", script, text)
	}
	if after := state(t, dir); after != before {
		t.Errorf("%s\nchanged the folder from\n%s\nto\n%s", script, before, after)
	}
	if took := time.Since(begin); took > 5*time.Second {
		t.Errorf("%s\ntook %v", script, took)
	}
}

// state describes everything in a folder.
func state(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.Walk(dir, func(path string, info os.FileInfo, err error) error {
		if err != nil {
			return err
		}
		b.WriteString(path + " " + info.Mode().String())
		if info.Mode().IsRegular() {
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			b.WriteString(" " + info.ModTime().String() + " " + string(text))
		}
		b.WriteByte('\n')
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestSandboxAllows(t *testing.T) {
	t.Setenv("SMR_TEST_SEEN", "seen")
	files := fstest.MapFS{"lib/Mine.pm": {Data: []byte("package Mine; sub hi { 'module' } 1;")}, "a/one": {Data: []byte("1\n2\n")}, "a/two": {Data: []byte("x")}}
	for _, c := range []struct {
		box          smrscript.Sandbox
		script, want string
	}{
		{smrscript.Sandbox{}, `print join ",", map { $_ * 2 } grep { /\d/ } "a1" =~ /(\d)/g, 5; printf "%s", sprintf "%03d", 7;`, "2,10007"},
		{smrscript.Sandbox{}, `use List::Util "sum"; use JSON::PP; print sum(1, 2), encode_json([1]);`, "3[1]"},
		{smrscript.Sandbox{}, `my $t = ""; open my $f, ">", \$t; print $f "memory"; close $f; print $t;`, "memory"},
		{smrscript.Sandbox{Files: files}, `open my $f, "<", "a/one" or die $!; my @l = <$f>; print scalar(@l), -s "/a/two", join ",", glob "/a/*";`, "21/a/one,/a/two"},
		{smrscript.Sandbox{Files: files}, `use Mine; print Mine::hi();`, "module"},
		{smrscript.Sandbox{Files: files}, `chdir "a" or die $!; print -e "two" ? 1 : 0, -e "../../../a/one" ? 1 : 0; opendir my $d, "."; print sort grep { !/^\./ } readdir $d;`, "11onetwo"},
		{smrscript.Sandbox{Files: files}, `open my $f, ">", "/a/one" and print "written"; print "$!" =~ /not allowed/ ? "refused" : $!;`, "refused"},
		{smrscript.Sandbox{Scratch: 100}, `open my $f, ">", "/x" or die $!; print $f "y" x 50; close $f; print -s "/x"; open $f, ">", "/z"; print $f "y" x 500; print close($f) ? "kept" : "full";`, "50full"},
		{smrscript.Sandbox{Environment: true}, `print $ENV{SMR_TEST_SEEN};`, "seen"},
		{smrscript.Sandbox{Host: true}, `print $$ > 1 ? "pid" : "none";`, "pid"},
		{smrscript.Sandbox{Processes: true, Environment: true}, `print system("sh -c 'exit 3'") >> 8;`, "3"},
		{smrscript.Sandbox{SystemFiles: true}, `print -d "." ? "folder" : "none";`, "folder"},
	} {
		var out bytes.Buffer
		in := smrscript.New(smrscript.Config{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Sandbox: &c.box})
		if exit, err := in.Run(context.Background(), "t.smr", c.script); exit != 0 || err != nil || out.String() != c.want {
			t.Errorf("%s: exit %d, %v, %q, want %q", c.script, exit, err, out.String(), c.want)
		}
		if err := in.Close(); err != nil && c.box.Scratch == 0 {
			t.Error(err)
		}
	}
}
