# File::Basename, File::Spec, File::Path, File::Copy, File::Temp, File::Find, Cwd.
use strict;
use warnings;
use File::Basename;
use File::Spec;
use File::Spec::Functions qw(catfile catdir splitdir abs2rel rel2abs canonpath);
use File::Path qw(make_path remove_tree);
use File::Copy;
use File::Temp qw(tempfile tempdir);
use File::Find;
use Cwd qw(cwd getcwd abs_path);

print join("|", fileparse("/a/b/c.txt")), " ", join("|", fileparse("/a/b/c.tar.gz", qr/\.[^.]*/)), " ",
    join("|", fileparse("c.txt", ".txt", ".pl")), " ", join("|", fileparse("/a/b/")), " ",
    join("|", fileparse("x.tar.gz", ".gz", ".tar")), "\n";
print join("|", map { basename($_) } "/a/b/c.txt", "/a/b/", "c", "/", "a//b//"), " ", basename("/a/c.txt", ".txt"),
    " ", basename("c.txt", qw(.pl .txt)), "\n";
print join("|", map { dirname($_) } "/a/b/c.txt", "/a/b/", "c", "/", "/a", "a/b", "a/b/", "./x", "a//b"), "\n";
print catfile("a", "b", "c.txt"), " ", catdir("a", "..", "b", "."), " ", catfile("", "x"), " ",
    canonpath("/a/./b//c/../d/"), " ", File::Spec->catfile("/", "tmp", "f"), " ", File::Spec->curdir,
    File::Spec->updir, File::Spec->rootdir, " ", File::Spec->tmpdir, " ", File::Spec->devnull, "\n";
print join("|", File::Spec->splitpath("/a/b/c.txt")), " ", join("|", splitdir("/a/b/c")), " ",
    abs2rel("/a/b/c", "/a/d"), " ", abs2rel("/a/b", "/a/b"), " ", rel2abs("x", "/base"), " ",
    File::Spec->file_name_is_absolute("/x") ? 1 : 0, File::Spec->file_name_is_absolute("x") ? 1 : 0, " ",
    File::Spec->catpath("", "/a", "b"), " ", join(",", File::Spec->no_upwards(".", "..", "x")), "\n";

my @made = make_path("d1/d2/d3", "d4");
print "@made ", -d "d1/d2/d3" ? "dir" : "none", "\n";

open my $fh, '>', "d1/f.txt" or die;
print $fh "hello\nworld\n";

close $fh;
copy("d1/f.txt", "d1/g.txt") or die "copy: $!";
print -s "d1/g.txt", "\n";

copy("d1/f.txt", "d4") or die;
print -e "d4/f.txt" ? "into dir\n" : "no\n";

move("d1/g.txt", "d1/h.txt") or die;
print -e "d1/g.txt" ? 1 : 0, -e "d1/h.txt" ? 1 : 0, "\n";
print copy("nope", "x") ? 1 : 0, " $!\n";

my @found;
find(sub { push @found, $File::Find::name }, "d1");
print join(",", sort @found), "\n";

my @files;
find({ wanted => sub { push @files, $_ if -f }, no_chdir => 1 }, "d1", "d4");
print join(",", sort @files), "\n";

my @depth;
finddepth(sub { push @depth, $_ }, "d1/d2");
print "@depth\n";

my @pruned;
find(
    sub {
        $File::Find::prune = 1 if $_ eq 'd2';
        push @pruned, $File::Find::name;
    },
    "d1"
);
print join(",", sort @pruned), "\n";

my @pre;
find(
    {
        wanted => sub { push @pre, $_ },
        preprocess => sub {
            sort { $b cmp $a } @_;
        }
    },
    "d1"
);
print "@pre\n";

find(
    sub {
        print "in $File::Find::dir: $_\n" if /^f/;
    },
    "d1"
);
my $n = remove_tree("d1");
print "$n ", -e "d1" ? "still" : "gone", "\n";

my $cwd = getcwd();
chdir "d4";
print abs_path("."), "\n" =~ /^$/ ? "" : "" if 0;
print cwd() eq "$cwd/d4" ? "cwd ok\n" : "cwd bad\n";
print abs_path("..") eq abs_path($cwd) ? "abs ok\n" : "abs bad\n";

chdir "..";
my ($tf, $tn) = tempfile();
print $tf "x";

close $tf;
print -s $tn, "\n";

unlink $tn;
my $td = tempdir(CLEANUP => 1);
print -d $td ? "tempdir\n" : "none\n";

my $tmp = File::Temp->new(SUFFIX => '.dat');
print $tmp "data";
print "$tmp" =~ /\.dat$/ ? "named\n" : "bad\n";
print $tmp->filename eq "$tmp" ? "same\n" : "diff\n";

my ($tf2, $tn2) = tempfile("fooXXXXX", DIR => ".", SUFFIX => ".t", UNLINK => 1);
print $tn2 =~ m{^\./foo\w{5}\.t$} ? "template\n" : "bad $tn2\n";

make_path("e1", { mode => 0755, error => \my $err });
print scalar(@$err), "\n";

remove_tree("e1", "d4", { keep_root => 0 });
print -e "d4" ? 1 : 0, "\n";
print File::Spec->join("a", "b"), " ", File::Spec->catdir(), "|", File::Spec->catfile("x"), "\n";

use File::Compare;

open my $c1, '>', "c1";
print $c1 "same";

close $c1;
copy("c1", "c2");
print compare("c1", "c2"), "\n";
