# An undefined value that is matched: the warning comes in scalar, list and global matches alike.
use strict;
use warnings;

my %field = (name => undef);
my $text;

print "no match\n" unless $text =~ /a/;
my ($first) = $field{name} =~ /^(\w+)/;
print defined $first ? 'defined' : 'undef', "\n";

my @all = $text =~ /a/g;
print scalar(@all), " matches\n";

if (my ($letter) = $text =~ /(a)/) {
    print "never\n";
}

for my $part ($field{name} =~ /(x)/) {
    print "never\n";
}

{
    no warnings 'uninitialized';
    my ($quiet) = $text =~ /(a)/;
}
print "done\n";
