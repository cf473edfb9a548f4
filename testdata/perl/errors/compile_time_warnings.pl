# What perl finds suspicious while it reads a script.
use strict;
use warnings;

our @list = (1, 2, 3);
our %map = (k => 1);
my $index = 1;
my $flag = 0;

# Names declared twice.
my $twice = 1;
my $twice = 2;
our $shared = 3;
our $shared;
my ($pair, $pair);

# Statements without effect.
"a text";
$index + 1;
$list[0];
[1, 2];
$flag == 1;
5;
lc $twice;
sort @list;

# An assignment where a comparison was meant.
if ($flag = 1) {
    print "assigned\n";
}
print "also\n" if $flag = 2;

# Punctuation in lists of words.
my @words = qw(one, two);
my @more = qw(three #four);
print "@words @more\n";

# Operators written the wrong way round, and precedence.
$flag =- 1;
$flag = $index & $index == 1;
print (1);
print "\n";
print (2)."\n";
print "\n";

# Slices of one element.
print @list[0], @map{"k"}, @list[$index], "\n";

# Arrays where one value is looked at.
print "matched\n" if @list =~ /3/;
print length(@list), "\n";
my $sorted = sort @list;

# Numbers and escapes.
my $number = 1__000;
my $large = 0xFFFFFFFFF;
print "a\qb $number\n";

# Subs.
sub again { return 1 }
sub again { return 2 }
print again(), "\n";
sub outer {
    my $kept = 1;
    sub inner { return $kept }
    return inner();
}
early(1);
sub early($) { print "early\n" }

# Quiet where they are switched off.
{
    no warnings 'void';
    $index + 2;
}
{
    no warnings;
    my $twice = 3;
    my $twice = 4;
    "quiet";
}
