# Simple ciphers: shifting letters, keyed shifts, letter frequencies.
use strict;
use warnings;

sub shift_letter {
    my ($letter, $by) = @_;
    return $letter unless $letter =~ /^[A-Za-z]$/;
    my $base = $letter =~ /[a-z]/ ? ord 'a' : ord 'A';
    return chr($base + (ord($letter) - $base + $by) % 26);
}

sub caesar {
    my ($text, $by) = @_;
    return join '', map { shift_letter($_, $by) } split //, $text;
}

sub vigenere {
    my ($text, $key, $direction) = @_;
    my $i = 0;
    $text =~ s{([a-z])}{
        my $by = ord(substr $key, $i++ % length $key, 1) - ord 'a';
        shift_letter($1, $direction * $by);
    }gex;
    return $text;
}

my $secret = caesar('Attack at Dawn!', 3);
print "$secret ", caesar($secret, -3), ' ', caesar(caesar('abc xyz', 13), 13), "\n";

my $hidden = vigenere('attack at dawn', 'lemon', 1);
print "$hidden ", vigenere($hidden, 'lemon', -1), "\n";

# The most frequent letter gives a Caesar cipher away.
my $text = caesar('the tree near the river needs water every week', 7);
my %count;
$count{$_}++ for $text =~ /[a-z]/g;
my ($top) = sort { $count{$b} <=> $count{$a} || $a cmp $b } keys %count;
my $guess = (ord($top) - ord 'e') % 26;
print "$top $guess ", caesar($text, -$guess), "\n";

# Other codes: mirrored letters, numbers for letters, bits.
print 'wizard' =~ tr/a-z/zyxwvutsrqponmlkjihgfedcba/r, ' ', join('-', map { ord($_) - 96 } split //, 'code'), ' ', join(' ', map { sprintf '%07b', ord } split //, 'ok'), "\n";
