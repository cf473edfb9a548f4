# $! as number and text, %!, errors of files, and setting $! by hand.
use strict;
use warnings;
use Errno qw(ENOENT EACCES EEXIST);

open my $fh, '<', 'missing.txt' or print "open: $!\n";
print 'number ', $! + 0, "\n";
print "it is ENOENT\n" if $! == ENOENT;
print "also by name\n" if $!{ENOENT};
print "but not EACCES\n" unless $!{EACCES};

mkdir 'dir' or die;
mkdir 'dir' or print "mkdir: $!\n";
print 'EEXIST is ', EEXIST, "\n";

rmdir 'nothing' or print "rmdir: $!\n";
opendir my $dh, 'nothing' or print "opendir: $!\n";
unlink 'nothing' or print "unlink: $!\n";
rename 'nothing', 'other' or print "rename: $!\n";
open $fh, '>', 'dir' or print "open directory: $!\n";
open $fh, '<', 'dir/none/file' or print "open below: $!\n";

# Setting it.
for my $number (1, 2, 13, 17, 20, 21, 22) {
    $! = $number;
    printf "%2d %s\n", $!, $!;
}

# It is restored by local.
{
    local $! = 13;
    print "inside: $!\n";
}
print "outside: $!\n";

# A failing call in an error message.
eval { open my $in, '<', 'config.ini' or die "Cannot open config.ini: $!\n" };
print $@;
