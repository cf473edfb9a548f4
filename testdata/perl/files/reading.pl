# STDIN: first line
# STDIN: second line
# STDIN: third
# STDIN: fourth
# Reading: lines, $., $/, eof, read, getc, seek and tell.
use strict;
use warnings;

my $l = <STDIN>;
chomp $l;
print "[$l] $.\n";

$l = <STDIN>;
print "$. $l";

my @rest = <STDIN>;
print scalar(@rest), " $.\n";
print defined(my $x = <STDIN>) ? "more" : "end", "\n";

open my $o, '>', 'f';
print $o "a\nb\n\n\nc\nd\n\ne";

close $o;
open my $f, '<', 'f';
while (<$f>) { chomp; print "$.:$_ "; }
print eof($f) ? "eof" : "no", "\n";

close $f;
{
    local $/ = "";
    open $f, '<', 'f';
    my @p = <$f>;
    print scalar(@p), ":", join("|", map {s/\n/N/gr} @p), "\n";
    close $f;
}

{
    local $/ = undef;
    open $f, '<', 'f';
    my $all = <$f>;
    print length $all, "\n";
    close $f;
}

{
    local $/ = "c";
    open $f, '<', 'f';
    my @c = <$f>;
    chomp @c;
    print scalar(@c), ":", join("|", map {s/\n/N/gr} @c), "\n";
    close $f;
}

{
    local $/ = \3;
    open $f, '<', 'f';
    my @r = <$f>;
    print scalar(@r), "\n";
    close $f;
}

open $f, '<', 'f';
read($f, my $buf, 3);
print length $buf, " ", tell($f), "\n";

read($f, $buf, 2, 3);
print $buf =~ s/\n/N/gr, "\n";

seek($f, 2, 0);
print getc($f), tell($f), "\n";

seek($f, -1, 2);
print <$f>, "\n";

seek($f, 0, 0);
$. = 0;
while (my $line = <$f>) { last if $. == 2 }
print "at $.\n";

my $n = read($f, $buf, 100);
print "$n\n";
print read($f, $buf, 10), "[$buf]\n";
print eof $f ? 1 : 0, "\n";

close $f;
print $., "\n";

open $f, '<', 'f';
my ($first, @others) = <$f>;
print $first, scalar(@others), "\n";

close $f;
open $f, '<', 'f';
my $cnt = () = <$f>;
print "$cnt\n";

close $f;
open $f, '<', 'f';
1 while <$f>;
print "lines $.\n";

close $f;
@ARGV = ('f', 'f');
my $tot = 0;
while (<>) {
    $tot++;
    print "$ARGV " if $. == 1;
    close ARGV if eof;
}

print "$tot\n";

@ARGV = ('f');
my @all = <>;
print scalar(@all), "\n";

open $f, '<', 'f';
local $_ = "keep";
while (defined(my $q = <$f>)) { }
print "$_\n";

seek $f, 0, 0;
print "line: $_" for grep {/\S/} <$f>;
print "\n";

close $f;
{
    local @ARGV = ('f');
    local $^I;
    while (<>) { print "in $_" if /c/ }
}

open $f, '<', 'f';
binmode $f;
sysread($f, $buf, 4);
print length $buf, "\n";

close $f;
print -s 'f', "\n";

open $f, '+<', 'f';
truncate($f, 3);
close $f;
print -s 'f', "\n";

truncate('f', 1);
print -s 'f', "\n";

unlink 'f';
while (my $d = <DATA>) { print "data: $d" }
print eof(DATA) ? "eof\n" : "";
__DATA__
line 1
line 2
