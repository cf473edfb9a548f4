# Huffman coding: a tree from letter counts, codes, packing bits, unpacking them again.
use strict;
use warnings;

sub build_tree {
    my %count = @_;
    my $serial = 0;
    my @nodes = map { { letter => $_, count => $count{$_}, order => $serial++ } } sort keys %count;
    while (@nodes > 1) {
        @nodes = sort { $a->{count} <=> $b->{count} || $a->{order} <=> $b->{order} } @nodes;
        my ($left, $right) = splice @nodes, 0, 2;
        push @nodes, { left => $left, right => $right, count => $left->{count} + $right->{count}, order => $serial++ };
    }
    return $nodes[0];
}

sub codes {
    my ($node, $prefix) = @_;
    return ($node->{letter} => length $prefix ? $prefix : '0') if exists $node->{letter};
    return (codes($node->{left}, $prefix . 0), codes($node->{right}, $prefix . 1));
}

sub decode {
    my ($tree, $bits) = @_;
    my $text = '';
    my $node = $tree;
    for my $bit (split //, $bits) {
        $node = $bit ? $node->{right} : $node->{left} unless exists $node->{letter};
        if (exists $node->{letter}) {
            $text .= $node->{letter};
            $node = $tree;
        }
    }
    return $text;
}

for my $text ('abracadabra', 'she sells sea shells by the sea shore', 'aaaa') {
    my %count;
    $count{$_}++ for split //, $text;
    my $tree = build_tree(%count);
    my %code = codes($tree, '');
    print "text: $text\n";
    for my $letter (sort { length $code{$a} <=> length $code{$b} || $a cmp $b } keys %code) {
        printf "  '%s' %2d %s\n", $letter, $count{$letter}, $code{$letter};
    }
    my $bits = join '', map { $code{$_} } split //, $text;
    my $packed = pack 'B*', $bits;
    my $back = decode($tree, substr unpack('B*', $packed), 0, length $bits);
    printf "%d letters, %d bits, %d bytes packed, %.2f bits a letter\n", length $text, length $bits, length $packed, length($bits) / length $text;
    print $back eq $text ? "decoded\n" : "wrong: $back\n";
}
