# system, qx, exec, $?, %ENV, kill, wait.
use strict;
use warnings;

$| = 1;
print system("true"), " ", system("sh", "-c", "exit 2"), " ", $? >> 8, "\n";
print `echo hello`;

my @l = `printf 'a\nb\nc'`;
print scalar(@l), " $l[2]\n";

my $out = qx{sh -c 'echo out; exit 5'};
print $out, $? >> 8, "\n";
print `echo "quoted \$HOME"`;

$ENV{MY_VAR} = 'val';
print `echo \$MY_VAR`;

{
    local $ENV{MY_VAR} = 'inner';
    print `echo \$MY_VAR`;
}

print `echo \$MY_VAR`;

system("echo to stdout");
system("echo", "list form", "with  spaces");
my $cmd = "echo interpolated";
print `$cmd`;

my $r = system("no_such_command_xyz 2>/dev/null");
print $? >> 8, "\n";
print `echo err 1>&2 2>/dev/null`;
print system {'sh'} 'sh', '-c', 'exit 1';
print "\n";

chomp(my $d = `pwd`);
print $d ne '' ? "pwd\n" : "none\n";
print "status ", system("kill -9 \$\$") & 127, "\n";

open my $p, '|-', "cat" or die;
print $p "to cat\n";

close $p;
open $p, "-|", "echo", "from echo" or die;
print <$p>;

close $p;
pipe(my $rd, my $wr);
print $wr "via pipe\n";

close $wr;
print <$rd>;
print kill(0, $$), "\n";

local $SIG{USR1} = sub { print "got $_[0]\n" };
kill 'USR1', $$;
select(undef, undef, undef, 0.01);
{
    local $SIG{ALRM} = sub { die "alarm\n" };
    eval {
        alarm 1;
        select(undef, undef, undef, 10);
        alarm 0;
    };
    print "caught $@";
}

print wait(), " ", waitpid(-1, 0), "\n";
print getppid() > 1 ? "ppid\n" : "no\n";

my $x = `exit 3`;
print defined $x ? "def" : "undef", "\n";
print "pid $$\n" =~ /^pid \d+$/ ? "ok\n" : "no\n";

my ($user) = getpwuid($<);
print defined $user ? "user\n" : "none\n";
print "time ", time > 1e9 ? "ok" : "no", "\n";

my @t = times;
print scalar(@t), "\n";

END { print "end block\n"; $? = 3 }
exec "no_such_thing_at_all" or print "exec failed\n";
