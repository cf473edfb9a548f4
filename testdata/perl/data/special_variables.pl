# ARGS: one two three
# Special variables: arguments, separators, the topic, errors, names of the program.
use strict;
use warnings;

print "@ARGV $#ARGV\n";
my $first = shift;
print "$first $ARGV[0] ", scalar @ARGV, "\n";

print $$ > 0 ? 'a process ' : 'no process ', $0 =~ /special_variables\.pl$/ ? 'a script ' : "odd $0 ", $^O, "\n";
print $] >= 5.036 ? 'new enough ' : 'old ', time - $^T < 100 ? 'just started ' : 'long ago ', __PACKAGE__, ' ', __LINE__, ' ', __FILE__ =~ /special_variables/ ? 'file' : 'odd', "\n";

# The topic.
$_ = 'topic';
print;
print "\n";
print length, ' ', uc, "\n";
for (1 .. 2) {
    print;
}
print " $_\n";

# Errors of the system: a number and a text in one.
$! = 2;
print "$! ", $! + 0, ' ', $!{ENOENT} ? 'not found' : 'other', "\n";
{
    local $@ = 'an error';
    print "$@\n";
}

# Matches.
'hello world' =~ /o (w)/;
print "$& $1 [$`] [$'] $-[0] $+[0] $-[1] $+[1] $+\n";
{
    'abc' =~ /(b)/;
    print "$1\n";
}
print "$1\n";

# The environment reaches programs that are started.
$ENV{ORACLE_TEST} = 'bar';
print `echo \$ORACLE_TEST`;
delete $ENV{ORACLE_TEST};
print exists $ENV{ORACLE_TEST} ? 'set' : 'unset', "\n";

# The flag for unbuffered output is 0 or 1.
$| = 5;
print $|;
$|--;
print $|;
$|--;
print "$|\n";
$| = 0;

# The exit status of a program.
system 'exit 3';
print $? >> 8, "\n";

# Signals and options are hashes; the list of included files too.
print exists $INC{'strict.pm'} ? 'loaded ' : 'missing ', ref \%SIG, ' ', scalar(grep { /./ } @INC) > 0 ? 'has places' : 'none', "\n";
print "$;" eq "\x1c" ? 'separator ' : 'odd ', defined $, ? 'set' : 'unset', ' ', $/ eq "\n" ? 'newline' : 'odd', "\n";
