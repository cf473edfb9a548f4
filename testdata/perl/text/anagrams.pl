# Grouping words by their sorted letters.
use strict;
use warnings;

my @words = qw(listen silent enlist stone notes tones apple);

my %group;
for my $word (@words) {
    my $key = join '', sort split //, $word;
    push @{ $group{$key} }, $word;
}

for my $key (sort keys %group) {
    my @members = sort @{ $group{$key} };
    printf "%-7s %d %s\n", $key, scalar @members, join(', ', @members);
}

# The same as one expression.
my %count;
$count{ join '', sort split //, $_ }++ for @words;
print join(' ', map { "$_=$count{$_}" } sort keys %count), "\n";

# All arrangements of a short word.
sub arrangements {
    my ($done, $rest) = @_;
    return $done unless length $rest;
    my %seen;
    my @all;
    for my $i (0 .. length($rest) - 1) {
        my $letter = substr $rest, $i, 1;
        next if $seen{$letter}++;
        my $left = $rest;
        substr $left, $i, 1, '';
        push @all, arrangements($done . $letter, $left);
    }
    return @all;
}
print join(' ', arrangements('', 'aab')), ' ', scalar(arrangements('', 'abcd')), "\n";

# Is one word hidden in another?
sub contains {
    my ($big, $small) = @_;
    my %left;
    $left{$_}++ for split //, $big;
    return !grep { $left{$_}-- <= 0 } split //, $small;
}
print join(' ', map { contains('silent', $_) ? "yes:$_" : "no:$_" } qw(tin test line)), "\n";
