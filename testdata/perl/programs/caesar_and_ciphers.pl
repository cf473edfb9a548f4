# Ciphers: Caesar, Vigenere, Atbash, a rail fence, letter frequencies that break Caesar.
use strict;
use warnings;

sub caesar {
    my ($text, $shift) = @_;
    $text =~ s/([a-z])/chr((ord($1) - 97 + $shift) % 26 + 97)/ge;
    $text =~ s/([A-Z])/chr((ord($1) - 65 + $shift) % 26 + 65)/ge;
    return $text;
}

sub vigenere {
    my ($text, $key, $direction) = @_;
    my @shift = map { ord($_) - 97 } split //, lc $key;
    my $i = 0;
    $text =~ s/([a-zA-Z])/caesar($1, $direction * $shift[$i++ % @shift])/ge;
    return $text;
}

sub atbash { my $t = shift; (my $r = $t) =~ tr/a-zA-Z/zyxwvutsrqponmlkjihgfedcbaZYXWVUTSRQPONMLKJIHGFEDCBA/; return $r }
sub rot13 { (my $t = shift) =~ tr/A-Za-z/N-ZA-Mn-za-m/; return $t }

sub rail_order {
    my ($length, $rails) = @_;
    my @rail;
    my ($row, $step) = (0, 1);
    for my $i (0 .. $length - 1) {
        push @{ $rail[$row] }, $i;
        $step = 1 if $row == 0;
        $step = -1 if $row == $rails - 1;
        $row += $step;
    }
    return map { @$_ } @rail;
}

sub fence   { my ($t, $n) = @_; return join '', map { substr $t, $_, 1 } rail_order(length $t, $n) }
sub unfence {
    my ($t, $n) = @_;
    my @order = rail_order(length $t, $n);
    my @out;
    @out[@order] = split //, $t;
    return join '', @out;
}

my $text = 'Attack at Dawn, Zebra!';
for my $shift (3, 13, -5) {
    my $secret = caesar($text, $shift);
    print "$shift: $secret -> ", caesar($secret, -$shift), "\n";
}
print rot13($text), ' ', rot13(rot13($text)) eq $text ? 'twice is nothing' : 'broken', "\n";
print atbash($text), "\n";

my $hidden = vigenere('the quick brown fox', 'lemon', 1);
print "$hidden -> ", vigenere($hidden, 'lemon', -1), "\n";

my $fenced = fence('WEAREDISCOVEREDFLEEATONCE', 3);
print "$fenced -> ", unfence($fenced, 3), "\n";

# Breaking Caesar: English has many e, t, a, o.
my %weight = (e => 12.7, t => 9.1, a => 8.2, o => 7.5, i => 7, n => 6.7, s => 6.3, h => 6.1, r => 6);
my $unknown = caesar('there is no secret that time does not reveal in the end', 11);
my ($best) = sort { $b->[0] <=> $a->[0] } map {
    my $guess = caesar($unknown, -$_);
    my $score = 0;
    $score += $weight{$_} // 0 for split //, $guess;
    [$score, $_, $guess];
} 0 .. 25;
print "shift $best->[1]: $best->[2]\n";
