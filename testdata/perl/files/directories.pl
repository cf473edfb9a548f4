# opendir, readdir, glob, chdir, unlink.
use strict;
use warnings;

mkdir "t";
chdir "t" or die;
for (qw(b.txt a.txt c.pl .hidden)) {
    open my $f, '>', $_ or die;
    print $f $_;
    close $f;
}

mkdir "sub";
open my $f, '>', "sub/z.txt";
close $f;
opendir(my $d, ".") or die "no: $!";
my @all = sort readdir $d;
closedir $d;
print "@all\n";

opendir $d, ".";
my @f = grep { !/^\./ && -f } readdir $d;
rewinddir $d;
my $n = () = readdir $d;
closedir $d;
print join(",", sort @f), " $n\n";

opendir $d, ".";
my $c = 0;
while (my $e = readdir $d) { $c++ }
print "$c\n";

closedir $d;
opendir(DH, "sub");
print join(",", sort grep { !/^\./ } readdir(DH)), "\n";

closedir(DH);
print opendir(my $no, "nope") ? 1 : "failed $!", "\n";
print join(",", glob("*.txt")), " ", join(",", <*.pl>), " ", join(",", glob("*.txt *.pl")), " ",
    join(",", glob("{a,b,zz}.txt")), " ", join(",", glob("?.txt")), " ", join(",", glob("[ab].txt")), " ",
    join(",", glob("none*")), "|", join(",", glob("sub/*")), " ", join(",", glob(".h*")), " ", join(",", glob("*/")),
    "\n";

my $p = "*.txt";
my @g = glob $p;
print scalar(@g), "\n";

while (my $x = glob("*.txt")) { print "it $x\n" }
my ($one) = glob("c*");
print "$one\n";

my @v = <$p>;
print scalar(@v), "\n";

my @w = <${p}>;
print scalar(@w), "\n";

use Cwd;

my $cwd = getcwd();
chdir "sub";
print getcwd() eq "$cwd/sub" ? "in sub\n" : "no\n";

chdir "..";
print chdir("nope") ? 1 : 0, " $!\n";
print unlink(glob "*.txt"), "\n";
print join(",", sort glob "*"), "\n";
print -d "sub" && -e "sub/z.txt" ? "yes\n" : "no\n";
print rmdir("sub") ? 1 : "not empty", "\n";

unlink "sub/z.txt";
print rmdir "sub", "\n";

my @nested = map { [$_, -s $_] } sort glob "*";
print join(";", map {"$_->[0]=$_->[1]"} @nested), "\n";

my $pos;
opendir $d, ".";
readdir $d;
$pos = telldir $d;
my $second = readdir $d;
seekdir $d, $pos;
print readdir $d eq $second ? "" : "", "tell ok\n";

closedir $d;
