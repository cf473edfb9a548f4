# Character classes: ranges, negation, escapes, POSIX names, special places of -, ] and ^.
use strict;
use warnings;

my $s = "a_b-C d9\tE.";
for my $class ('\d', '\D', '\w', '\W', '\s', '\S', '\h', '\v', '[a-z]', '[^a-z]', '[a-zA-Z0-9]', '[[:upper:]]', '[[:digit:]_]', '[[:^alpha:]]', '[[:punct:]]', '[[:space:]]') {
    my $found = join '', $s =~ /$class/g;
    $found =~ s/\t/\\t/g;
    print "$class: [$found]\n";
}

# A dash, a bracket and a caret where they are plain.
print join('', 'a-b]c^d\\' =~ /[-b]/g), ' ', join('', 'a-b]c^d' =~ /[]c]/g), ' ', join('', 'a-b]c^d' =~ /[d^]/g), ' ', join('', 'a-b]c' =~ /[a\-\]]/g), ' ', join('', 'x\\y' =~ /[\\]/g), "\n";

# Quantifiers and dots are plain in a class.
print join('', '1.5*2+3?' =~ /[.*+?]/g), ' ', join('', '(a|b)' =~ /[(|)]/g), ' ', join('', 'a$b@c' =~ /[\$\@]/g), "\n";

# Variables in classes.
my $letters = 'aeiou';
print join('', 'education' =~ /[$letters]/g), ' ', join('', 'education' =~ /[^$letters]/g), "\n";

# The dot and newlines; \N; \R.
my $lines = "ab\ncd\r\nef";
print join('|', map { length } $lines =~ /(.+)/g), ' ', join('|', map { length } $lines =~ /(\N+)/g), ' ', $lines =~ /b.c/ ? 'yes' : 'no', ' ', $lines =~ /b.c/s ? 'yes' : 'no', ' ', scalar(my @breaks = $lines =~ /\R/g), "\n";

# Hexadecimal and octal characters, controls, ranges of them.
print 'ABC' =~ /^\x41\x{42}\103$/ ? 'yes' : 'no', ' ', "\t" =~ /^[\x00-\x1f]$/ ? 'control' : 'no', ' ', "\e" =~ /^\cH|\c[$/ ? 'escape' : 'no', "\n";

# Ignoring case in classes.
print join('', 'aBcD' =~ /[b-c]/gi), ' ', join('', 'aBcD' =~ /[^b]/gi), "\n";

# Beyond ASCII.
use utf8;
my $word = 'naïve café Ωmega';
my @words = $word =~ /(\w+)/g;
print scalar @words, ' ', join(',', map { length } @words), ' ', scalar(my @upper = $word =~ /\p{Lu}/g), ' ', scalar(my @greek = $word =~ /\p{Greek}/g), ' ', scalar(my @ascii = $word =~ /[a-z]/g), ' ', scalar(my @a = $word =~ /\w/ag), "\n";
