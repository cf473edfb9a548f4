# Perfect play: tic-tac-toe with minimax and a memory, all games counted.
use strict;
use warnings;

my @lines = ([0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6]);

sub winner {
    my $board = shift;
    for my $line (@lines) {
        my $three = join '', map { substr $board, $_, 1 } @$line;
        return $1 if $three =~ /^([XO])\1\1$/;
    }
    return $board =~ /\./ ? '' : 'draw';
}

sub moves { my $board = shift; return grep { substr($board, $_, 1) eq '.' } 0 .. 8 }

sub play {
    my ($board, $move, $player) = @_;
    substr($board, $move, 1) = $player;
    return $board;
}

sub other { return $_[0] eq 'X' ? 'O' : 'X' }

my %memory;

sub value {
    my ($board, $player) = @_;
    return $memory{"$board$player"} //= do {
        my $winner = winner($board);
        if ($winner eq 'draw') { 0 }
        elsif ($winner)        { $winner eq $player ? 1 : -1 }
        else {
            my $best = -2;
            for my $move (moves($board)) {
                my $v = -value(play($board, $move, $player), other($player));
                $best = $v if $v > $best;
            }
            $best;
        }
    };
}

sub best_move {
    my ($board, $player) = @_;
    my ($best, $value);
    for my $move (moves($board)) {
        my $v = -value(play($board, $move, $player), other($player));
        ($best, $value) = ($move, $v) if !defined $value || $v > $value;
    }
    return $best;
}

sub show { my $board = shift; return join "\n", (map { join ' ', split //, substr $board, $_ * 3, 3 } 0 .. 2), '' }

my ($board, $player) = ('.' x 9, 'X');
until (winner($board)) {
    my $move = best_move($board, $player);
    $board = play($board, $move, $player);
    print "$player plays $move\n";
    $player = other($player);
}
print show($board), 'result: ', winner($board), "\n";
print 'positions seen: ', scalar keys %memory, "\n";

# A player who does not look ahead loses.
($board, $player) = ('.' x 9, 'X');
until (winner($board)) {
    my $move = $player eq 'X' ? best_move($board, 'X') : (moves($board))[-1];
    $board = play($board, $move, $player);
    $player = other($player);
}
print show($board), 'result: ', winner($board), "\n";
print 'value after corner: ', value('X........', 'O'), ', winning for X: ', value('XX.OO....', 'X'), "\n";
