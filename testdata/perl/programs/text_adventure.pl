# STDIN: look
# STDIN: take lamp
# STDIN: go north
# STDIN: go down
# STDIN: use lamp
# STDIN: go down
# STDIN: take gold
# STDIN: inventory
# STDIN: dance
# STDIN: go up
# STDIN: drop lamp
# STDIN: look
# STDIN: quit
# A text adventure read from standard input: rooms, things, commands, abbreviations.
use strict;
use warnings;

my %room = (
    garden => { text => 'a garden with a gate to the north', exits => { north => 'hall' }, things => ['lamp', 'stone'] },
    hall   => { text => 'a dusty hall with stairs down', exits => { south => 'garden', down => 'cellar' }, things => [] },
    cellar => { text => 'a damp cellar', exits => { up => 'hall' }, things => ['gold'], dark => 1 },
);
my ($here, $light, $score) = ('garden', 0, 0);
my %have;

sub list { return @_ ? join ', ', sort @_ : 'nothing' }

sub look {
    my $room = $room{$here};
    return 'It is too dark to see.' if $room->{dark} && !$light;
    return "You are in $room->{text}. You see " . list(@{ $room->{things} }) . '. Exits: ' . list(keys %{ $room->{exits} }) . '.';
}

my %command = (
    look => sub { look() },
    go => sub {
        my $to = $room{$here}{exits}{ $_[0] // '' } or return 'You cannot go there.';
        $here = $to;
        return look();
    },
    take => sub {
        my $thing = shift // '';
        return 'It is too dark.' if $room{$here}{dark} && !$light;
        my $things = $room{$here}{things};
        my ($at) = grep { $things->[$_] eq $thing } 0 .. $#$things;
        return "There is no $thing here." unless defined $at;
        splice @$things, $at, 1;
        $have{$thing} = 1;
        $score += $thing eq 'gold' ? 50 : 1;
        return "You take the $thing.";
    },
    drop => sub {
        my $thing = shift // '';
        return "You do not have a $thing." unless delete $have{$thing};
        push @{ $room{$here}{things} }, $thing;
        return "You drop the $thing.";
    },
    use => sub {
        my $thing = shift // '';
        return "You do not have a $thing." unless $have{$thing};
        return 'Nothing happens.' unless $thing eq 'lamp';
        $light = !$light;
        return $light ? 'The lamp shines.' : 'The lamp goes out.';
    },
    inventory => sub { return 'You carry ' . list(keys %have) . '.' },
    quit => sub { return },
);

print look(), "\n";
my $turns = 0;
while (defined(my $line = <STDIN>)) {
    my ($word, @rest) = split ' ', lc $line;
    next unless defined $word;
    $turns++;
    print "> @{[ $word, @rest ]}\n";
    my @matches = grep { index($_, $word) == 0 } sort keys %command;
    if (@matches != 1) {
        print @matches ? "Do you mean @matches?\n" : "I do not know how to $word.\n";
        next;
    }
    my $answer = $command{ $matches[0] }->(@rest);
    last unless defined $answer;
    print "$answer\n";
}
print "Score $score in $turns turns.\n";
