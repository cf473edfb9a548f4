# Substitution: once and everywhere, the return value, /r, captures in the replacement.
use strict;
use warnings;

my $s = 'hello world';
(my $t = $s) =~ s/world/perl/;
print "$t\n";

# The number of replacements, or the empty string.
my $n = ($t = $s) =~ s/o/0/g;
my $none = $t =~ s/zebra//;
print "$n $t [$none]\n";

# The topic; an element; many strings in a loop.
for (my @list = ('a1', 'b2')) {
    s/\d//;
    print;
}
print "\n";
my %h = (k => 'value');
my @a = ('foo');
$h{k}  =~ s/a/A/;
$a[0] =~ s/o/0/g;
print "$h{k} $a[0]\n";

# r returns the new string and leaves the old one.
print $s =~ s/(\w+) (\w+)/$2 $1/r, ' ', $s =~ s/l+/<$&>/gr, ' ', $s =~ s/zebra/x/r, " $s\n";
print join(',', map { s/^\s+|\s+$//gr } ' a ', 'b '), ' ', 'abc' =~ s/a/1/r =~ s/b/2/r =~ s/c/3/r, "\n";

# Parts of the match in the replacement.
($t = 'abc') =~ s/b/[$`|$&|$']/;
print "$t ";
($t = 'k=v') =~ s/(\w)=(\w)/$2=$1/;
print "$t ";
($t = 'a-b') =~ s/(?<x>a)-(?<y>b)/$+{y}-$+{x}/;
print "$t\n";

# Escapes and variables in the replacement.
my $with = 'X';
($t = 'a b') =~ s/ /\t/;
print $t eq "a\tb" ? 'tab ' : 'no ';
($t = 'a.b') =~ s/\./$with\n/;
print $t eq "aX\nb" ? 'newline ' : 'no ';
($t = 'a') =~ s/a/\$5 \@x \\/;
print "$t\n";

# Case changed in the replacement.
($t = 'tEsT one') =~ s/(\w)(\w*)/\u\L$1$2/g;
print "$t ";
($t = 'abc def') =~ s/(\w+) (\w+)/\U$1\E $2/;
print "$t\n";

# Anchors with g, empty matches, an empty pattern string.
($t = "x\ny") =~ s/^/> /mg;
print "$t ";
($t = 'abc') =~ s/x*/-/g;
print "$t ";
($t = '') =~ s/^$/empty/;
print "$t ";
($t = 'abc') =~ s/(?=b)/^/;
print "$t\n";

# A piece of a string, the end, several in a row.
($t = 'abcabc');
substr($t, 3) =~ s/b/X/;
print "$t ";
($t = 'file.tar.gz') =~ s/\.[^.]*$//;
print "$t ";
($t = '  trim  ') =~ s/^\s+//;
$t =~ s/\s+$//;
print "[$t] ";
1 while ($t = $t . '') =~ s/xx/x/;
print "done\n";
