# A list in parentheses is repeated as text where one value is wanted.
my $line = ('-') x 10;
print "$line\n";
my $letter = 'b';
my $last = ('a', $letter) x 3;
print "$last\n";
print "a" . ('z') x 3, "\n";
my @list = ('a', 'b') x 2;
print "@list\n";
my %pairs = (key => ('v') x 1);
print join(',', %pairs), "\n";
