# Warnings of other functions: substr, splice, chr, hex and oct, join, sprintf, reference as a number.
use strict;
use warnings;

my $text = 'abc';
my $none = substr $text, 10, 1;
print defined $none ? 'defined' : 'undefined', "\n";

my @list = (1, 2);
splice @list, 5, 0, 3;
print "@list\n";

print hex('xyz'), ' ', oct('89'), ' ', oct('0b2'), ' ', hex('1G'), "\n";
print hex('FFFFFFFFF'), "\n";
print length(chr -5), "\n";

# Odd numbers of elements.
my %odd = (1, 2, 3);
print scalar keys %odd, "\n";
my $anonymous = { 'only' };
print scalar keys %$anonymous, "\n";

# A reference where a hash is expected.
my %wrong = { a => 1 };
print scalar keys %wrong, "\n";

# Negative repetition, a nonsense range.
my $minus = -1;
print 'x' x $minus, "|\n";
my $dots = 'abc' x 'two';
print "$dots|\n";

# Undefined list items.
my @gaps = (1, undef, 3);
print "@gaps\n";
my @sorted = sort { ($a // 0) <=> ($b // 0) } @gaps;
print scalar @sorted, "\n";

# Comparing references with numbers is allowed, silently.
my $r = [];
print $r == $r ? "same\n" : "different\n";
print "$r" eq $r ? "same text\n" : "different\n";

# Closed and unopened handles.
open my $in, '<', \$text or die;
close $in;
my $line = <$in>;
print defined $line ? "a line\n" : "no line\n";
print {$in} 'x' or print "not printed\n";
close $in or print "already closed\n";

# A warning of our own, with and without a place.
warn "own warning\n";
warn 'with a place';
warn 'several ', 'parts', "\n";
$@ = 'earlier error';
warn;
