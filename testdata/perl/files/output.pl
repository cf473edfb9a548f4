# print, printf, say, select, $, $\ $|, formats of handles.
use strict;
use warnings;
use feature 'say';

print "a", "b", "\n";
print("parens ", 1, "\n");
say "said";
say for 1 .. 2;

{
    local $, = ",";
    local $\ = ";\n";
    print 1, 2, 3;
    say 4, 5;
}

print STDOUT "explicit\n";
print {*STDOUT} "glob\n";
print { \*STDOUT } "ref\n";

my $fh = \*STDOUT;
print $fh "var\n";
print {$fh} "block\n";

my %o = (h => $fh);
print { $o{h} } "hash\n";
printf("%s-%s\n", "x", "y");
printf STDOUT "%d%%\n", 50;
printf {$fh} "%s\n", "blk";

my @list = ("%s %s\n", "from", "list");
printf @list;

$_ = "topic\n";
print;
say STDOUT "to handle";
say {$fh} "block say";
say;

my $buf = '';
open my $m, '>', \$buf;
my $old = select $m;
print "into buffer";

$| = 1;
select $old;
print "[$buf]\n";
print "ref: ", ref(\$old), " $old\n";

{ my $s = select; print "$s\n"; }
my $ok = print "";
print "ret $ok\n";
say "list ", join ",", map { $_ * 2 } 1 .. 3;
print "no newline";
print "\n";
say();
say "";
print "multi

line\n";
close $m;
{
    no warnings;
    print "closed: ", (print $m "x") ? 1 : 0, "\n";
}

print STDERR "to stderr\n";
printf STDERR "%s\n", "fmt";
say STDERR "say err";
print sprintf("%5.1f|%-6s|%+d", 3.14159, "ab", 5), "\n";

STDOUT->printf("%s\n", "method");
STDOUT->print("m1", "m2", "\n");
STDOUT->say("m3");
STDOUT->autoflush(1);
$fh->print("obj\n");
use IO::Handle;

my $io = IO::Handle->new_from_fd(fileno(STDOUT), "w");
print $io "fd\n";

$io->flush;
binmode(STDOUT, ':utf8');
print "\x{263a}\n";

write_it($fh, "arg");

sub write_it {
    my ($h, @a) = @_;
    print $h @a, "\n";
}

print STDOUT;
print "\n";
print(STDOUT "paren handle\n");
print((1 + 2) * 3, "\n");
print "a" . "b" x 3 . "\n";
print "last\n" if print "";
