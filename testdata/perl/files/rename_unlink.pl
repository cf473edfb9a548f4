# rename, unlink, mkdir, rmdir: their values, and what they say when they fail.
use strict;
use warnings;

sub touch {
    for my $name (@_) {
        open my $out, '>', $name or die $!;
        print $out $name;
        close $out;
    }
}

sub listing { return join ' ', sort glob '*' }

touch(qw(a b c d));
print listing(), "\n";

print rename('a', 'z') ? "renamed\n" : "failed: $!\n";
print rename('missing', 'x') ? "renamed\n" : "failed: $!\n";
print listing(), "\n";

# rename replaces an existing file.
rename 'b', 'c' or die $!;
open my $in, '<', 'c' or die $!;
print 'c holds ', <$in>, "\n";
close $in;

# unlink counts what it deleted.
print 'deleted ', unlink('c', 'missing', 'd'), "\n";
print listing(), "\n";
for ('z') {
    unlink;
}
print 'left: [', listing(), "]\n";

# Directories.
print mkdir('one') ? "made\n" : "not made: $!\n";
print mkdir('one') ? "made\n" : "not made: $!\n";
print mkdir('two/three') ? "made\n" : "not made: $!\n";
mkdir 'two', 0700 or die $!;
printf "mode %o\n", (stat 'two')[2] & 07777;
touch('one/file');
print rmdir('one') ? "removed\n" : "not removed\n";
unlink 'one/file';
print rmdir('one') ? "removed\n" : "not removed\n";
rename 'two', 'moved' or die $!;
print listing(), "\n";

# chdir.
chdir 'moved' or die $!;
touch('inside');
chdir '..' or die $!;
print join(' ', glob 'moved/*'), "\n";
print chdir('nowhere') ? "there\n" : "failed: $!\n";
