# Backreferences: by number, relative, in classes of repetition, together with case and alternatives.
use strict;
use warnings;

print join(' ', map { /^(ab)\1$/ ? 1 : 0 } qw(abab abba ab)), "\n";
print join(' ', map { 'aa bb' =~ $_ ? 1 : 0 } qr/(a)\1/, qr/(a)\g1/, qr/(a)\g{1}/, qr/(a)\g{-1}/, qr/(a)\g-1 (b)\g-1/), "\n";

# A digit after a backreference.
print 'aa1' =~ /(a)\g{1}1/ ? "yes\n" : "no\n";

# Doubled words.
my $text = 'this is is a test test of the the words';
my @doubled = $text =~ /\b(\w+) \1\b/g;
print "@doubled\n";
(my $clean = $text) =~ s/\b(\w+)( \1\b)+/$1/g;
print "$clean\n";

# Matching quotes, tags, brackets of the same kind.
for my $t (q("double"), q('single'), q("mixed')) {
    print $t =~ /^(["'])(.*)\1$/ ? "$2 " : '- ';
}
print "\n";
print join('|', '<b>x</b><i>y</i><u>z</b>' =~ /<(\w+)>(.*?)<\/\1>/g), "\n";

# Ignoring case also for the reference.
print 'abAB' =~ /^(ab)\1$/ ? 'yes' : 'no', ' ', 'abAB' =~ /^(ab)\1$/i ? 'yes' : 'no', "\n";

# A reference to a group that took no part fails.
print 'b' =~ /^(a)?b\1$/ ? 'yes' : 'no', ' ', 'b' =~ /^(a?)b\1$/ ? 'yes' : 'no', "\n";

# Runs of equal characters, run-length encoding and decoding.
my $runs = 'aaabccd';
print join(' ', $runs =~ /((.)\2+)/g), ' ';
(my $encoded = $runs) =~ s/((.)\2*)/length($1) . $2/ge;
(my $decoded = $encoded) =~ s/(\d+)(.)/$2 x $1/ge;
print "$encoded $decoded\n";

# Palindromes of four and five letters, squares, primes by backtracking.
print join(' ', grep { /^(.)(.).?\2\1$/ } qw(abba level noon abcd)), "\n";
print join(' ', grep { ('1' x $_) !~ /^1?$|^(11+?)\1+$/ } 1 .. 30), "\n";

# In the replacement \1 is an old way to write $1.
(my $old = 'ab') =~ s/(a)(b)/$2$1/;
print "$old\n";
