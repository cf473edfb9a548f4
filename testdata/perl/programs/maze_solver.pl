# Puzzle: the way through a maze with breadth-first search, drawn into the maze.
use strict;
use warnings;

my @maze = map { chomp; [split //] } <DATA>;
my ($start, $goal);
for my $y (0 .. $#maze) {
    for my $x (0 .. $#{ $maze[$y] }) {
        $start = [$x, $y] if $maze[$y][$x] eq 'S';
        $goal  = [$x, $y] if $maze[$y][$x] eq 'G';
    }
}

my %move = (N => [0, -1], S => [0, 1], W => [-1, 0], E => [1, 0]);

sub solve {
    my ($from, $to) = @_;
    my %path = ("@$from" => '');
    my @queue = ($from);
    while (my $place = shift @queue) {
        my ($x, $y) = @$place;
        return $path{"@$place"} if $x == $to->[0] && $y == $to->[1];
        for my $direction (sort keys %move) {
            my ($dx, $dy) = @{ $move{$direction} };
            my $next = [$x + $dx, $y + $dy];
            next if exists $path{"@$next"};
            next if $maze[ $next->[1] ][ $next->[0] ] eq '#';
            $path{"@$next"} = $path{"@$place"} . $direction;
            push @queue, $next;
        }
    }
    return;
}

my $path = solve($start, $goal);
print length($path), " steps: $path\n";

# Runs of the same direction.
my @runs;
push @runs, length($1) . $2 while $path =~ /((\w)\2*)/g;
print "@runs\n";

my ($x, $y) = @$start;
for my $direction (split //, $path) {
    $x += $move{$direction}[0];
    $y += $move{$direction}[1];
    $maze[$y][$x] = '*' if $maze[$y][$x] eq ' ';
}
print @$_, "\n" for @maze;

# With the door shut there is no way.
$maze[ $goal->[1] ][ $goal->[0] - 1 ] = '#';
$maze[ $goal->[1] - 1 ][ $goal->[0] ] = '#';
print defined solve($start, $goal) ? "still a way\n" : "no way\n";
__DATA__
###############
#S  #     #   #
# # # ### # # #
# #   #   # # #
# ##### ### # #
# #   #     # #
# # # ####### #
#   #        G#
###############
