# Substr for replacing: as the left side of an assignment, with four arguments, through a reference.
use strict;
use warnings;

my $text = 'Hello, World';
substr($text, 0, 5) = 'HELLO';
print "$text\n";

# The fourth argument replaces, and the old piece is returned.
my $old = substr $text, 0, 5, 'Bye';
print "$old $text\n";
substr $text, -5, 5, 'perl';
print "$text\n";

# Inserting, appending, removing.
substr($text, 3, 0) = ' bye';
print "$text\n";
substr($text, length $text) = '!';
print "$text\n";
substr($text, 0, 4) = '';
print "$text\n";

# Any assigning operator works.
my $n = '12345';
substr($n, 1, 2) += 1;
print "$n\n";
substr($n, 0, 1)++;
print "$n\n";
substr($n, 0, 2) .= '.';
print "$n\n";
substr($n, -1) x= 3;
print "$n\n";

# A match or a transliteration on the piece.
my $word = 'banana';
substr($word, 0, 3) =~ s/a/o/;
print "$word\n";
(substr $word, 3) =~ tr/a-z/A-Z/;
print "$word\n";

# A reference to a piece keeps its place; it follows what is assigned through it.
my $name  = 'abcdef';
my $piece = \substr $name, 0, 2;
$$piece = 'XYZ';
print "$name $$piece\n";
$$piece = 'q';
print "$name $$piece\n";

# Two pieces at once, and a loop variable that is a piece.
my $both = 'abcdef';
(substr($both, 0, 1), substr($both, -1)) = ('A', 'F');
print "$both\n";
for (substr $both, 1, 2) {
    $_ = uc;
}
print "$both\n";

# Outside of the string this is an error.
eval { substr($both, 10) = 'x'; 1 } or print "error: $@";
eval { substr $both, 10, 1, 'x'; 1 } or print "error: $@";
