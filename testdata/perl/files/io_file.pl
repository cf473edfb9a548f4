# IO::File and methods of handles.
use strict;
use warnings;
use IO::File;
use IO::Handle;
use Fcntl qw(:DEFAULT :flock :seek :mode);

my $f = IO::File->new("x.txt", "w") or die;
print $f "line 1\n";

$f->print("line 2\n");
$f->printf("%s\n", "line 3");
$f->say("line 4");
print $f->opened ? "open" : "closed", "\n";

$f->close;
print $f->opened ? "open" : "closed", "\n";

$f = IO::File->new("x.txt", "r");
print $f->getline;

my @l = $f->getlines;
print scalar(@l), " ", $f->eof ? "eof" : "more", "\n";

$f->seek(0, SEEK_SET);
print $f->tell, " ", $f->getc, " ", $f->input_line_number, "\n";

$f->close;
$f = IO::File->new("< x.txt");
print defined $f ? "ok" : "no", "\n";

while (<$f>) { print if /2/ }
undef $f;
$f = IO::File->new("nope", "r");
print defined $f ? 1 : "undef $!", "\n";

$f = IO::File->new("y.txt", O_CREAT | O_RDWR | O_TRUNC, 0600);
print $f "rw";

seek $f, 0, 0;
print <$f>, " ", S_IMODE((stat "y.txt")[2]) == 0600 ? "mode" : "nomode", "\n";
print flock($f, LOCK_EX | LOCK_NB) ? "locked" : "no", flock($f, LOCK_UN) ? " unlocked" : "", "\n";

close $f;
sysopen(my $s, "z.txt", O_WRONLY | O_CREAT | O_EXCL) or die;
syswrite($s, "hello world", 5);
syswrite $s, "!";
close $s;
print -s "z.txt", " ", sysopen($s, "z.txt", O_WRONLY | O_CREAT | O_EXCL) ? 1 : "exists: $!", "\n";

sysopen $s, "z.txt", O_RDONLY;
sysseek $s, 1, 0;
sysread $s, my $b, 3;
print "$b\n";

close $s;
print ref($f), " ", S_ISREG((stat "z.txt")[2]) ? "reg" : "", S_ISDIR((stat ".")[2]) ? " dir" : "", "\n";

my $dup = IO::Handle->new->fdopen(fileno(STDOUT), "w") if 0;
open my $lex, '<', 'x.txt';
print $lex->getline, $lex->fileno > 2 ? "fileno\n" : "";

$lex->binmode(":raw");
my $t = IO::File->new_tmpfile;
print $t "tmp";

$t->seek(0, 0);
print <$t>, "\n";
print $lex->can('getline') ? 1 : 0, $lex->isa('IO::Handle') ? 1 : 0, "\n" if 0;
print STDIN->opened ? 1 : 0, STDOUT->fileno, "\n";

$t->truncate(1);
$t->seek(0, 0);
print $t->getline, "\n";
print $t->close ? 1 : 0, $t->close ? 1 : 0, "\n";
