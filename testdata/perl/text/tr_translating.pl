# Translating with tr: ranges, unequal lengths, escapes, delimiters, y///, and the value returned.
use strict;
use warnings;

(my $upper = 'Hello World') =~ tr/a-z/A-Z/;
print "$upper\n";

# The number of translated characters is returned.
my $text = 'Hello World';
my $n    = $text =~ tr/lo/01/;
print "$n $text\n";

# A shorter replacement repeats its last character.
(my $short = 'abcdef') =~ tr/a-f/AB/;
print "$short\n";

# The first of a doubled letter counts.
(my $double = 'aaa') =~ tr/aa/xy/;
print "$double\n";

# Rot13, and swapping cases.
print 'Hello' =~ tr/A-Za-z/N-ZA-Mn-za-m/r, "\n";
(my $swap = 'aBcD') =~ tr/a-zA-Z/A-Za-z/;
print "$swap\n";

# Escapes and other delimiters; y is another name.
(my $blank = "a\tb\nc") =~ tr/\t\n/  /;
print "$blank\n";
(my $slash = 'x/y/z') =~ tr{/}{.};
print "$slash\n";
(my $back = 'a\\b') =~ y/\\/\//;
print "$back\n";
(my $dash = 'a-b') =~ tr/a\-b/123/;
print "$dash\n";
($dash = 'a-b') =~ tr/-/_/;
print "$dash\n";
($dash = 'a-b') =~ tr/ab-/12_/;
print "$dash\n";

# In an element, in all elements, through a reference.
my %h = (k => 'val');
$h{k} =~ tr/a/A/;
my @l = ('ab', 'bc');
tr/b/B/ for @l;
my $r = \my $target;
$target = 'xyz';
$$r =~ tr/x/X/;
print "$h{k} @l $target\n";

# Digits to other digits, a complement of DNA.
(my $shift = '12345') =~ tr/1-5/5-9/;
print "$shift\n";
(my $strand = reverse 'ATGC') =~ tr/ATGC/TACG/;
print "$strand\n";

# No variables are put in: these are the characters $ and x.
(my $plain = '$xyz') =~ tr/$x/Sx/;
print "$plain\n";
eval q{$_ = 'dynamic'; tr/d/D/; print "$_\n"};
