# The -X tests: existence, kind, size, rights, and several tests on one file.
use strict;
use warnings;

mkdir 'folder' or die $!;
open my $out, '>', 'file.txt' or die $!;
print $out '12345';
close $out;
open $out, '>', 'empty' or die $!;
close $out;
symlink 'file.txt', 'link' or die $!;
symlink 'nowhere', 'broken' or die $!;

for my $name (qw(file.txt empty folder link broken missing)) {
    my @facts;
    push @facts, 'exists'    if -e $name;
    push @facts, 'file'      if -f $name;
    push @facts, 'directory' if -d $name;
    push @facts, 'link'      if -l $name;
    push @facts, 'empty'     if -z $name;
    push @facts, 'size ' . -s $name if -f $name and -s $name;
    print "$name: ", (@facts ? join(', ', @facts) : 'nothing'), "\n";
}

# The underscore uses the last answer again.
if (-e 'file.txt' and -f _ and not -d _) {
    print 'plain file of ', -s _, " bytes\n";
}

# Stacked tests.
print "readable file\n" if -f -r 'file.txt';
print "not a readable directory\n" unless -d -r 'file.txt';

# On handles and on $_.
open my $in, '<', 'file.txt' or die $!;
print 'handle: ', -s $in, "\n";
close $in;
for (qw(file.txt folder)) {
    print "$_ is a ", (-d ? 'directory' : 'file'), "\n";
}

# Rights.
chmod 0600, 'file.txt';
printf "mode %04o\n", (stat 'file.txt')[2] & 07777;
chmod 0755, 'file.txt';
print -x 'file.txt' ? "executable\n" : "not executable\n";

# Age in days.
print -M 'file.txt' < 1 ? "new\n" : "old\n";

# Choosing files of a list.
print join(' ', sort { -s $a <=> -s $b } grep { -f } qw(file.txt folder empty)), "\n";
