# Chomp and chop: return values, lists, hashes, $/ in its different forms.
use strict;
use warnings;

my $line  = "text\n";
my $count = chomp $line;
print "$line $count\n";
$count = chomp $line;
print "$line $count\n";

# Only one line end goes.
my $two = "text\n\n";
chomp $two;
print length $two, "\n";

my @lines = ("a\n", 'b', "c\n");
$count = chomp @lines;
print "@lines $count\n";

my %hash = (k => "v\n");
chomp %hash;
print $hash{k}, "\n";

# With a declaration.
chomp(my $declared = "declared\n");
chomp(my ($x, $y) = ("x\n", "y\n"));
print "$declared $x$y\n";

# Another record separator.
{
    local $/ = 'END';
    my $record = 'dataEND';
    $count = chomp $record;
    print "$record $count\n";
}

# Paragraph mode removes all line ends.
{
    local $/ = '';
    my $paragraph = "p\n\n\n";
    $count = chomp $paragraph;
    print "[$paragraph] $count\n";
}

# Without a separator nothing is removed.
{
    local $/;
    my $whole = "w\n";
    $count = chomp $whole;
    print length $whole, " $count\n";
}

# chop removes any last character and returns it.
my $word = 'abc';
my $last = chop $word;
print "$word $last\n";
my @words = qw(ab cd);
$last = chop @words;
print "@words $last\n";
my $empty = '';
$last = chop $empty;
print "[$empty] [$last]\n";

for ("topic\n") {
    my $copy = $_;
    chomp $copy;
    print "[$copy]\n";
}
