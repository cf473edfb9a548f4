# Editing in place with $^I: backups by suffix and by pattern, several files, eof, and a loop that is left.
use strict;
use warnings;

sub put { my ($name, @lines) = @_; open my $f, '>', $name or die; print $f "$_\n" for @lines; close $f }
sub get { my $name = shift; open my $f, '<', $name or return 'none'; local $/; my $t = <$f>; close $f; return $t =~ s/\n/|/gr }

put('a.txt', 'one', 'two', 'three');
put('b.txt', 'four', 'two');
chmod 0640, 'a.txt';
{
    local ($^I, @ARGV) = ('.bak', 'a.txt', 'b.txt');
    while (<>) {
        s/two/2/;
        print "$.:$ARGV:$_";
        print "-- end of $ARGV\n" if eof;
        close ARGV if eof;
    }
}
print get($_), ' ', get("$_.bak"), "\n" for 'a.txt', 'b.txt';
printf "%04o\n", (stat 'a.txt')[2] & 07777;

# Without a backup, with a pattern, and with output elsewhere.
{
    local ($^I, @ARGV) = ('', 'a.txt');
    while (<>) { print lc if /three/; print STDOUT "seen $_" if /one/ }
}
print get('a.txt'), "\n";
{
    local ($^I, @ARGV) = ('old_*', 'b.txt');
    while (<>) { print uc }
}
print get('b.txt'), ' ', get('old_b.txt'), "\n";

# A loop that appends a line at the end of each file, and a file that is not there.
{
    local ($^I, @ARGV) = ('', 'a.txt', 'missing.txt', 'b.txt');
    local $SIG{__WARN__} = sub { print STDOUT 'warning: ', $_[0] =~ s/ at .*//sr, "\n" };
    while (<>) { print; print "last\n" if eof }
}
print get('a.txt'), get('b.txt'), "\n";
print join(' ', sort glob '*'), "\n";
