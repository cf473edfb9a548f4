# The magic increment of strings, and where it ends.
use strict;
use warnings;

my @texts = ('a', 'z', 'Az', 'zz', 'Zz', 'zZ', 'a9', 'zz99', 'zZ9', 'Zz9z', 'aa', '09', '99', '9', '1.5', '1e2', '-5', 'perl5');
for my $text (@texts) {
    my $next = $text;
    {
        no warnings 'numeric';
        $next++;
    }
    print "$text -> $next\n";
}

# Text of another shape is a number, with a warning.
my $version = 'a-b';
$version++;
print "$version\n";

my $id = '3a';
++$id;
print "$id\n";

# The empty string and the undefined value start at zero without a warning.
my $empty = '';
$empty++;
my $nothing;
$nothing++;
my $down;
$down--;
print "$empty $nothing $down\n";

# There is no magic decrement.
my $letter = 'b';
{
    no warnings 'numeric';
    $letter--;
}
print "$letter\n";

# The old value is the result of the postfix form.
my $label = 'Az';
my $old = $label++;
print "$old $label\n";
my $new = ++$label;
print "$new\n";

# Numbering of sheet columns.
my $column = 'X';
print join(' ', map { $column++ } 1 .. 6), "\n";

# A number used as text stays a number.
my $n = 9;
print "n is $n\n";
$n++;
print "n is $n\n";
