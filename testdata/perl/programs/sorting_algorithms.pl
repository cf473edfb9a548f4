# Sorting by hand: bubble, insertion, selection, merge, quick, counting and shell sort.
use strict;
use warnings;

my %sort = (
    bubble => sub {
        my @a = @_;
        for my $end (reverse 1 .. $#a) {
            my $swapped = 0;
            for my $i (0 .. $end - 1) {
                next if $a[$i] <= $a[ $i + 1 ];
                @a[$i, $i + 1] = @a[$i + 1, $i];
                $swapped = 1;
            }
            last unless $swapped;
        }
        return @a;
    },
    insertion => sub {
        my @a = @_;
        for my $i (1 .. $#a) {
            my $value = $a[$i];
            my $j = $i;
            while ($j > 0 && $a[ $j - 1 ] > $value) {
                $a[$j] = $a[ $j - 1 ];
                $j--;
            }
            $a[$j] = $value;
        }
        return @a;
    },
    selection => sub {
        my @a = @_;
        for my $i (0 .. $#a) {
            my $least = $i;
            for my $j ($i + 1 .. $#a) {
                $least = $j if $a[$j] < $a[$least];
            }
            @a[$i, $least] = @a[$least, $i] if $least != $i;
        }
        return @a;
    },
    merge => \&merge_sort,
    quick => \&quick_sort,
    counting => sub {
        my %count;
        $count{$_}++ for @_;
        my ($min, $max) = @_ ? @_[0, 0] : (1, 0);
        for (@_) { $min = $_ if $_ < $min; $max = $_ if $_ > $max }
        return map { ($_) x ($count{$_} // 0) } $min .. $max;
    },
    shell => sub {
        my @a = @_;
        for (my $gap = int @a / 2; $gap > 0; $gap = int $gap / 2) {
            for my $i ($gap .. $#a) {
                my $value = $a[$i];
                my $j = $i;
                for (; $j >= $gap && $a[ $j - $gap ] > $value; $j -= $gap) {
                    $a[$j] = $a[ $j - $gap ];
                }
                $a[$j] = $value;
            }
        }
        return @a;
    },
);

sub merge_sort {
    my @a = @_;
    return @a if @a < 2;
    my $middle = int @a / 2;
    my @left  = merge_sort(@a[0 .. $middle - 1]);
    my @right = merge_sort(@a[$middle .. $#a]);
    my @merged;
    while (@left && @right) {
        push @merged, $left[0] <= $right[0] ? shift @left : shift @right;
    }
    return (@merged, @left, @right);
}

sub quick_sort {
    return @_ if @_ < 2;
    my ($pivot, @rest) = @_;
    return (quick_sort(grep { $_ < $pivot } @rest), $pivot, quick_sort(grep { $_ >= $pivot } @rest));
}

my @tests = ([5, 2, 9, 1, 5, 6, -3, 0], [], [1], [3, 2, 1], [1, 2, 3], [7, 7, 7], [map { $_ * 37 % 101 } 1 .. 60]);
for my $name (sort keys %sort) {
    my @right = grep { "@{[ $sort{$name}->(@$_) ]}" eq "@{[ sort { $a <=> $b } @$_ ]}" } @tests;
    printf "%-10s %d of %d right\n", $name, scalar @right, scalar @tests;
}
print join(' ', merge_sort(@{ $tests[0] })), "\n";

# Binary search in the result.
my @sorted = quick_sort(@{ $tests[-1] });
sub find {
    my ($list, $wanted) = @_;
    my ($low, $high) = (0, $#$list);
    while ($low <= $high) {
        my $middle = int(($low + $high) / 2);
        return $middle if $list->[$middle] == $wanted;
        if ($list->[$middle] < $wanted) { $low = $middle + 1 } else { $high = $middle - 1 }
    }
    return -1;
}
print join(' ', map { find(\@sorted, $_) } $sorted[0], $sorted[30], $sorted[-1], 1000), "\n";
