# print, printf and say: handles, separators, lists, default variable, return value.
use strict;
use warnings;
use feature 'say';

print 'a', 'b', "\n";
print('in parentheses', "\n");
print((1 + 2) * 3, "\n");
say 'with newline';
say for 1 .. 3;

$_ = "the topic\n";
print;
say STDOUT 'to a named handle';
print STDOUT "one\n";
print {*STDOUT} "two\n";
print { \*STDOUT } "three\n";
my $handle = \*STDOUT;
print $handle "four\n";
my %handles = (out => $handle);
print { $handles{out} } "five\n";

# Separators.
{
    local $, = ', ';
    local $\ = ".\n";
    print 1, 2, 3;
    say 4, 5;
    my @list = ('x', 'y');
    print @list;
    print "@list";
}

# printf.
printf "%s is %d years and %.1f cm\n", 'Ann', 30.9, 170.25;
printf STDOUT "%5s|%-5s|%05d|%x|%o|%e\n", 'ab', 'cd', 42, 255, 8, 12345.678;
my @arguments = ("%s-%s\n", 'from', 'list');
printf @arguments;
printf "%s\n", join ' ', map { sprintf '%02d', $_ } 1 .. 3;
printf "100%%\n";

# Lists in a say.
my @empty;
say @empty;
say 'list: ', map { "<$_>" } qw(a b);
say join ' ', reverse 1 .. 3;

# The value of a print.
my $ok = print '';
print "ok is $ok\n";
