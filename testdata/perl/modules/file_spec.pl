# File::Spec: joining, splitting, canonical, relative and absolute paths.
use strict;
use warnings;
use File::Spec;
use File::Spec::Functions qw(catfile catdir splitdir canonpath abs2rel rel2abs curdir updir rootdir file_name_is_absolute);

print catfile('a', 'b', 'c.txt'), ' ', catfile('', 'etc', 'passwd'), ' ', catfile('file'), ' ', catfile('a/', '/b'), "\n";
print catdir('a', '..', 'b'), ' ', catdir('', 'x', '.', 'y'), ' ', catdir('a//b', 'c/'), ' [', catdir(), "]\n";
print join(' ', map { canonpath($_) } 'a/./b', 'a//b/', '/../x', './y', '///', 'a/../b'), "\n";
print join('|', splitdir('/a/b/c')), ' ', join('|', splitdir('a/b/')), ' ', join('|', File::Spec->splitpath('/x/y/z.txt')), "\n";
print File::Spec->catpath('', '/x/y', 'z'), ' ', File::Spec->join('p', 'q'), "\n";

for my $case (['/a/b/c', '/a'], ['/a/b', '/a/b'], ['/a', '/a/b/c'], ['/x/y', '/a/b'], ['/a/b/c', '/a/d']) {
    print abs2rel(@$case), ' ';
}
print "\n";
print join(' ', map { rel2abs($_, '/base/dir') } 'x', '../y', '/z', './w'), "\n";
print join(' ', map { file_name_is_absolute($_) ? 'absolute' : 'relative' } '/x', 'x', './x', ''), "\n";

print join(' ', curdir(), updir(), rootdir(), File::Spec->devnull), "\n";
print join(' ', File::Spec->no_upwards('.', '..', 'a', '.b')), "\n";
print File::Spec->case_tolerant ? 'tolerant' : 'exact', "\n";
print -d File::Spec->tmpdir ? "temporary directory\n" : "none\n";
