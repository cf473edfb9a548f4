# What s/// and tr/// return, in all contexts, and using it.
use strict;
use warnings;

my $t = 'banana';
my $count = ($t =~ s/a/A/g);
my $none  = ($t =~ s/x/y/g);
print "$count [$none] ", $none eq '' ? 'empty' : 'zero', ' ', $none + 0, "\n";

# Conditions and loops.
print "changed: $t\n" if $t =~ s/^b/B/;
print "not changed\n" unless $t =~ s/^b/B/;
my $rounds = 0;
$rounds++ while $t =~ s/A/a/;
print "$t $rounds\n";

# In list context the value is the same.
my ($n) = $t =~ s/a/o/g;
my @list = (scalar($t =~ s/o/a/g), $t);
print "$n @list\n";

# With r it is the new string, changed or not.
my $new  = $t =~ s/n/N/gr;
my $same = $t =~ s/x/y/r;
print "$new $same $t ", ($t =~ s/a//gr) . '!', "\n";

# tr counts, or returns the string with r.
my $letters = ($t =~ tr/a-z//);
my $as = $t =~ tr/a/A/;
my $r  = $t =~ tr/A/a/r;
print "$letters $as $t $r\n";

# Summed over a list; the changed ones picked out.
my @words = qw(one two three);
my $total = 0;
$total += s/[aeiou]//g for @words;
print "$total @words\n";
my @changed = grep { s/t/T/ } @words;
print "@changed | @words\n";
my @copies = map { my $c = $_; $c =~ s/T/-/ ? $c : () } @words;
print "@copies\n";

# Captures after a substitution.
if ((my $date = '2024-05-06') =~ s/^(\d+)-(\d+)-(\d+)$/$3.$2.$1/) {
    print "$date from year $1\n";
}
my $result = ('abc' =~ s/(b)/<$1>/r) =~ /<(.)>/ ? $1 : 'none';
print "$result\n";
