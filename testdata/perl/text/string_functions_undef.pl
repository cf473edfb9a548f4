# String functions with undefined arguments: results and warnings.
use strict;
use warnings;

my $undef;
my @results = (
    [lc       => lc $undef],
    [uc       => uc $undef],
    [ucfirst  => ucfirst $undef],
    [lcfirst  => lcfirst $undef],
    [join     => join('-', $undef, 1)],
    [sprintf  => sprintf('%s|%d', $undef, $undef)],
    [index    => index('abc', $undef)],
    [rindex   => rindex($undef, 'a')],
    [substr   => substr($undef, 0)],
    [ord      => ord $undef],
    [chr      => length chr $undef],
    [repeat   => $undef x 3],
    [concat   => 'a' . $undef],
    [quotemeta => quotemeta $undef],
    [hex      => hex $undef],
    [oct      => oct $undef],
    [split    => scalar(my @s = split(/,/, $undef))],
    [compare  => $undef eq '' ? 'equal' : 'different'],
    [match    => $undef =~ /^$/ ? 'match' : 'no match'],
    [tr       => ($undef =~ tr/a//)],
);
printf "%-9s [%s]\n", @$_ for @results;
print defined length $undef ? 'defined' : 'undefined', "\n";
my $text = 'abc';
$text =~ s/b/$undef/;
print "$text\n";
print 'x' . join($undef, 'a', 'b'), "\n";
my %h;
$h{$text} = $undef // 'value';
print "$h{ac}\n";
chomp $undef;
print "end\n";
