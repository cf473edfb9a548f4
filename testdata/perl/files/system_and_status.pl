# system: lists and command lines, the exit status in $?, signals, missing commands.
use strict;
use warnings;

$| = 1;

my $status = system 'echo', 'list form', 'with  two  spaces';
print "status $status\n";

system 'echo shell form | tr a-z A-Z';

for my $code (0, 1, 42) {
    system "exit $code";
    printf "exit %d gives %d, shifted %d\n", $code, $?, $? >> 8;
}

# Killed by a signal.
system 'kill -9 $$';
printf "signal %d, exit %d\n", $? & 127, $? >> 8;

# A command that does not exist, through the shell and without it.
system 'no_such_command_here 2>/dev/null';
print 'shell: ', $? >> 8, "\n";
{
    no warnings 'exec';
    my $result = system { 'no_such_program' } 'no_such_program', 'x';
    print "direct: $result, $?\n";
}

# The environment and the directory go to the child.
$ENV{COLOR} = 'green';
system 'echo color is $COLOR';
mkdir 'work' or die $!;
chdir 'work' or die $!;
system 'basename "$PWD"';
chdir '..';

# Arguments with shell characters are safe in a list.
system 'printf', '%s\n', '$HOME', '*', 'a;b', "it's";
