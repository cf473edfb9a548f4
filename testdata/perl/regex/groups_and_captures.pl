# Groups: numbered, nested, optional, without capture, alternatives that share numbers, the arrays @- and @+.
use strict;
use warnings;

print "$1 $2 $3\n" if 'abc' =~ /((a)(b))c/;

# A group that took no part is undefined.
if ('ac' =~ /(a)(b)?(c)/) {
    print join(',', map { defined ? $_ : 'undef' } $1, $2, $3), "\n";
}
my @parts = 'b' =~ /(a)|(b)/;
print join(',', map { defined ? $_ : 'undef' } @parts), " $+ $^N\n";

# Groups without a number.
my @date = '2024-05-06' =~ /^(\d+)(?:-)(\d+)(?:-)(\d+)$/;
print "@date ", scalar @date, "\n";
print 'tel: 555-1234' =~ /(?:tel|fax): (\d+)-(\d+)/ ? "$1$2\n" : "no\n";
print join(',', 'k=v' =~ /(\w)=(\w)/n), "\n";

# Alternatives with the same numbers.
for my $t ('xb', 'ay') {
    print "$1 " if $t =~ /(?|a(.)|x(.))/;
}
print "\n";

# Places of the groups.
if ('hello world' =~ /(l+)o (w)/) {
    print join(' ', map { "$-[$_]-$+[$_]" } 0 .. $#-), " $#- $#+\n";
    print substr('hello world', $-[1], $+[1] - $-[1]), "\n";
}

# Captures are read-only and local to their block.
'outer' =~ /(out)/;
{
    'inner' =~ /(inn)/;
    print "$1 ";
}
print "$1\n";

# Captures in a sub do not disturb the caller.
sub first_digit {
    my ($text) = @_;
    return $text =~ /(\d)/ ? $1 : undef;
}
'abc' =~ /(b)/;
first_digit('x7');
print "$1\n";

# Copies are needed before the next match.
my @swapped;
if ('one two' =~ /(\w+) (\w+)/) {
    my ($x, $y) = ($1, $2);
    $x =~ /(.)$/;
    push @swapped, $y, $x, $1;
}
print "@swapped\n";

# A failed match keeps the old captures.
if ('key: value' =~ /(\w+):/) {
    print 'still ', $1, "\n" unless 'zzz' =~ /(a)/;
}

# Many groups.
my @letters = 'abcdefghijklmnop' =~ /(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)/;
print "$10 $11 $12 @letters[9 .. 11]\n";
print 'aa11' =~ /^(\w)\1(\d)\2$/ ? "doubled\n" : "no\n";
