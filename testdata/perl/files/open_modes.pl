# open: every mode.
use strict;
use warnings;

sub slurp {
    my ($n) = @_;
    open my $f, '<', $n or return "($!)";
    local $/;
    my $t = <$f>;
    close $f;
    return defined $t ? $t : '';
}

open(my $out, '>', "a.txt") or die "no: $!";
print $out "one\n";
print {$out} "two\n";
printf $out "%03d\n", 7;

close($out) or die;
print slurp("a.txt");

open($out, '>>', "a.txt") or die;
print $out "appended\n";

close $out;
print slurp("a.txt");

open(my $rw, '+<', "a.txt") or die;
my $l = <$rw>;
print "read $l";

seek($rw, 0, 0);
print $rw "ONE";

close $rw;
print slurp("a.txt");

open($rw, '+>', "b.txt") or die;
print $rw "x\ny\n";

seek $rw, 0, 0;
my @l = <$rw>;
print scalar(@l), "\n";

close $rw;
open(my $in, "a.txt") or die;
my $first = <$in>;
chomp $first;
print "$first\n";

close $in;
open($in, "< a.txt") or die;
print scalar(<$in>);

close $in;
open(FH, ">c.txt") or die;
print FH "bareword\n";

close(FH);
open(FH, "c.txt");
print <FH>;

close FH;
print open(my $no, '<', "nope.txt") ? "opened" : "failed: $!", "\n";
print open($no, '<', "/") ? "dir ok\n" : "dir: $!\n";

open(my $mem, '<', \"l1\nl2\nl3") or die;
my @m = <$mem>;
print scalar(@m), " $m[2]\n";

close $mem;
my $buf = '';
open($mem, '>', \$buf) or die;
print $mem "to memory";

close $mem;
print "$buf\n";

open($mem, '>>', \$buf);
print $mem " more";

close $mem;
print "$buf\n";

open(my $dup, '>&', \*STDOUT) or die;
print $dup "dup\n";

close $dup;
open(my $save, '>&', STDOUT);
close STDOUT;
open(STDOUT, '>', "cap.txt");
print "captured\n";

close STDOUT;
open(STDOUT, '>&', $save);
print "restored ", slurp("cap.txt");

{
    local *STDOUT;
    my $o = '';
    open(STDOUT, '>', \$o);
    print "hidden";
    close STDOUT;
    print STDERR "";
}

print "visible\n";

open(my $pipe, '-|', 'echo piped; echo two') or die;
print while <$pipe>;

close $pipe;
print "$?\n";

open($pipe, '-|', 'sh', '-c', 'exit 3') or die;
my @none = <$pipe>;
print close($pipe) ? "ok" : "status " . ($? >> 8), "\n";

open($pipe, '|-', 'cat') or die;
print $pipe "through cat\n";

close $pipe;
open($pipe, "echo old style |") or die;
print <$pipe>;

close $pipe;
print eof(STDIN) ? "eof\n" : "more\n";

eval { open(my $x, 'zz', 'f') };
print $@ =~ /^Unknown open\(\) mode 'zz'/ ? "mode refused\n" : "?$@\n";

my %h;
open($h{f}, '>', 'h.txt');
print { $h{f} } "hash handle\n";

close $h{f};
print slurp('h.txt');

my @fh;
open($fh[0], '<', 'h.txt');
my $line = readline($fh[0]);
print $line;

unlink glob("*.txt");
print -e "a.txt" ? "there" : "gone", "\n";

open(my $tmp, '+>', undef) or die;
print $tmp "temp";

seek $tmp, 0, 0;
print <$tmp>, "\n";
print fileno(STDIN), fileno(STDOUT), fileno(STDERR), "\n";

close $tmp;
print defined fileno($tmp) ? 1 : 'undef', "\n";
