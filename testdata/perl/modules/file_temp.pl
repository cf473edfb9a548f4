# File::Temp: temporary files and directories, templates, objects, cleaning up.
use strict;
use warnings;
use File::Temp qw(tempfile tempdir);

my ($fh, $name) = tempfile('testXXXX', DIR => '.', SUFFIX => '.dat');
print $name =~ m{^\./test\w{4}\.dat$} ? 'good name' : $name, "\n";
print $fh "content\n";
close $fh;
print -s $name, " bytes\n";
unlink $name;

# An object is a handle and a name.
my $temp = File::Temp->new(TEMPLATE => 'objXXXXX', DIR => '.', SUFFIX => '.txt');
print $temp "line 1\nline 2\n";
$temp->flush;
print -s $temp->filename, ' ', "$temp" eq $temp->filename ? 'name as text' : 'other', "\n";
seek $temp, 0, 0;
my @lines = <$temp>;
print scalar(@lines), " lines\n";

# A directory for the program.
my $dir = tempdir('dirXXXX', DIR => '.', CLEANUP => 1);
print -d $dir ? 'directory' : 'none', "\n";
open my $out, '>', "$dir/file" or die $!;
print $out 'x';
close $out;
print -e "$dir/file" ? 'file inside' : 'no file', "\n";

my $object = File::Temp->newdir(DIR => '.');
print -d $object->dirname ? 'object directory' : 'none', "\n";

# Two names are never the same.
my %seen;
for (1 .. 20) {
    my ($h, $n) = tempfile(DIR => '.', UNLINK => 1);
    $seen{$n}++;
    close $h;
}
print scalar(keys %seen), " different names\n";
