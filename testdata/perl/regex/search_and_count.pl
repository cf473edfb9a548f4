# Searching a text: lines that match, context, counts, positions, marking what was found.
use strict;
use warnings;

my @lines = split /\n/, <<'END';
alpha beta
gamma delta
beta gamma
epsilon
alphabet soup beta
END

# Lines that match, with numbers, and those that do not.
for my $i (0 .. $#lines) {
    printf "%d:%s\n", $i + 1, $lines[$i] if $lines[$i] =~ /beta/;
}
print scalar(grep { !/a/ } @lines), ' without a, ', scalar(grep { /\bbeta\b/ } @lines), " with the word beta\n";

# With a line of context.
my @hits = grep { $lines[$_] =~ /delta/ } 0 .. $#lines;
for my $hit (@hits) {
    my ($from, $to) = ($hit - 1, $hit + 1);
    $from = 0 if $from < 0;
    $to = $#lines if $to > $#lines;
    print join(' / ', @lines[$from .. $to]), "\n";
}

# Occurrences per line and in total, with their columns.
my $total = 0;
for my $line (@lines) {
    my @columns;
    push @columns, $-[0] + 1 while $line =~ /a/g;
    $total += @columns;
    print scalar @columns, '(', join(',', @columns), ') ';
}
print "= $total\n";

# Marked.
print join(' | ', map { s/(beta|gamma)/[$1]/gr } @lines[0 .. 2]), "\n";
my $under = $lines[4] =~ s/[^\n]/ /gr;
while ($lines[4] =~ /b\w+/g) {
    substr($under, $-[0], $+[0] - $-[0]) = '^' x ($+[0] - $-[0]);
}
print "$lines[4]\n", $under =~ s/ +$//r, "\n";

# Several patterns at once; all of them; the first that matches.
my @patterns = map { qr/\b$_/ } qw(alpha beta gamma);
for my $line (@lines) {
    my @found = grep { $line =~ $patterns[$_] } 0 .. $#patterns;
    print @found == @patterns ? 'all' : @found ? join('', @found) : '-', ' ';
}
print "\n";

# Replacing and counting.
my $text = join ' ', @lines;
my $n = ($text =~ s/\bbeta\b/BETA/g);
my $none = ($text =~ s/omega/x/g) || 0;
print "$n $none ", length $text, "\n";
