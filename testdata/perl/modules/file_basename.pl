# File::Basename: fileparse, basename and dirname for all kinds of paths and endings.
use strict;
use warnings;
use File::Basename;

for my $path ('/usr/local/lib/perl.txt', 'file.txt', '/', '/file', 'dir/', './x', '../up/y', 'a/b/', '/a//b//', '') {
    printf "%-24s base '%s' dir '%s'\n", "'$path'", basename($path), dirname($path);
}

# With endings.
print basename('/a/report.txt', '.txt'), ' ', basename('report.txt', '.pl', '.txt'), ' ', basename('.txt', '.txt'), ' ', basename('a.tar.gz', '.gz'), "\n";

for my $path ('/home/ann/notes.txt', 'archive.tar.gz', '/etc/', 'plain') {
    my ($name, $dir, $suffix) = fileparse($path, qr/\.[^.]*/);
    print "$path: name '$name' dir '$dir' suffix '$suffix'\n";
}
my ($name, $dir, $suffix) = fileparse('archive.tar.gz', qr/\..*/);
print "'$name' '$dir' '$suffix'\n";
($name, $dir, $suffix) = fileparse('image.jpeg', '.png', '.jpeg');
print "'$name' '$dir' '$suffix'\n";

# A new ending in the same directory.
sub with_ending {
    my ($path, $ending) = @_;
    my ($base, $directory) = fileparse($path, qr/\.[^.]*/);
    return "$directory$base$ending";
}
print with_ending('/data/in.csv', '.json'), ' ', with_ending('x', '.y'), "\n";
