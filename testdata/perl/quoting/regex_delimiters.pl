# Delimiters of patterns, substitutions and transliterations.
use strict;
use warnings;

my $path = '/usr/local/bin';

print $path =~ m{^/usr/} ? 1 : 0, $path =~ m#local# ? 1 : 0, $path =~ m!/bin$! ? 1 : 0, $path =~ m[bin] ? 1 : 0, $path =~ m<usr> ? 1 : 0, $path =~ m,l, ? 1 : 0, "\n";

# In slashes, slashes are escaped.
print $path =~ /\/local\// ? "found\n" : "missing\n";

# Brackets may be nested in a pattern.
print 'aXb' =~ m{a(X{1})b} ? "found $1\n" : "missing\n";
print 'x[1]' =~ m[x\[\d\]] ? "found\n" : "missing\n";
print '(a)' =~ m(\(a\)) ? "found\n" : "missing\n";

# Single quotes: no variables.
my $x = 'usr';
print '$x' =~ m'\$x' ? 1 : 0, $path =~ m'$x' ? 1 : 0, $path =~ m/$x/ ? 1 : 0, "\n";

# Substitutions: two brackets may differ, blanks between are allowed.
(my $t = $path) =~ s{/}{:}g;
print "$t ";
($t = $path) =~ s(/usr)[];
print "$t ";
($t = $path) =~ s{/(\w+)}
                 {<$1>}gx;
print "$t ";
($t = $path) =~ s|/|\||g;
print "$t ";
($t = $path) =~ s!l!\!!g;
print "$t\n";

# An expression as the replacement.
($t = 'a1b2') =~ s{(\d)}{ $1 * 2 }ge;
print "$t ";
($t = 'a1b2') =~ s{(\d)} {
    my $n = $1;
    $n + 100;
}gex;
print "$t\n";
($t = 'abc') =~ s'b'$x';
print "$t\n";

# Transliterations.
($t = $path) =~ tr{/}{.};
print "$t ";
($t = $path) =~ tr(a-z)
                  (A-Z);
print "$t ";
($t = $path) =~ y,/,-,;
print "$t\n";

# qr, with the same freedom.
my @patterns = (qr/a/, qr{b}i, qr(c), qr!d!x);
print join(' ', map { 'ABCD' =~ $_ ? 1 : 0 } @patterns), "\n";
print join(' ', @patterns), "\n";

# split with delimiters of its own.
print join('|', split m{/}, $path), ' ', join('|', split(m|o|, 'foobo')), "\n";
