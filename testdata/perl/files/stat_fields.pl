# stat and lstat: size, mode, links, times set by utime, on handles and links.
use strict;
use warnings;

open my $out, '>', 'data' or die $!;
print $out "0123456789\n";
close $out;
chmod 0640, 'data';
utime 1_000_000_000, 1_100_000_000, 'data';

my @stat = stat 'data';
print scalar(@stat), " fields\n";
my ($mode, $links, $size, $atime, $mtime) = @stat[2, 3, 7, 8, 9];
printf "mode %o links %d size %d\n", $mode & 07777, $links, $size;
print "accessed $atime modified $mtime\n";

# A second link to the file.
link 'data', 'twin' or die $!;
print 'links now ', (stat 'data')[3], "\n";
print 'same file: ', ((stat 'data')[1] == (stat 'twin')[1] ? 'yes' : 'no'), "\n";

# lstat looks at the link itself.
symlink 'data', 'soft' or die $!;
print 'stat size ', (stat 'soft')[7], ', lstat size ', (lstat 'soft')[7], "\n";
print 'points to ', readlink 'soft', "\n";

# On a handle.
open my $in, '<', 'data' or die $!;
print 'handle size ', (stat $in)[7], "\n";
close $in;

# The kind of file in the mode.
mkdir 'dir' or die $!;
for my $name (qw(data dir)) {
    my $kind = (stat $name)[2] & 0170000;
    printf "%s %o %s\n", $name, $kind, $kind == 0040000 ? 'directory' : 'file';
}

# A missing file gives an empty list.
my @none = stat 'missing';
print scalar(@none), " fields, $!\n";
