# Directories: opendir, readdir, rewinddir, sorted listings, a walk down a tree.
use strict;
use warnings;

mkdir $_ or die $! for qw(top top/a top/b top/a/deep);
for my $file (qw(top/one.txt top/two.log top/a/three.txt top/a/deep/four.txt)) {
    open my $out, '>', $file or die $!;
    print $out $file;
    close $out;
}

# readdir gives the dots too.
opendir my $dir, 'top' or die $!;
my @all = sort readdir $dir;
print "@all\n";

# Rewind, and read one by one.
rewinddir $dir;
my $entries = 0;
while (defined(my $entry = readdir $dir)) {
    next if $entry eq '.' or $entry eq '..';
    $entries++;
}
closedir $dir;
print "$entries entries\n";

# Files only.
opendir $dir, 'top' or die $!;
my @files = sort grep { -f "top/$_" } readdir $dir;
closedir $dir;
print "files: @files\n";

# The tree.
sub walk {
    my ($path, $depth) = @_;
    opendir my $dh, $path or die "$path: $!";
    my @names = sort grep { !/^\.\.?$/ } readdir $dh;
    closedir $dh;
    for my $name (@names) {
        my $full = "$path/$name";
        print '  ' x $depth, $name, (-d $full ? '/' : ' ' . -s $full), "\n";
        walk($full, $depth + 1) if -d $full;
    }
}
walk('top', 0);

# A missing directory.
opendir my $none, 'missing' or print "error: $!\n";

# Removing.
print rmdir('top/b') ? "removed b\n" : "kept b\n";
print rmdir('top/a') ? "removed a\n" : "kept a: not empty\n";
