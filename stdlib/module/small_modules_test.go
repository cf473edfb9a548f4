package module_test

// This file compares the smaller modules with perl's: objects of core functions, declared classes, files as arrays, names of subs.

import "testing"

func TestFileStat(t *testing.T) {
	sameAsPerl(t, `use strict; use warnings; use File::stat; open my $out, ">", "f" or die; print $out "hello\n"; close $out; chmod 0640, "f"; my $st = stat("f"); mkdir "d"; my $dt = stat("d"); symlink "f", "l";`, lines(`
ref $st, $st->size, sprintf("%o", $st->mode), $st->nlink, $st->uid, $st->gid, $st->mtime > 1e9 ? 1 : 0, $st->blocks > 0 ? 1 : 0, $st->blksize > 0 ? 1 : 0, $st->ino > 0, $st->dev > 0, $st->atime > 0, $st->ctime > 0, $st->rdev
stat("nonexistent"), $!{ENOENT} ? 1 : 0
-s $st, -f $st ? 1 : 0, -d $st ? 1 : 0, -d $dt ? 1 : 0, -e $st ? 1 : 0, -z $st ? 1 : 0, -r $st ? 1 : 0, -l lstat("l") ? 1 : 0, -l stat("l") ? 1 : 0
scalar(@$st), $st->[7], (CORE::stat("f"))[7]
open my $fh, "<", "f"; stat($fh)->size, stat(*$fh)->size
lstat("l")->size
`)...)
}

func TestTimeObjects(t *testing.T) {
	sameAsPerl(t, `use strict; use warnings; use Time::gmtime; my $t = gmtime(1700000000);`, `ref $t, $t->sec, $t->min, $t->hour, $t->mday, $t->mon, $t->year, $t->wday, $t->yday, $t->isdst`, `gmctime(0), gmctime(1700000000)`, `gmtime()->year > 100 ? 1 : 0`)
	sameAsPerl(t, `use strict; use warnings; use Time::localtime; my $t = localtime(1700000000);`, `ref $t, $t->hour, $t->year + 1900, $t->mon + 1`, `ctime(0)`)
}

func TestDirectories(t *testing.T) {
	sameAsPerl(t, `use strict; use warnings; use IO::Dir; use DirHandle; mkdir "d"; for (qw(a b c)) { open my $f, ">", "d/$_" }`, lines(`
my $d = IO::Dir->new("d"); my @n = sort $d->read; "@n", $d->rewind ? 1 : 0, defined $d->read ? 1 : 0, $d->close ? 1 : 0
my $d = DirHandle->new("d"); my @n; while (defined(my $n = $d->read)) { push @n, $n } join(" ", sort @n), $d->close ? 1 : 0
IO::Dir->new("nonexistent"), DirHandle->new("nonexistent")
my $d = IO::Dir->new; ref $d, $d->open("d") ? 1 : 0, scalar(my @l = $d->read)
`)...)
}

func TestClassStruct(t *testing.T) {
	sameAsPerl(t, `use strict; use warnings; use Class::Struct; struct(Point => { x => '$', y => '$' }); struct(Poly => [name => '$', points => '@', tags => '%', origin => 'Point']); package Own { use Class::Struct; struct(a => '$', b => '@') }
my $p = Point->new(x => 1, y => 2); my $q = Poly->new(name => "n", points => [1, 2], tags => { k => "v" }, origin => $p);`, lines(`
$p->x, $p->y, $p->x(9), $p->x, ref $p
$q->name, $q->points, $q->points(0), $q->points(1, 7), $q->points, $q->tags, $q->tags("k"), $q->tags("z", 3), $q->tags("z"), $q->origin->y
Point->new->x, Poly->new->points, Poly->new->tags, Poly->new->origin
Own->new(a => 1, b => [2])->b(0)
Point->new(z => 1)
Poly->new(points => 5)
Poly->new(origin => 5)
Poly->new(origin => { x => 3 })->origin->x
`)...)
}

func TestTieFile(t *testing.T) {
	sameAsPerl(t, `use strict; use warnings; use Tie::File; sub put { open my $f, ">", "t.txt" or die; print $f @_; close $f } sub got { open my $f, "<", "t.txt" or die; local $/; my $t = <$f>; $t // "" }
put("a\nb\nc\n"); tie my @l, "Tie::File", "t.txt" or die;`, lines(`
scalar(@l), $l[0], $l[-1], $#l, $l[7], "@l"
$l[1] = "B"; got()
push @l, "d", "e"; got(), scalar(@l)
pop @l, shift @l; got()
unshift @l, "x", "y"; got()
splice(@l, 1, 1, "p", "q", "r"); got()
splice(@l, -1); got()
$l[6] = "far"; got()
$#l = 1; got()
@l = (); got(), scalar(@l)
@l = qw(one two three); got(), join(",", reverse @l), join(",", grep { /t/ } @l)
s/o/0/ for @l; got()
for my $i (0 .. $#l) { $l[$i] = uc $l[$i] } got()
my $o = tied @l; ref $o, $o->autochomp ? 1 : 0
untie @l; put("x;y;z"); tie my @s, "Tie::File", "t.txt", recsep => ";" or die; "@s", push(@s, "w"), got()
tie my @n, "Tie::File", "raw.txt", autochomp => 0; push @n, "a"; $n[0]
tie(my @z, "Tie::File", "no/such/dir") ? 1 : 0
`)...)
}

func TestSmallModules(t *testing.T) {
	sameAsPerl(t, `use strict; use warnings; use B qw(perlstring cstring svref_2object); use Module::Load; use Compress::Zlib; sub named { } package Q { sub sub2 { } }`, lines(`
perlstring("a\n\t\"\$x\@y\\"), perlstring("\x01\x7f\xe9"), perlstring("\x{263a}"), perlstring("")
cstring("a\n\"\$\\"), cstring("")
svref_2object(\&named)->GV->NAME, svref_2object(\&Q::sub2)->GV->STASH->NAME, svref_2object(sub { })->GV->NAME, svref_2object(\&named)->STASH->NAME
load("List::Util"); List::Util::sum(1, 2)
load("Scalar::Util", "blessed"); 1
load("No::Such::Thing") // 1 if 0; eval { load("No::Such::Thing"); 1 } ? 1 : 0
uncompress(compress("hello" x 100)) eq "hello" x 100 ? 1 : 0, length(compress("x" x 1000)) < 100 ? 1 : 0, defined uncompress("junk") ? 1 : 0
Compress::Zlib::memGunzip(Compress::Zlib::memGzip("text")), defined Compress::Zlib::memGunzip("junk") ? 1 : 0
crc32("hello"), crc32(""), crc32("lo", crc32("hel")), adler32("hello"), adler32(""), adler32("lo", adler32("hel"))
my $s = "ref"; uncompress(compress(\$s)), uncompress(\compress($s))
`)...)
}
