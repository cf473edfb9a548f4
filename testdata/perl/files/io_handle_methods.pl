# IO::File and IO::Handle: methods instead of functions.
use strict;
use warnings;
use IO::File;

my $file = IO::File->new('data.txt', 'w') or die $!;
$file->print("first\n");
$file->printf("%s %d\n", 'number', 2);
$file->say('third');
$file->autoflush(1);
$file->close;

$file = IO::File->new('data.txt', 'r') or die $!;
print $file->getline;
print 'line number ', $file->input_line_number, "\n";
my @rest = $file->getlines;
print scalar(@rest), " more lines\n";
print $file->eof ? "at the end\n" : "not yet\n";
$file->seek(0, 0);
print 'tell ', $file->tell, "\n";
print 'getc ', $file->getc, "\n";
$file->ungetc(ord 'F');
print 'line ', $file->getline;
$file->close;
print $file->opened ? 'open' : 'closed', "\n";

# Mode characters and failure.
$file = IO::File->new('>> data.txt') or die $!;
print $file "appended\n";
undef $file;
print -s 'data.txt', " bytes\n";
my $none = IO::File->new('missing', 'r');
print defined $none ? 'opened' : "failed: $!", "\n";

# Methods on plain handles.
open my $in, '<', 'data.txt' or die $!;
my $first = $in->getline;
print "plain: $first";
close $in;
STDOUT->print("method of STDOUT\n");
STDOUT->printf("%03d\n", 5);
STDOUT->flush;

# A temporary file.
my $temp = IO::File->new_tmpfile or die $!;
print $temp "temporary\n";
$temp->seek(0, 0);
print 'temp: ', $temp->getline;
