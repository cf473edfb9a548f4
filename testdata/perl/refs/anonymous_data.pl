# Anonymous arrays, hashes and subs: nesting, copies against shared data, mixed structures.
use strict;
use warnings;

my $person = {
    name   => 'Ann',
    langs  => ['Perl', 'C'],
    home   => { city => 'Rome', zip => '00100' },
    greet  => sub { return "hi, $_[0]" },
    matrix => [[1, 2], [3, 4]],
};

print $person->{name}, ' ', $person->{langs}[1], ' ', $person->{home}{city}, ' ', $person->{greet}->('you'), ' ', $person->{matrix}[1][0], "\n";
print "in text: $person->{langs}[0] $$person{name} @{$person->{langs}} $person->{home}->{zip}\n";
print scalar @{ $person->{langs} }, ' ', $#{ $person->{matrix} }, ' ', join(',', sort keys %{ $person->{home} }), "\n";

# Changing.
push @{ $person->{langs} }, 'Go';
$person->{home}{street} = 'Via';
$person->{matrix}[2] = [5, 6];
delete $person->{home}{zip};
print join(' ', @{ $person->{langs} }), ' ', join(',', map { "$_=$person->{home}{$_}" } sort keys %{ $person->{home} }), "\n";
print join(' | ', map { join ' ', @$_ } @{ $person->{matrix} }), "\n";

# A copy of the outer level shares the inner ones.
my %copy = %$person;
$copy{name} = 'Bob';
$copy{langs}[0] = 'shared';
print "$person->{name} $person->{langs}[0]\n";

# New inner data for each turn of a loop.
my @rows;
for my $n (1 .. 3) {
    my @cells = map { $_ * $n } 1 .. 3;
    push @rows, \@cells;
}
print join(' | ', map { "@$_" } @rows), "\n";

# Lists of hashes, hashes of lists, hashes of hashes.
my @list = ({ n => 3, w => 'c' }, { n => 1, w => 'a' }, { n => 2, w => 'b' });
print join(' ', map { "$_->{n}$_->{w}" } sort { $a->{n} <=> $b->{n} } @list), "\n";
my %by_size;
push @{ $by_size{ length $_ } }, $_ for qw(a bb cc d eee);
print join('; ', map { "$_: @{ $by_size{$_} }" } sort keys %by_size), "\n";
my %nested = (x => { v => 1 }, y => { v => 2 });
$nested{z}{v} = 3;
print join(',', map { "$_$nested{$_}{v}" } sort keys %nested), "\n";

# Empty ones, and a block against a hash.
my ($empty_list, $empty_hash) = ([], {});
print scalar(@$empty_list), scalar(keys %$empty_hash), "\n";
my @hashes = map { { id => $_ } } 1 .. 2;
my @pairs = map { +{ id => $_ } } 1 .. 2;
my @flat = map { ; "k$_" => $_ } 1 .. 2;
print ref $hashes[0], ref $pairs[1], " @flat\n";
