# Strings compared: edit distance with its steps, global and local alignment, diff of lines, longest substring, Soundex, and fuzzy search.
use strict;
use warnings;
use List::Util qw(min max reduce first);

sub distance {
    my ($s, $t) = @_;
    my @d = ([0 .. length $t]);
    for my $i (1 .. length $s) {
        $d[$i][0] = $i;
        for my $j (1 .. length $t) {
            $d[$i][$j] = min($d[$i - 1][$j] + 1, $d[$i][$j - 1] + 1, $d[$i - 1][$j - 1] + (substr($s, $i - 1, 1) ne substr($t, $j - 1, 1)));
        }
    }
    my ($i, $j, @ops) = (length $s, length $t);
    while ($i || $j) {
        if ($i && $j && $d[$i][$j] == $d[$i - 1][$j - 1] + (substr($s, $i - 1, 1) ne substr($t, $j - 1, 1))) { $i--; $j--; unshift @ops, substr($s, $i, 1) eq substr($t, $j, 1) ? '=' : 'x' }
        elsif ($i && $d[$i][$j] == $d[$i - 1][$j] + 1) { $i--; unshift @ops, '-' }
        else { $j--; unshift @ops, '+' }
    }
    return wantarray ? ($d[-1][-1], join '', @ops) : $d[-1][-1];
}
for (['kitten', 'sitting'], ['', 'abc'], ['flaw', 'lawn'], ['same', 'same']) {
    my ($n, $ops) = distance(@$_);
    print "@$_: $n $ops\n";
}
print 'scalar: ' . distance('saturday', 'sunday') . "\n";

sub align {
    my ($x, $y, %o) = (@_, );
    my ($match, $miss, $gap) = @o{qw(match miss gap)};
    my @x = split //, $x; my @y = split //, $y;
    my (@m, @from, @best);
    @best = (0, 0, 0);
    $m[$_][0] = $o{local} ? 0 : $_ * $gap foreach 0 .. @x;
    $m[0][$_] = $o{local} ? 0 : $_ * $gap foreach 0 .. @y;
    foreach my $i (1 .. @x) {
        foreach my $j (1 .. @y) {
            my @options = ([$m[$i-1][$j-1] + ($x[$i-1] eq $y[$j-1] ? $match : $miss), 'd'], [$m[$i-1][$j] + $gap, 'u'], [$m[$i][$j-1] + $gap, 'l']);
            push @options, [0, ''] if $o{local};
            my $pick = reduce { $b->[0] > $a->[0] ? $b : $a } @options;
            ($m[$i][$j], $from[$i][$j]) = @$pick;
            @best = ($pick->[0], $i, $j) if $pick->[0] > $best[0];
        }
    }
    my ($i, $j) = $o{local} ? @best[1, 2] : (scalar @x, scalar @y);
    my $score = $m[$i][$j];
    my ($top, $bottom) = ('', '');
    while ($o{local} ? $from[$i][$j] : $i || $j) {
        my $f = $from[$i][$j] // ($i ? 'u' : 'l');
        ($top, $bottom) = (($f ne 'l' ? $x[--$i] : '-') . $top, ($f ne 'u' ? $y[--$j] : '-') . $bottom);
        last if $o{local} && !$m[$i][$j];
    }
    return ($score, $top, $bottom);
}
my %scoring = (match => 2, miss => -1, gap => -2);
printf "%d\n  %s\n  %s\n", align('GATTACA', 'GCATGCU', %scoring);
printf "%d\n  %s\n  %s\n", align('TGTTACGG', 'GGTTGACTA', %scoring, local => 1);

sub lcs_diff {
    my ($old, $new) = @_;
    my @t = map { [(0) x (@$new + 1)] } 0 .. @$old;
    for my $i (reverse 0 .. $#$old) { for my $j (reverse 0 .. $#$new) { $t[$i][$j] = $old->[$i] eq $new->[$j] ? $t[$i + 1][$j + 1] + 1 : max($t[$i + 1][$j], $t[$i][$j + 1]) } }
    my ($i, $j, @out) = (0, 0);
    while ($i < @$old && $j < @$new) {
        if ($old->[$i] eq $new->[$j]) { push @out, "  $old->[$i]"; $i++, $j++ }
        elsif ($t[$i + 1][$j] >= $t[$i][$j + 1]) { push @out, "- $old->[$i++]" }
        else { push @out, "+ $new->[$j++]" }
    }
    return @out, (map { "- $_" } @$old[$i .. $#$old]), map { "+ $_" } @$new[$j .. $#$new];
}
print map { "$_\n" } lcs_diff([qw(the quick brown fox jumps)], [qw(the slow brown dog jumps high)]);

sub common { my ($s, $t) = @_; my $best = ''; for my $i (0 .. length($s) - 1) { for (my $l = length($best) + 1; $i + $l <= length $s; $l++) { my $piece = substr $s, $i, $l; last if index($t, $piece) < 0; $best = $piece } } $best }
print common('the longest substring', 'a longish subset'), "|\n";
sub soundex { my $w = uc shift; (my $code = $w) =~ tr/A-Z/01230120022455012623010202/; my ($f, @c) = split //, $code; my $last = $f; my $out = substr $w, 0, 1; my $k = 1; for (@c) { my $ch = substr $w, $k++, 1; $out .= $_ if $_ && $_ ne $last; $last = $_ unless $ch =~ /[HW]/ } return substr $out . '000', 0, 4 }
print join(' ', map { soundex($_) } qw(Robert Rupert Ashcraft Tymczak Pfister Honeyman)), "\n";
my @words = qw(apple apply ape maple staple people);
print "$_: ", join(', ', sort { distance($_, $a) <=> distance($_, $b) || $a cmp $b } grep { my $w = $_[0] // $_; 1 } @words) =~ s/, [^,]*, [^,]*$//r, "\n" for qw(aple peple);
my ($xs, $ys) = ('ABCBDAB', 'BDCABA');
my @prev = ('') x (1 + length $ys);
for my $c (split //, $xs) { my @cur = (''); for my $j (1 .. length $ys) { push @cur, $c eq substr($ys, $j - 1, 1) ? $prev[$j - 1] . $c : length $prev[$j] >= length $cur[-1] ? $prev[$j] : $cur[-1] } @prev = @cur }
print "$prev[-1]\n";
