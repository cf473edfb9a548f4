# Text utilities: trimming, wrapping, palindromes, anagrams, counts, case styles, number grouping.
use strict;
use warnings;

my $text = "  The quick brown fox jumps over the lazy dog.  It barks; the fox runs.  ";
(my $t = $text) =~ s/^\s+|\s+$//g;
print "[$t]\n";

my @w = split ' ', $t;
print scalar(@w), " words, longest ", (sort { length $b <=> length $a || $a cmp $b } @w)[0], "\n";

sub wrap {
    my ($s, $w) = @_;
    my @l = ('');
    for (split ' ', $s) {
        if (length($l[-1]) + length($_) + 1 > $w && $l[-1] ne '') {
            push @l, '';
        }
        $l[-1] .= ($l[-1] eq '' ? '' : ' ') . $_;
    }
    join "\n", @l;
}

print wrap($t, 24), "\n";
print join(' ', map { ucfirst lc } @w[0 .. 3]), '|', scalar reverse('abc'), '|',
    join('', sort { lc $a cmp lc $b } split //, 'Perl'), "\n";

for my $p ('A man a plan', 'racecar', 'No lemon, no melon') {
    (my $c = lc $p) =~ tr/a-z//cd;
    print "$p: ", ($c eq reverse $c) ? 'yes' : 'no', "\n";
}

my %an;
push @{ $an{ join '', sort split //, $_ } }, $_ for qw(listen silent enlist google gogole cat act);
print join(' ', @{ $an{$_} }), "\n" for grep { @{ $an{$_} } > 1 } sort keys %an;

my $v = () = $t =~ /[aeiou]/gi;
print "$v vowels; ", ($t =~ tr/a-z//), " lower; first 'fox' at ", index($t, 'fox'), ", last at ", rindex($t, 'fox'),
    "\n";
print join('|', map { sprintf '%-6s', substr $_, 0, 5 } @w[0 .. 2]), "|\n", '=' x 20, "\n",
    sprintf('%s' x 3, 'a' .. 'c'), "\n", "abc" x 2, "-" x 3, "\n";

(my $snake = 'someCamelCaseName') =~ s/([A-Z])/_\l$1/g;
print $snake, ' ', join('', map {ucfirst} split /_/, $snake), "\n";

my $num = 1234567.891;
1 while $num =~ s/^(\d+)(\d{3})/$1,$2/;
print "$num\n";
print "$1-$2\n" while 'a1b22c333' =~ /([a-z])(\d+)/g;

my @m = ('k=v; x=y' =~ /(\w)=(\w)/g);
print "@m\n";
