# \G inside of alternatives, behind other atoms and without /g.
my $text = '${foo} $bar';
$text =~ s/(^|\G|[^\\])\$(\{)?(\w+)(?(2)\})/<$1$3>/g;
print "$text\n";

my $digits = '123456';
pos($digits) = 4;
$digits =~ s/\d\d\G/7/g;
print "$digits\n";

my $word = 'abcb';
pos($word) = 2;
print "at pos\n" if $word =~ /\Gc/;
print pos($word), "\n";
print "not there\n" unless $word =~ /\Gb/;
pos($word) = 3;
my ($found) = $word =~ /\G(.)/;
print "$found\n";
$_ = "x=1;y=2";
pos = 4;
print "topic $&\n" if /\Gy=\d/;

# The place of the match while its replacement is computed.
my $mixed = 'SomeKeyword';
my @places;
$mixed =~ s{[A-Z]}{push @places, pos($mixed); lc $&}ge;
print "@places $mixed\n";
