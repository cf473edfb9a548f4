# The same tasks with tr///, s/// and functions; which of them take variables, ranges, patterns.
use strict;
use warnings;

my $text = 'Hello, World';

# Upper case.
my ($tr, $sub, $function) = ($text =~ tr/a-z/A-Z/r, $text =~ s/([a-z])/\U$1/gr, uc $text);
print $tr eq $sub && $sub eq $function ? "same $tr\n" : "different\n";

# Counting.
my $by_tr    = ($text =~ tr/o//);
my $by_match = () = $text =~ /o/g;
my $by_split = -1 + split /o/, $text, -1;
print "$by_tr $by_match $by_split\n";

# Deleting.
print $text =~ tr/lo//dr, ' ', $text =~ s/[lo]//gr, ' ', join('', grep { !/[lo]/ } split //, $text), "\n";

# Squeezing.
print 'aabbcc' =~ tr/a-z//sr, ' ', 'aabbcc' =~ s/(.)\1+/$1/gr, "\n";

# A table from a variable needs eval for tr, or a hash for s.
my ($from, $to) = ('abc', 'xyz');
my $copy = 'aabbcc';
eval "\$copy =~ tr/$from/$to/";
my %map;
@map{ split //, $from } = split //, $to;
(my $mapped = 'aabbcc') =~ s/([$from])/$map{$1}/g;
print "$copy $mapped\n";

# Letters and everything else.
print 'a1-b2' =~ tr/a-z//cdr, ' ', 'a1-b2' =~ s/[^a-z]//gr, ' ', 'a1-b2' =~ tr/a-z/_/cr, "\n";

# Ranges in tr are by code, classes know more.
print 'a1 b2' =~ tr/a-zA-Z0-9//cdr, ' ', 'a1 b2' =~ s/\W//gr, "\n";

# Morse.
my %morse = (s => '...', o => '---');
print join(' ', map { $morse{$_} } split //, 'sos'), "\n";

# Rot13 there and back; binary complement; DNA.
my $rot = $text =~ tr/A-Za-z/N-ZA-Mn-za-m/r;
print "$rot ", $rot =~ tr/A-Za-z/N-ZA-Mn-za-m/r, ' ', '10110' =~ tr/01/10/r, ' ', scalar reverse('GATTACA') =~ tr/ACGT/TGCA/r, "\n";
