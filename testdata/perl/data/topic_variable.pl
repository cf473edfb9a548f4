# The topic $_: which functions use it, how it is set, how it is protected.
use strict;
use warnings;

$_ = 'Global Topic';
print length, ' ', lc, ' ', uc, ' ', ord, ' ', ucfirst lc, "\n";
print;
print "\n";
print 'has a capital T' if /T/;
print ', letters: ', tr/a-zA-Z//, "\n";

# Loops give it new values and restore it.
for (1 .. 3) {
    print $_ ** 2, ' ';
}
print "$_\n";
my @lengths = map { length } qw(a bb ccc);
my @long = grep { length > 1 } qw(a bb ccc);
print "@lengths @long $_\n";

# while with a read needs a topic of its own.
open my $in, '<', \"first\nsecond\n" or die;
{
    local $_;
    while (<$in>) {
        chomp;
        print "[$_]";
    }
}
print " $_\n";
close $in;

# A sub that changes it spoils the caller's, unless it is local.
sub spoils { $_ = 'spoilt'; return }
sub careful { local $_ = 'inner'; return length }
careful();
print "$_ ";
spoils();
print "$_\n";

# Functions with an optional argument.
$_ = '  42abc ';
my ($number) = /(\d+)/;
my @fields = split;
print "$number @fields ", scalar(my @chars = split //), "\n";
$_ = '0x1f';
print oct, ' ', defined, ' ', ref(\$_), ' ', quotemeta, ' ', reverse('ab'), "\n";
$_ = 2.7;
print int, ' ', abs, ' ', sprintf('%.1f', sqrt), ' ', exp(0), ' ', chr(65), "\n";

# Nested: map in for in map.
print join(' ', map { my $x = $_; join '', map { $x * $_ } 1 .. 3 } 1 .. 2), "\n";
for (qw(b a)) {
    print join(',', sort { $a cmp $b } $_, 'm'), ' ';
}
print "\n";
