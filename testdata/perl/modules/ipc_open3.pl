# IPC::Open2 and IPC::Open3: both directions, separate messages, handles of the script, exit status, waitpid, and programs that are not there.
use strict;
use warnings;
use IPC::Open2;
use IPC::Open3;
use POSIX ':sys_wait_h';
use Symbol 'gensym';

my $pid = open2(my $from, my $to, 'sort', '-r');
print $to "$_\n" for qw(pear apple fig);
close $to;
print "sorted: $_" while <$from>;
print waitpid($pid, 0) == $pid ? 'waited' : 'not waited', ' ', $? >> 8, "\n";

my $errors = gensym;
$pid = open3(my $in, my $out, $errors, 'sh', '-c', 'read line; echo "got $line"; echo "problem" >&2; exit 3');
print {$in} "hello\n";
close $in;
print 'out: ', <$out>, 'err: ', <$errors>;
waitpid $pid, 0;
print 'status ', $? >> 8, ' ', WIFEXITED($?) ? WEXITSTATUS($?) : 'signalled', "\n";

# Without a handle for them messages come with the output.
$pid = open3(\*WRITE, \*READ, undef, 'echo one; echo two >&2');
close WRITE;
my @lines = sort <READ>;
print "both: @lines";
waitpid $pid, 0;
$pid = open3('OTHER', 'ANSWER', '', 'tr a-z A-Z');
print OTHER "upper case\n";
close OTHER;
print scalar <ANSWER>;
close ANSWER;
print waitpid($pid, 0) > 0 ? 'gone' : 'none', ' ', waitpid($pid, 0), ' ', wait, "\n";

# The script's own handles.
open my $file, '>', 'in.txt' or die;
print $file "line 2\nline 1\n";
close $file;
open INPUT, '<', 'in.txt' or die;
$| = 1;
$pid = open3('<&INPUT', '>&STDOUT', '>&STDERR', 'sort');
waitpid $pid, 0;
print 'input is ', defined fileno INPUT ? 'open' : 'closed', "\n";

# Several at once, looked after without waiting.
my %running;
for my $n (1 .. 3) {
    my $id = open2(my $o, my $i, 'sh', '-c', "cat; exit $n");
    $running{$id} = [$n, $o, $i];
}
my ($any) = sort { $a <=> $b } keys %running;
print 'still running: ', waitpid($any, WNOHANG), "\n";
for my $id (sort { $running{$a}[0] <=> $running{$b}[0] } keys %running) {
    my ($n, $o, $i) = @{ $running{$id} };
    print $i "job $n\n";
    close $i;
    print <$o>;
    waitpid $id, 0;
    print 'ended with ', $? >> 8, "\n";
}
$pid = open3(my $w, my $r, undef, 'sh', '-c', 'kill -TERM $$');
waitpid $pid, 0;
print 'signal ', $? & 127, ' ', WIFSIGNALED($?) ? WTERMSIG($?) : 'none', "\n";
for my $call (sub { open3(my $a, my $b, undef, '/no/such/program', 'x') }, sub { open2(my $a, my $b, '/no/such/program', 'y') }, sub { open3(1, 2) }) {
    eval { $call->(); 1 } or print "died: $@";
}
