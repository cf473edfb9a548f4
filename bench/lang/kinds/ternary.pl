# Branches: nested ternaries, unless, && and ||, string and number tests, while with postfix conditions.
use strict;
use warnings;
my ($i, $fizz, $buzz, $both, $none, $text) = (0, 0, 0, 0, 0, '');
while (1) {
    last if ++$i > 1_200_000;
    my $v = $i % 15 == 0 ? 'fb' : $i % 5 == 0 ? 'b' : $i % 3 == 0 ? 'f' : '';
    $both++ if $v eq 'fb';
    $buzz++ if $v eq 'b' && $i > 100;
    $fizz++ unless $v ne 'f' or $i < 50;
    $none += !$v;
    $text = $v || $text;
}
print "$fizz $buzz $both $none $text\n";
