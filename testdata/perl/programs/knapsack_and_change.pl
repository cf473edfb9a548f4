# Dynamic programming: the knapsack, coin change, subset sums, longest increasing runs.
use strict;
use warnings;

sub knapsack {
    my ($capacity, @items) = @_;
    my @best = ([0]);
    $best[$_] = [0] for 0 .. $capacity;
    for my $item (@items) {
        my ($name, $weight, $value) = @$item;
        for my $room (reverse $weight .. $capacity) {
            my ($before, @names) = @{ $best[ $room - $weight ] };
            $best[$room] = [$before + $value, @names, $name] if $before + $value > $best[$room][0];
        }
    }
    return @{ $best[$capacity] };
}

my @items = (['map', 9, 150], ['compass', 13, 35], ['water', 153, 200], ['sandwich', 50, 160], ['glucose', 15, 60], ['tin', 68, 45], ['banana', 27, 60], ['apple', 39, 40], ['book', 30, 10]);
my ($value, @chosen) = knapsack(200, @items);
print "value $value: ", join(', ', sort @chosen), "\n";

sub change {
    my ($amount, @coins) = @_;
    my @best = ([]);
    for my $n (1 .. $amount) {
        for my $coin (@coins) {
            next if $coin > $n or !$best[ $n - $coin ];
            my @with = (@{ $best[ $n - $coin ] }, $coin);
            $best[$n] = \@with if !$best[$n] or @with < @{ $best[$n] };
        }
    }
    return $best[$amount];
}

for my $case ([63, 1, 5, 10, 21, 25], [30, 1, 10, 25], [11, 5, 3], [7, 5, 3]) {
    my ($amount, @coins) = @$case;
    my $coins = change($amount, @coins);
    print "$amount with @coins: ", ($coins ? join '+', sort { $b <=> $a } @$coins : 'impossible'), "\n";
}

# In how many ways?
my @ways = (1, (0) x 100);
for my $coin (1, 5, 10, 25, 50) {
    $ways[$_] += $ways[ $_ - $coin ] for $coin .. 100;
}
print "ways to pay 100: $ways[100]\n";

# The longest increasing subsequence.
sub increasing {
    my @n = @_;
    my (@length, @before);
    for my $i (0 .. $#n) {
        $length[$i] = 1;
        for my $j (0 .. $i - 1) {
            if ($n[$j] < $n[$i] and $length[$j] + 1 > $length[$i]) {
                ($length[$i], $before[$i]) = ($length[$j] + 1, $j);
            }
        }
    }
    my ($at) = sort { $length[$b] <=> $length[$a] || $a <=> $b } 0 .. $#n;
    my @run;
    for (; defined $at; $at = $before[$at]) {
        unshift @run, $n[$at];
    }
    return @run;
}
print join(' ', increasing(3, 1, 8, 2, 5, 4, 9, 7, 10)), "\n";

# The largest sum of neighbors.
my ($best, $here) = (0, 0);
for my $n (-2, 1, -3, 4, -1, 2, 1, -5, 4) {
    $here = $here + $n > 0 ? $here + $n : 0;
    $best = $here if $here > $best;
}
print "largest sum $best\n";
