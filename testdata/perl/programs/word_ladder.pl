# Puzzle: word ladders. The shortest way from one word to another, changing one letter at a time.
use strict;
use warnings;

my @words = map { split } <DATA>;
my %known = map { $_ => 1 } @words;

# All known words that differ in one letter.
sub neighbors {
    my $word = shift;
    my @found;
    for my $i (0 .. length($word) - 1) {
        for my $letter ('a' .. 'z') {
            my $other = $word;
            substr($other, $i, 1) = $letter;
            push @found, $other if $other ne $word && $known{$other};
        }
    }
    return @found;
}

sub ladder {
    my ($from, $to) = @_;
    my %before = ($from => '');
    my @queue = ($from);
    while (@queue) {
        my $word = shift @queue;
        if ($word eq $to) {
            my @path;
            for (my $w = $to; $w ne ''; $w = $before{$w}) {
                unshift @path, $w;
            }
            return @path;
        }
        for my $next (neighbors($word)) {
            next if exists $before{$next};
            $before{$next} = $word;
            push @queue, $next;
        }
    }
    return;
}

for my $pair (['cold', 'warm'], ['head', 'tail'], ['cat', 'dog'], ['cold', 'cold'], ['head', 'lamp']) {
    my @path = ladder(@$pair);
    print "@$pair: ", (@path ? join(' -> ', @path) . ' (' . $#path . ' steps)' : 'no way'), "\n";
}

my ($busiest) = sort { neighbors($b) <=> neighbors($a) || $a cmp $b } @words;
print "busiest: $busiest with ", join(' ', neighbors($busiest)), "\n";
my @lonely = grep { !neighbors($_) } @words;
print "lonely: @lonely\n";

# Anagrams in the same list.
my %same;
push @{ $same{ join '', sort split //, $_ } }, $_ for @words;
print "anagrams: @{ $same{$_} }\n" for grep { @{ $same{$_} } > 1 } sort keys %same;
__DATA__
cold cord card ward warm word worm wood
head heal teal tell tall tail lamp
cat cot cog dog act dot
