# Counting with tr: return values, classes by range, complement, line ends.
use strict;
use warnings;

my $text = "The quick brown fox\njumps over\n13 lazy dogs\n";

my $lower = ($text =~ tr/a-z//);
my $upper = $text =~ tr/A-Z//;
my $digit = $text =~ tr/0-9//;
my $lines = $text =~ tr/\n//;
print "$lower $upper $digit $lines\n";

# The string is not changed by an empty replacement.
print length $text, "\n";

# The complement: everything that is not a letter.
print $text =~ tr/a-zA-Z//c, ' ', ($text =~ tr/a-zA-Z0-9 \n//c), "\n";

# Without =~ it works on $_.
for ('banana', 'cherry') {
    my $vowels = tr/aeiou//;
    print "$_ $vowels\n";
}

# Counting one character; as a condition.
my $path = '/usr/local/bin';
my $deep = $path =~ tr{/}{};
print "depth $deep\n";
print "has a dash\n" if 'well-known' =~ tr/-//;
my $known = "known";
print "no dash\n" unless $known =~ tr/-//;

# In a list of words.
my %count = map { $_ => tr/a// } qw(banana cat dog);
print join(' ', map { "$_=$count{$_}" } sort keys %count), "\n";

# Constants can be counted as long as nothing changes.
print 'mississippi' =~ tr/s//, "\n";

# The same letters on both sides change nothing but count.
my $same = 'abc';
my $n    = $same =~ tr/a-z/a-z/;
print "$n $same\n";
print "aAbB" =~ tr/a-zA-Z//, ' ', "x\ty" =~ tr/\t//, ' ', "a\\b" =~ tr/\\//, "\n";
