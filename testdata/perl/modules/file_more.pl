# File::Spec, File::Basename, File::Path, File::Copy, File::Find, File::Temp, File::Compare, Cwd: corners of each and their failures.
use strict;
use warnings;
use File::Spec;
use File::Spec::Functions qw(catfile catdir canonpath splitdir abs2rel rel2abs file_name_is_absolute tmpdir updir curdir rootdir no_upwards splitpath catpath devnull);
use File::Basename;
use File::Path qw(make_path remove_tree mkpath rmtree);
use File::Copy qw(copy move cp mv);
use File::Find;
use File::Temp qw(tempfile tempdir);
use File::Compare;
$| = 1;
use Cwd qw(getcwd cwd abs_path realpath);

print join(' ', map { "[$_]" } catfile('a', 'b', 'c.txt'), catfile('', 'x'), catfile('a/', '/b'), catdir('a', '..', 'b'), catdir(), catdir(''), canonpath('/a/./b//c/../d/'), canonpath('./x'), canonpath(''), canonpath('//a'), canonpath('../..'), rootdir, updir, curdir, devnull), "\n";
print join('|', splitdir('/a/b//c/')), ' ', join('|', splitpath('/a/b/c.txt')), ' ', join('|', splitpath('a/b/', 1)), ' ', catpath('', '/a/b', 'c'), ' ', abs2rel('/a/b/c', '/a/d'), ' ', abs2rel('/a', '/a'), ' ', abs2rel('/a/b', '/a'), ' ', rel2abs('x', '/a/b'), ' ', rel2abs('../x', '/a/b'), ' ', file_name_is_absolute('/x') ? 1 : 0, file_name_is_absolute('x') ? 1 : 0, ' ', join(',', no_upwards('.', '..', 'x')), ' ', File::Spec->case_tolerant ? 1 : 0, ' ', join('|', (File::Spec->path)[0] // ''), "\n";
for my $p ('/a/b/c.tar.gz', 'file', 'dir/', '/', '', 'a/b/', './x.pl', '/x') { print "$p: ", basename($p), ' ', dirname($p), ' ', join('|', fileparse($p)), ' ', join('|', fileparse($p, qr/\.[^.]*/)), ' ', basename($p, '.pl', '.gz'), "\n" }
my @made = make_path('t/one/two', 't/three', { mode => 0755 });
print "@made ", -d 't/one/two' ? 'there' : 'missing', ' ', scalar(make_path('t/one')), "\n";
open my $f, '>', 't/one/a.txt' or die; print $f "content\n"; close $f;
print copy('t/one/a.txt', 't/one/b.txt') ? 'copied' : 'failed', ' ', -s 't/one/b.txt', ' ', copy('t/one/a.txt', 't/three') ? 'into' : 'failed', ' ', -e 't/three/a.txt' ? 'yes' : 'no', ' ', copy('none', 'x') ? 'copied' : "failed: $!", ' ', move('t/one/b.txt', 't/moved.txt') ? 'moved' : 'failed', ' ', -e 't/one/b.txt' ? 'still' : 'gone', "\n";
print compare('t/one/a.txt', 't/moved.txt'), ' ', compare('t/one/a.txt', 'none'), ' ', compare('t/one/a.txt', $0) , "\n";
open my $in, '<', 't/moved.txt' or die; copy($in, \*STDOUT); close $in;
my @seen; find(sub { push @seen, $File::Find::name . (-d ? '/' : '') }, 't'); print join(' ', sort @seen), "\n";
@seen = (); find({ wanted => sub { push @seen, $_ }, no_chdir => 1, preprocess => sub { sort grep { !/^three$/ } @_ } }, 't'); print "@seen\n";
@seen = (); finddepth(sub { push @seen, $_ }, 't/one'); print "@seen\n";
@seen = (); find({ wanted => sub { if ($_ eq 'one') { $File::Find::prune = 1; return } push @seen, $_ if -f }, postprocess => sub { push @seen, "<$File::Find::dir>" } }, 't'); print join(' ', sort @seen), "\n";
my $list; my $n = remove_tree('t/three', { keep_root => 1 }); print "$n ", -d 't/three' ? 'kept' : 'gone', ' ', remove_tree('t', { result => \$list }), ' ', scalar @$list, ' ', -e 't' ? 'still' : 'gone', "\n";
make_path('file_in_way/x'); open $f, '>', 'plain' or die; close $f; make_path('plain/sub', { error => \my $err }); for my $e (@$err) { my ($file, $message) = %$e; print "$file: $message\n" } eval { make_path('plain/other'); 1 } or print 'died ', $@ =~ s/ at \S+ line.*//sr, "\n";
my ($fh, $name) = tempfile('abcXXXX', SUFFIX => '.dat', DIR => '.'); print $name =~ m{^\./abc\w{4}\.dat$} ? 'named' : $name, ' ', -e $name ? 'there' : 'missing', ' ', print($fh 'x') ? 'written' : '', "\n"; close $fh;
my $dir = tempdir(CLEANUP => 1); print -d $dir ? 'dir' : 'none', ' '; my $tmp = File::Temp->new(SUFFIX => '.t'); print -e "$tmp" ? 'object' : 'none', ' ', $tmp->filename eq "$tmp" ? 'name' : 'other', ' ', ref $tmp, "\n";
print getcwd() eq cwd() ? 'same' : 'other', ' ', abs_path('.') eq getcwd() ? 'abs' : abs_path('.'), ' ', abs_path('file_in_way/../plain') =~ m{/plain$} ? 'resolved' : '', ' ', defined abs_path('no/such/x') ? 'found' : 'undef', "\n";
